import type { AgreedAnswer, RoundItem } from '../../../shared/contract/calibration.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { PREFERENCE } from '../../../shared/domain/comparison.ts';
import { consensus, consensusOn } from '../../../shared/domain/consensus.ts';
import type { Values } from '../../../shared/domain/rubric.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { answerAsShown, judged, orderOf, preferenceAsShown } from './agreed-preference.ts';
import { itemInContext } from './items.ts';
import { currentRubric } from './project.ts';
import { raterById } from './raters.ts';
import { readSettings } from './settings.ts';

/** Makes new assignments part of a sample's calibration round. */
export function addToRound({ db }: WriteContext, first: number, last: number, round: string): void {
  run(
    db,
    'INSERT INTO calibration (assignment_id, round) SELECT id, ? FROM assignment WHERE id BETWEEN ? AND ?',
    round,
    first,
    last,
  );
}

/** The known answer of an item; null where there is none. The newest counts. */
function goldOf(db: ReadConnection, itemId: number): Values | null {
  const row = get<{ values: string }>(
    db,
    'SELECT "values" FROM gold WHERE item_id = ? ORDER BY id DESC LIMIT 1',
    itemId,
  );
  return row ? JSON.parse(row.values) : null;
}

const DONE = `r.status IN ('submitted', 'skipped')`;
/** A rater's showings of a round that are neither done nor given to somebody else. */
const OPEN_OF_ROUND = `SELECT 1 FROM calibration c JOIN assignment a ON a.id = c.assignment_id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE c.round = ? AND a.rater_id = ? AND (r.status IS NULL OR NOT ${DONE})
    AND a.id NOT IN (SELECT assignment_id FROM assignment_release) LIMIT 1`;

const hasFinished = (db: ReadConnection, round: string, raterId: number): boolean =>
  get(db, OPEN_OF_ROUND, round, raterId) === undefined;

const raterIdsOf = (db: ReadConnection, round: string): number[] =>
  all<{ rater_id: number }>(
    db,
    'SELECT DISTINCT a.rater_id FROM calibration c JOIN assignment a ON a.id = c.assignment_id WHERE c.round = ? ORDER BY 1',
    round,
  ).map(({ rater_id }) => rater_id);

/** The answer to learn from: the known one, else what these raters agree on. Null where nobody has judged the item. */
function agreed(db: ReadConnection, itemId: number, raterIds: readonly number[]): AgreedAnswer | null {
  const gold = goldOf(db, itemId);
  if (gold) return { source: 'gold', raters: 0, values: gold, spread: {} };
  const ratings = all<{ rater_id: number; body: string }>(
    db,
    "SELECT rater_id, body FROM rating WHERE item_id = ? AND occasion = 0 AND status = 'submitted' ORDER BY rater_id",
    itemId,
  ).filter(({ rater_id }) => raterIds.includes(rater_id));
  if (ratings.length === 0) return null;
  const given = ratings.map(({ body }) => judged(body));
  const found = given.some((values) => PREFERENCE in values)
    ? consensusOn([PREFERENCE], given)
    : consensus(currentRubric(db), given);
  return { source: 'consensus', raters: ratings.length, ...found };
}

interface ShowingRow {
  assignment: string;
  item_id: number;
  rater_id: number;
  /** Of a comparison: candidate numbers in the order shown, as JSON. */
  shown_order: string | null;
  round: string | null;
  status: string | null;
  body: string | null;
}

const SHOWING = `SELECT a.uuid AS assignment, a.item_id, a.rater_id, a.shown_order, c.round, r.status, r.body FROM assignment a
  LEFT JOIN calibration c ON c.assignment_id = a.id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion`;

/**
 * What a rater may learn of an item right after submitting it: the known answer where the project trains with it, the agreed one in a
 * calibration round that shows it item by item. Null where there is nothing to tell, or it is not to be told.
 */
export function feedbackOn(
  db: ReadConnection,
  { assignment }: ParsedInputOf<'feedback.show'>,
): OutputOf<'feedback.show'> {
  const row = get<ShowingRow>(db, `${SHOWING} WHERE a.uuid = ?`, assignment);
  if (!row) throw new Fault('ITEM_UNKNOWN', 'This item is not assigned to anyone in this project.');
  const told = row.status === 'submitted' ? toldOf(db, row) : null;
  return { feedback: told && answerAsShown(told, orderOf(row.shown_order)) };
}

function toldOf(db: ReadConnection, { round, rater_id, item_id }: ShowingRow): AgreedAnswer | null {
  const { goldFeedback, calibrationFeedback } = readSettings(db);
  if (round !== null && calibrationFeedback === 'item') {
    const others = raterIdsOf(db, round).filter((id) => id !== rater_id);
    return agreed(db, item_id, others);
  }
  const gold = goldFeedback === 'training' ? goldOf(db, item_id) : null;
  return gold && { source: 'gold', raters: 0, values: gold, spread: {} };
}

/** Long enough to know an answer again, in UTF-16 code units. */
const EXCERPT = 400;
const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

/** A calibration round as a rater who has finished it may see it: own and agreed answers, item by item. */
export function roundAnswers(
  db: ReadConnection,
  { rater: uuid, round }: ParsedInputOf<'calibration.answers'>,
): OutputOf<'calibration.answers'> {
  const rater = raterById(db, uuid);
  const rows = all<ShowingRow>(
    db,
    `${SHOWING} WHERE c.round = ? AND a.rater_id = ? ORDER BY a.position`,
    round,
    rater.id,
  );
  if (rows.length === 0)
    throw new Fault('SAMPLE_UNKNOWN', 'This sample is not a calibration round of yours.');
  if (!hasFinished(db, round, rater.id))
    throw new Fault('ROUND_OPEN', 'The agreed answers are shown when every item of the round is done.');
  const raters = raterIdsOf(db, round);
  const finished = raters.filter((id) => hasFinished(db, round, id));
  return {
    raters: raters.length,
    finished: finished.length,
    items: rows.map((row) => roundItem(db, row, finished)),
  };
}

function roundItem(
  db: ReadConnection,
  { assignment, item_id, shown_order, status, body }: ShowingRow,
  finished: readonly number[],
): RoundItem {
  const { context, answers } = itemInContext(db, item_id);
  const order = orderOf(shown_order);
  const told = agreed(db, item_id, finished);
  const own = status === 'submitted' && body !== null ? judged(body) : null;
  return {
    assignment,
    prompt: excerpt(context.at(-1)?.text ?? ''),
    answer: order ? '' : excerpt(answers[0]?.text ?? ''),
    candidates: (order ?? []).map((number) => excerpt(answers[number]?.text ?? '')),
    own: own && preferenceAsShown(own, order),
    agreed: told && answerAsShown(told, order),
  };
}
