import { comparisonFigures } from '../../../shared/agreement/comparisons.ts';
import { ssa } from '../../../shared/agreement/index.ts';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count } from '../db/statements.ts';
import { readCompared } from '../store/compared.ts';
import { currentRubric, projectCounts, projectRow } from '../store/project.ts';
import { readTuples } from '../store/ratings.ts';

interface Tally {
  name: string;
  n: number;
}

const tally = (db: ReadConnection, sql: string): Record<string, number> =>
  Object.fromEntries(all<Tally>(db, sql).map(({ name, n }) => [name, n]));

/** What is in the project, in figures. */
export function projectStats(db: ReadConnection): OutputOf<'project.stats'> {
  const rubric = currentRubric(db);
  const rated = ssa(readTuples(db, rubric), rubric);
  const compared = readCompared(db, rubric);
  return {
    name: projectRow(db).name,
    rubric: rubricRef(rubric),
    ...projectCounts(db),
    batches: count(db, "SELECT count(*) AS n FROM batch WHERE status = 'ready'"),
    duplicates: count(db, "SELECT coalesce(sum(duplicates), 0) AS n FROM batch WHERE status = 'ready'"),
    rating_events: count(db, 'SELECT count(*) AS n FROM rating_event'),
    audit_entries: count(db, 'SELECT count(*) AS n FROM audit_entry'),
    ssa: rated,
    comparisons: compared.length > 0 ? comparisonFigures(compared) : null,
    per_rater: tally(
      db,
      `SELECT p.name, count(r.item_id) AS n FROM rater p
       LEFT JOIN rating r ON r.rater_id = p.id AND r.status = 'submitted' GROUP BY p.id ORDER BY p.name`,
    ),
    per_model: tally(
      db,
      `SELECT coalesce(model, 'unknown') AS name, count(*) AS n FROM ready_conversation GROUP BY 1 ORDER BY 2 DESC, 1`,
    ),
    sample_ids: all<{ uuid: string }>(db, 'SELECT uuid FROM sample ORDER BY id').map(({ uuid }) => uuid),
  };
}
