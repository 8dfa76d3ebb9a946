import { createHmac } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';

/**
 * Names that packets use. The project id never leaves with a packet: it is the key under which items are named by content. A plain
 * digest of the content would let whoever holds a packet try out what stood in the place of personal data.
 */

/** What names a project in packets. */
export const nameOfProject = (uuid: string): string => sha256Hex(`touchstone project\0${uuid}`);

/** What names an item of a study by its content. */
export const itemKey = (study: string, ref: string): string =>
  createHmac('sha256', study).update(ref).digest('hex');

export interface Identity {
  /** Project id of this file; the study's secret where it is the study's own. */
  id: string;
  /** Names this file. */
  journal: string;
  /** Names the study it belongs to. */
  study: string;
  /** True where the project was made from a packet. */
  isPart: boolean;
}

export function identityOf(db: ReadConnection): Identity {
  const row = get<{ uuid: string; study: string | null }>(
    db,
    'SELECT p.uuid, o.study FROM project p LEFT JOIN packet_origin o ON o.id = 1',
  );
  const id = row?.uuid ?? '';
  const journal = nameOfProject(id);
  return { id, journal, study: row?.study ?? journal, isPart: row?.study != null };
}
