import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';

/** The ends of what the agreement is counted from, each found by an index: rating events, the lead's decisions, the rubric's versions, known answers. */
const ENDS = `SELECT (SELECT max(seq) FROM rating_event) AS ratings, (SELECT max(id) FROM adjudication_event) AS decisions,
  (SELECT max(version) FROM rubric) AS rubric, (SELECT max(id) FROM gold) AS gold,
  (SELECT max(id) FROM rerating_request) AS reratings`;

/** Another text once something was rated, decided or asked anew. */
export const agreementPulse = (db: ReadConnection): OutputOf<'agreement.pulse'> => ({
  pulse: Object.values(get<Record<string, number | null>>(db, ENDS) ?? {}).join(' '),
});
