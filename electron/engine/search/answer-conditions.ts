import { passes } from '../../../shared/sampling/expression/evaluate.ts';
import { folded, wordsOf } from '../../../shared/sampling/expression/letters.ts';
import { literalText } from '../../../shared/sampling/expression/literals.ts';
import type { Condition } from '../../../shared/sampling/expression/tree.ts';
import { everyBeginning } from '../../../shared/search/question.ts';
import { all } from '../db/statements.ts';
import type { Catalogue } from './catalogue.ts';
import { amongTest, deniedBy, numberTest } from './conditions.ts';
import { SEVERAL_MODELS } from './facts.ts';
import { type BlockTest, every, everything, not, nothing, some, withAnyOf } from './row-test.ts';
import { TextMatches } from './text-matches.ts';

/** What the catalogue can tell of something asked of a conversation's answers. Conversations without answers are left aside. */
export interface Known {
  /** An answer may meet it: fails only where none does. */
  may: BlockTest;
  /** Some answer meets it for certain. */
  some: BlockTest;
  /** Each answer meets it for certain. */
  each: BlockTest;
}

const UNKNOWN: Known = { may: everything, some: nothing, each: nothing };

export const certain = (test: BlockTest): Known => ({ may: test, some: test, each: test });

export const denied = ({ may, each }: Known): Known => ({ may: not(each), some: not(may), each: not(may) });

export const either = (parts: readonly Known[]): Known => ({
  may: some(parts.map(({ may }) => may)),
  some: some(parts.map((part) => part.some)),
  each: some(parts.map(({ each }) => each)),
});

/** One answer must meet all: for certain where all but one part are met by each answer. */
export const both = (parts: readonly Known[]): Known => ({
  may: every(parts.map(({ may }) => may)),
  some: some(
    parts.map((one) => every([one.some, ...parts.filter((part) => part !== one).map(({ each }) => each)])),
  ),
  each: every(parts.map(({ each }) => each)),
});

/** A condition on a fact of answers. Words that it asks for are added to `texts`. */
export function answerCondition(catalogue: Catalogue, condition: Condition, texts: TextMatches[]): Known {
  const opposite = deniedBy(condition);
  if (opposite) return denied(answerCondition(catalogue, opposite, texts));
  const { field, values } = condition;
  const [literal] = values;
  if (literal?.kind === 'flag' && !literal.flag)
    return denied(
      answerCondition(catalogue, { ...condition, values: [{ kind: 'flag', flag: true }] }, texts),
    );
  if (field === 'model') return modelKnown(catalogue, condition);
  if (field === 'finding' || field.startsWith('feedback.')) return markKnown(catalogue, condition);
  if (field === 'rated') return { ...UNKNOWN, ...sometimes(amongTest(ratedConversations(catalogue))) };
  if (field === 'length') return lengthKnown(condition);
  if (field === 'candidates') return candidatesKnown(condition);
  return field === 'text' && literal ? textKnown(catalogue, literalText(literal), texts) : UNKNOWN;
}

const sometimes = (test: BlockTest): Pick<Known, 'may' | 'some'> => ({ may: test, some: test });

/** Facts whose values meet a condition. */
function metBy(catalogue: Catalogue, condition: Condition): BlockTest {
  const met = catalogue.dictionary
    .valuesOf(condition.field)
    .filter(({ value }) => passes(condition, () => asFact(condition, value)));
  return withAnyOf(
    catalogue,
    met.map(({ code }) => code),
  );
}

function asFact({ values: [literal] }: Condition, value: string): string | number | boolean {
  if (literal?.kind === 'number') return Number(value);
  return literal?.kind === 'flag' ? value === 'true' : value;
}

const withAnyValue = (catalogue: Catalogue, field: string): BlockTest =>
  withAnyOf(
    catalogue,
    catalogue.dictionary.valuesOf(field).map(({ code }) => code),
  );

function modelKnown(catalogue: Catalogue, condition: Condition): Known {
  const several = catalogue.dictionary.find(SEVERAL_MODELS.field, SEVERAL_MODELS.value);
  const mixed = withAnyOf(catalogue, several === undefined ? [] : [several]);
  if (condition.operator === 'is null') {
    const none = not(withAnyValue(catalogue, 'model'));
    return { may: some([none, mixed]), some: none, each: none };
  }
  const met = metBy(catalogue, condition);
  return { ...sometimes(met), each: every([met, not(mixed)]) };
}

/** Feedback and findings, of which an answer may have any or none. */
function markKnown(catalogue: Catalogue, condition: Condition): Known {
  const { field, operator } = condition;
  const marked = withAnyValue(catalogue, field);
  if (operator === 'is null') return { may: everything, some: not(marked), each: not(marked) };
  // What the comments say is not in the catalogue, only that there are some.
  if (field === 'feedback.comment') return { ...UNKNOWN, may: marked };
  return { ...UNKNOWN, ...sometimes(metBy(catalogue, condition)) };
}

function lengthKnown(condition: Condition): Known {
  const { operator, values } = condition;
  const longest = numberTest(condition, (block) => block.longest);
  const shortest = numberTest(condition, (block) => block.shortest);
  if (operator === '>' || operator === '>=') return { ...sometimes(longest), each: shortest };
  if (operator === '<' || operator === '<=') return { ...sometimes(shortest), each: longest };
  const wanted = values.flatMap((literal) => (literal.kind === 'number' ? literal.number : []));
  const between: BlockTest = (block) => (row) =>
    wanted.some((length) => length >= (block.shortest[row] ?? 0) && length <= (block.longest[row] ?? 0));
  return { may: between, some: some([longest, shortest]), each: nothing };
}

/** The only answer to a context is one of one. */
function candidatesKnown(condition: Condition): Known {
  const single = passes(condition, () => 1);
  const alone: BlockTest = (block) => (row) => (block.candidates[row] ?? 0) === 0;
  const surely = single ? alone : nothing;
  return { may: single ? everything : not(alone), some: surely, each: surely };
}

function textKnown(catalogue: Catalogue, text: string, texts: TextMatches[]): Known {
  const question = everyBeginning(wordsOf(folded(text)));
  if (!question) return UNKNOWN;
  const matches = new TextMatches(question, catalogue);
  texts.push(matches);
  return { ...UNKNOWN, may: matches.test };
}

const ratedConversations = ({ project }: Catalogue): number[] =>
  all<{ id: number }>(
    project,
    `SELECT DISTINCT m.conversation_id AS id FROM rating r JOIN judged_answer j ON j.item_id = r.item_id
     JOIN message m ON m.id = j.message_id WHERE r.status = 'submitted'`,
  ).map(({ id }) => id);
