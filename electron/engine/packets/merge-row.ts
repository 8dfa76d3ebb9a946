import type { Json } from '../../../shared/domain/canonical.ts';
import { audit, type WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import type { Ingest } from './ingest.ts';

interface NewMerge {
  kind: 'packet' | 'project' | 'held' | 'decision';
  /** Id of the packet, or name of the project. */
  source: string;
  file: string;
  digest: string;
  signedBy: string | null;
  /** Names the file that it was made in. */
  journal: string;
}

export interface MergeRow {
  id: number;
  uuid: string;
}

export function beginMerge(
  context: WriteContext,
  { kind, source, file, digest, signedBy, journal }: NewMerge,
): MergeRow {
  const uuid = context.newId();
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO packet_merge (uuid, kind, source, file, digest, signed_by, journal, merged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    uuid,
    kind,
    source,
    file,
    digest,
    signedBy,
    journal,
    context.now,
  );
  return { id: Number(lastInsertRowid), uuid };
}

/** A merge that brought nothing leaves no trace. */
export const forgetMerge = (context: WriteContext, { id }: MergeRow): void =>
  void run(context.db, 'DELETE FROM packet_merge WHERE id = ?', id);

/** True where something was stored. */
export const hasBrought = ({ appending, held, conflicts, signers }: Ingest): boolean =>
  appending.count + held + conflicts + signers > 0;

/** What a merge wrote, as the audit log tells it. */
export function auditMerge(
  context: WriteContext,
  action: string,
  { uuid }: MergeRow,
  ingest: Ingest,
  about: Record<string, Json>,
): void {
  const { appending, held, conflicts, signers, foreign } = ingest;
  const payload = {
    merge: uuid,
    merges: 1,
    ...about,
    held,
    conflicts,
    signers,
    journals: foreign,
    imported_records: appending.imported,
    ...appending.range(),
  };
  audit(context, action, payload, { origins: appending.originsDigest() });
}
