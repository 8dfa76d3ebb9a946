import { createHash } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { eachList, get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { identityOf } from './names.ts';

/** Events that were given to another rater are that rater's; those under a rubric that was accepted and is not any more are held. */
const OWN_EVENTS = `AND NOT EXISTS (SELECT 1 FROM merged_event m
    WHERE m.event_seq = e.seq AND ((e.rater_id, m.journal_id) IN given_away OR m.accepted IN withdrawn_rubric))`;

/** The rows that a table has on each item, item by item in the order of their content. Few are sorted at a time. */
const byItem = (line: string, from: string): string =>
  `SELECT i.ref || char(10) || (SELECT group_concat(line, char(10) ORDER BY line) FROM (SELECT ${line} AS line FROM ${from})) AS lines
   FROM item i ORDER BY i.ref`;

/** A rater by the name, which is one person in a study. */
const RATER = 'lower(p.name)';

/**
 * What is merged, part by part, each row as a JSON list, in an order that depends on the rows alone. Row ids, numbers in the journal,
 * pseudonyms and the order of queues are this file's own and left out.
 */
const parts = (db: ReadConnection): string[] => [
  byItem(
    `json_array(${RATER}, r.occasion, r.rubric, r.status, r.flagged, r.body, r.active_ms, r.updated_at)`,
    'rating r JOIN rater p ON p.id = r.rater_id WHERE r.item_id = i.id',
  ),
  byItem(
    `${RATER} || ' ' || e.occasion || ' ' || e.uuid`,
    `rating_event e JOIN rater p ON p.id = e.rater_id WHERE e.item_id = i.id ${hasDecisions(db) ? OWN_EVENTS : ''}`,
  ),
  `SELECT json_array(i.ref, ${RATER}, a.occasion, x.assignment_id IS NOT NULL, g.from_occasion, g.dimensions) AS lines
   FROM assignment a JOIN item i ON i.id = a.item_id JOIN rater p ON p.id = a.rater_id
   LEFT JOIN assignment_release x ON x.assignment_id = a.id LEFT JOIN rerating g ON g.assignment_id = a.id ORDER BY i.ref, ${RATER}, a.occasion`,
  byItem(
    'json_array(g.rubric, g."values", g.created_at)',
    'gold g WHERE g.id = (SELECT max(id) FROM gold WHERE item_id = i.id)',
  ),
  byItem(
    `json_array(w.uuid, ${RATER}, w.occasion, w.question, w.text, w.at)`,
    'mark_answer w JOIN rater p ON p.id = w.rater_id WHERE w.item_id = i.id',
  ),
  byItem(
    'json_array(d.uuid, d.candidate, d.dimension, d.rubric, d.kind, d.payload, d.actor, d.at)',
    'adjudication_event d WHERE d.item_id = i.id',
  ),
  'SELECT lower(hex(identity)) AS lines FROM held_event WHERE taken_at IS NULL ORDER BY identity',
];

const hasDecisions = (db: ReadConnection): boolean =>
  get(db, 'SELECT 1 FROM merge_decision LIMIT 1') !== undefined;

/**
 * SHA-256 over the logical content that merging brings together: current ratings, rating events, assignments, known answers, what leads
 * answered and decided, and what is held back. Two files of a study into which the same files were merged, in any order and any number of times, give the same.
 */
export function contentDigest(db: ReadConnection): string {
  const digests = parts(db).map((sql) => {
    const hash = createHash('sha256');
    for (const [lines] of eachList<[string | null]>(db, sql)) if (lines !== null) hash.update(`${lines}\n`);
    return hash.digest('hex');
  });
  return sha256Hex([identityOf(db).study, ...digests].join('\n'));
}
