import { projectReport } from '../../../shared/agreement/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { MISSING } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import { itemSlices } from '../store/item-slices.ts';
import { currentRubric } from '../store/project.ts';
import { type RatedTuple, readTuples } from '../store/ratings.ts';

/** The agreement report of the project: what the screen draws, the command line prints and exports quote. */
export function reportAgreement(
  { db, progress }: JobContext,
  { dimension, by, bootstrap, seed }: ParsedInputOf<'agreement.report'>,
): OutputOf<'agreement.report'> {
  const rubric = currentRubric(db);
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const tuples = readTuples(db, rubric);
  progress({ phase: 'computing agreement', done: tuples.length, total: tuples.length, unit: 'rows' });
  return projectReport(tuples, rubric, {
    dimension,
    by: by === undefined ? undefined : slicer(db, by),
    bootstrap: bootstrap > 0 ? { resamples: bootstrap, seed } : undefined,
  });
}

function slicer(db: ReadConnection, field: string): (tuple: RatedTuple) => string {
  const slices = itemSlices(db, field);
  return ({ itemId }) => slices.get(itemId) ?? MISSING;
}

const OPENING_WORDS = 160;

interface AnswerRow {
  answer: string;
  conversation: string;
  message: number;
}

/** The units that cost most agreement on a dimension, with the opening words of their answers. */
export function reportCostlyUnits(
  { db }: JobContext,
  { dimension, limit }: ParsedInputOf<'agreement.costly'>,
): OutputOf<'agreement.costly'> {
  const rubric = currentRubric(db);
  const report = projectReport(readTuples(db, rubric), rubric, { dimension, costlyUnits: limit });
  const units = report.dimensions[0]?.costly_units ?? [];
  return {
    units: units.flatMap(({ unit, share, ratings }) => {
      const row = get<AnswerRow>(
        db,
        `SELECT substr(m.text, 1, ${OPENING_WORDS}) AS answer, m.position AS message,
           coalesce(c.name, lower(hex(c.content_hash))) AS conversation
         FROM item i JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id WHERE i.uuid = ?`,
        String(unit),
      );
      return row ? [{ ...row, share, values: ratings }] : [];
    }),
  };
}
