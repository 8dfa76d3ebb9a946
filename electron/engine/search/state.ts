import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';

/** How far an index is. Ids are row ids of the project. */
export interface IndexState {
  project: string;
  log_entry: number;
  log_hash: Buffer;
  /** Conversations up to this one are in the catalogue. */
  listed_to: number;
  /** The texts of conversations up to this one can be searched by their words. */
  texted_to: number;
  message_to: number;
  feedback_to: number;
  /** Grows with every change. */
  revision: number;
  /** Grows when what was there already changes. */
  rewrites: number;
}

export const readState = (index: ReadConnection): IndexState | undefined =>
  get<IndexState>(index, 'SELECT * FROM state');

/** True when the index was made from this project and from what it still is: its log has the entry that the index names. */
export function isOf(db: ReadConnection, state: IndexState): boolean {
  const uuid = get<{ uuid: string }>(db, 'SELECT uuid FROM project')?.uuid;
  const entry = get<{ hash: Buffer }>(db, 'SELECT hash FROM audit_entry WHERE seq = ?', state.log_entry);
  return uuid === state.project && entry !== undefined && entry.hash.equals(state.log_hash);
}

/** True while an import is under way: what it has stored so far is not part of the project. */
export const isLoading = (db: ReadConnection): boolean =>
  get(db, "SELECT 1 FROM batch WHERE status = 'loading' LIMIT 1") !== undefined;
