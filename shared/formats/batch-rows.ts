import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { readApiLog } from './api-log.ts';
import { Reject } from './fault.ts';

const isAsked = (row: JsonObject): boolean =>
  isObject(row.params) || isObject(row.body) || isObject(row.request);
const isAnswered = (row: JsonObject): boolean => isObject(row.result) || 'response' in row;

/** Batches write requests and results in rows of their own, which share a `custom_id`; null for a row that has both, or no such id. */
export function batchKey(record: unknown): string | null {
  if (!isObject(record) || isAsked(record) === isAnswered(record)) return null;
  return textOr(record.custom_id);
}

/** Joins the rows of one `custom_id`: each result with the request. */
export function readBatchRows(rows: readonly unknown[]): Conversation[] {
  const known = rows.filter(isObject);
  const request = known.find(isAsked);
  const results = known.filter(isAnswered);
  if (results.length === 0)
    throw new Reject(
      '$',
      'The results of the batch are not in the file; import both in one file.',
      'NO_ANSWER',
    );
  return results.flatMap((result) => readApiLog({ ...request, ...result }));
}
