import { Fault } from '../../../shared/contract/errors.ts';
import { comparisonRefusal } from '../../../shared/domain/comparison.ts';
import { isWinner } from '../../../shared/domain/preference.ts';
import { EMPTY_RATING, type Rating, type RatingAction, refusal } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { NamedComparison } from '../../../shared/formats/native-comparison.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { ensureComparison, numberedAnswers } from './comparisons.ts';
import { ensureItem, findMessage, type ItemRow } from './items.ts';
import { shownSpans } from './shown-spans.ts';

export type ImportAction = Extract<RatingAction, { kind: 'import' }>;

/** What a rating from a file names, and what it says of it. */
export interface NamedRating {
  conversation: string;
  message: number | string;
  action: ImportAction;
  /** Null where it is of one answer. */
  comparison: NamedComparison | null;
}

/** The item that a rating names, made only when it is asked for; and the rating with candidates by their numbers. */
export interface NamedItem {
  action: ImportAction;
  /** Why the rating cannot be given, or null. */
  refused(rubric: Rubric): string | null;
  ensure(context: WriteContext): ItemRow;
}

interface FoundMessage {
  id: number;
  text: string;
}

/** Looks for what a rating names. @throws Fault ITEM_UNKNOWN */
export function namedItem(db: ReadConnection, named: NamedRating): NamedItem {
  const { comparison, action } = named;
  const message = find(db, named.conversation, named.message);
  if (comparison) return namedComparison(db, named, comparison, message);
  const shown = { ...action, spans: shownSpans(db, message.id, action.spans) };
  return {
    action: shown,
    refused: (rubric) => refusal(rubric, EMPTY_RATING, shown, message.text.length),
    ensure: (context) => ensureItem(context, message.id),
  };
}

function find(db: ReadConnection, conversation: string, message: number | string): FoundMessage {
  const found = findMessage(db, conversation, message);
  if (found) return found;
  throw new Fault(
    'ITEM_UNKNOWN',
    `The project has no answer at message ${message} of conversation ${conversation}.`,
  );
}

/** The answers at the place of a message. */
const ALTERNATIVES = `SELECT o.id, o.text FROM message m JOIN message o ON o.conversation_id = m.conversation_id
  AND o.position = m.position AND o.judgeable = 1 WHERE m.id = ? ORDER BY o.candidate`;

function namedComparison(
  db: ReadConnection,
  { conversation, action }: NamedRating,
  { candidates, preference, strength, shown }: NamedComparison,
  place: FoundMessage,
): NamedItem {
  const found = candidates
    ? candidates.map(({ message }) => find(db, conversation, message))
    : all<FoundMessage>(db, ALTERNATIVES, place.id);
  const numbers = numberedAnswers(
    db,
    found.map(({ id }) => id),
  );
  const numberOf = (id: number): number => numbers.indexOf(id);
  const named = (name: number | string): number => numberOf(find(db, conversation, name).id);
  const isNamed = typeof preference === 'number' || candidates?.some(({ message }) => message === preference);
  const choice =
    isNamed || (preference !== 'tie' && preference !== 'both_bad') ? named(preference) : preference;
  if (isWinner(choice) && choice < 0)
    throw new Fault('ITEM_UNKNOWN', `Message ${preference} is not among the answers compared.`);
  const whole: ImportAction = {
    ...action,
    preference: { choice, strength },
    candidates: judgements(
      (candidates ?? []).map((candidate, index) => ({
        ...candidate,
        spans: shownSpans(db, found[index]?.id ?? 0, candidate.spans),
      })),
      (index) => numberOf(found[index]?.id ?? 0),
    ),
    shown: (shown ?? []).map(named),
  };
  const lengths = numbers.map((id) => found.find((message) => message.id === id)?.text.length ?? 0);
  return {
    action: whole,
    refused: (rubric) => comparisonRefusal(rubric, EMPTY_RATING, whole, lengths),
    ensure: (context) => ensureComparison(context, numbers),
  };
}

/** What is said of each candidate of which anything is. */
function judgements(
  candidates: NonNullable<NamedComparison['candidates']>,
  numberOf: (index: number) => number,
): Rating['candidates'] {
  const judged: Rating['candidates'] = {};
  for (const [index, { message: _name, ...own }] of candidates.entries()) {
    const { values, cannot, categories, spans } = own;
    const isSaid =
      Object.keys(values).length + Object.keys(cannot).length + categories.length + spans.length > 0;
    if (isSaid) judged[numberOf(index)] = own;
  }
  return judged;
}
