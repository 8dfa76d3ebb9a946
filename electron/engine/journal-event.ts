import type { JournalEvent } from '../../shared/domain/journal.ts';
import { ratingAction } from '../../shared/domain/rating-schema.ts';

/** The stored event as the pure journal reads it. */
export function toJournalEvent(row: { uuid: string; kind: string; payload: string }): JournalEvent {
  const payload: unknown = JSON.parse(row.payload);
  if (row.kind === 'undo' || row.kind === 'redo') {
    const target =
      typeof payload === 'object' && payload !== null && 'event' in payload ? String(payload.event) : '';
    return { id: row.uuid, kind: row.kind, target };
  }
  return { id: row.uuid, kind: 'action', action: ratingAction.parse(payload) };
}
