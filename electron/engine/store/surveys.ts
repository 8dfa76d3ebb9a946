import type { OutputOf } from '../../../shared/contract/commands.ts';
import { reportOf } from '../../../shared/survey/report.ts';
import { mergeTallies } from '../../../shared/survey/survey.ts';
import { type SurveyTally, tallySchema } from '../../../shared/survey/tally.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';

/** The tallies of the surveys made at import, of one batch or of all that are part of the project. */
function tallies(db: ReadConnection, batch: string | undefined): SurveyTally[] {
  const rows = all<{ body: string }>(
    db,
    `SELECT report.body FROM batch_report report JOIN batch ON batch.id = report.batch_id
     WHERE batch.status = 'ready' AND batch.uuid = coalesce(?, batch.uuid) ORDER BY batch.id`,
    batch ?? null,
  );
  return rows.map(({ body }) => tallySchema.parse(JSON.parse(body)));
}

export function surveyReport(
  db: ReadConnection,
  { batch }: { batch?: string | undefined },
): OutputOf<'survey.report'> {
  const found = tallies(db, batch);
  return { report: found.length === 0 ? null : reportOf(mergeTallies(found)) };
}
