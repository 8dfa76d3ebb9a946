import type { Json } from '../../shared/domain/canonical.ts';
import { appendAudit } from './audit-log.ts';
import type { ReadConnection, WriteConnection } from './db/connection.ts';
import type { Taken } from './digest-rows.ts';
import { evidence } from './evidence.ts';

/** What a query has. */
export interface ReadContext {
  db: ReadConnection;
  /** The project file's path. */
  path: string;
  /** What opening the project had to do, in sentences. */
  notices: readonly string[];
}

/** What a change has. All it does happens in one transaction. */
export interface WriteContext {
  db: WriteConnection;
  path: string;
  /** Who acts; stands in the audit log. */
  actor: string;
  /** UTC milliseconds; the same throughout one change. */
  now: number;
  newId(): string;
}

/**
 * Appends the act to the audit log, with a digest of what it wrote where `evidence` knows how to take one. `taken` is the part of
 * it that was taken already, as the rows were written.
 */
export function audit(
  context: WriteContext,
  action: string,
  payload: Record<string, Json>,
  taken?: Taken,
): void {
  const digest = evidence(context.db, action, payload, taken);
  appendAudit(
    context.db,
    context.now,
    context.actor,
    action,
    digest === null ? payload : { ...payload, digest },
  );
}
