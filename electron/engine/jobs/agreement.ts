import { projectReport } from '../../../shared/agreement/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { factOf, isField, MISSING } from '../../../shared/sampling/facts.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import { currentRubric } from '../store/project.ts';
import { type RatedTuple, readTuples } from '../store/ratings.ts';
import { itemFacts } from '../store/samples.ts';

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
  if (!isField(field)) throw new Fault('EXPRESSION_INVALID', `There is no field "${field}" to slice by.`);
  const facts = itemFacts(db);
  return ({ itemId }) => {
    const own = facts.get(itemId);
    return (own && factOf(own, field)) ?? MISSING;
  };
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
