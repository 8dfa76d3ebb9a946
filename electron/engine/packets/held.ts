import { z } from 'zod';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, run } from '../db/statements.ts';
import { sha256 } from '../digest.ts';
import { eventFace } from './append.ts';
import { type IncomingEvent, type IncomingPlace, placeName } from './incoming.ts';
import type { Source } from './ingest.ts';
import type { PlaceKey } from './standing.ts';

/** Keeps an event that cannot be taken in as it came; 1 where it was not kept before. */
export const hold = (
  context: WriteContext,
  mergeId: number,
  place: IncomingPlace,
  event: IncomingEvent,
): number => keep(context, mergeId, { place, event, takenAt: null });

/** The same of one that was taken in, and is to be found again should that be undone. */
export const holdTaken = (
  context: WriteContext,
  mergeId: number,
  place: IncomingPlace,
  event: IncomingEvent,
): number => keep(context, mergeId, { place, event, takenAt: context.now });

interface Kept {
  place: IncomingPlace;
  event: IncomingEvent;
  takenAt: number | null;
}

/** An item that was found counts its showings otherwise than the file it came from: what is kept is what the file says. */
function keep(
  context: WriteContext,
  mergeId: number,
  { place: { rater, item, occasion }, event, takenAt }: Kept,
): number {
  const told = occasion - item.base;
  const place = placeName(rater.name, item.key, told);
  const record = { rater, item: { id: item.id, key: item.key }, occasion: told, event };
  return run(
    context.db,
    'INSERT OR IGNORE INTO held_event (identity, merge_id, place, record, taken_at) VALUES (?, ?, ?, ?, ?)',
    sha256(eventFace(place, event)),
    mergeId,
    place,
    JSON.stringify(record),
    takenAt,
  ).changes;
}

/** Notes that the ratings at a place differ; 1 where that was not noted before. */
export const noteConflict = (context: WriteContext, mergeId: number, place: PlaceKey): number =>
  run(
    context.db,
    'INSERT OR IGNORE INTO merge_conflict (uuid, merge_id, rater_id, item_id, occasion) VALUES (?, ?, ?, ?, ?)',
    context.newId(),
    mergeId,
    place.raterId,
    place.itemId,
    place.occasion,
  ).changes;

/** Notes under which key ratings of a rater came; 1 where none came under it before. */
export const noteSigner = (context: WriteContext, raterId: number, { signedBy, mergeId }: Source): number =>
  signedBy === null
    ? 0
    : run(
        context.db,
        'INSERT OR IGNORE INTO signer (rater_id, signed_by, merge_id) VALUES (?, ?, ?)',
        raterId,
        signedBy,
        mergeId,
      ).changes;

const heldRecord = z.object({
  rater: z.object({ id: z.string(), name: z.string(), pseudonym: z.string() }),
  item: z.object({ id: z.string(), key: z.string() }),
  occasion: z.number(),
  event: z.object({
    uuid: z.string(),
    at: z.number(),
    rubric: z.object({ ref: z.string(), digest: z.string() }),
    kind: z.string(),
    payload: z.string(),
    activeMs: z.number(),
    previous: z.string().nullable(),
    journal: z.string(),
    journalSeq: z.number(),
    journalHash: z.string(),
    imported: z.object({ digest: z.string(), extra: z.string().nullable() }).nullable(),
  }),
});
export type HeldRecord = z.infer<typeof heldRecord>;

export interface HeldRow {
  id: number;
  merge_id: number;
  signed_by: string | null;
  journal: string;
  file: string;
  place: string;
  record: HeldRecord;
}

/** Events that wait, but those the lead left out, in the order they came. */
export const heldEvents = (db: ReadConnection): HeldRow[] =>
  all<Omit<HeldRow, 'record'> & { record: string }>(
    db,
    `SELECT h.id, h.merge_id, g.signed_by, g.journal, g.file, h.place, h.record
     FROM held_event h JOIN packet_merge g ON g.id = h.merge_id
     WHERE h.taken_at IS NULL AND h.place NOT IN (SELECT subject FROM standing_decision WHERE kind = 'dismiss') ORDER BY h.id`,
  ).map((row) => ({ ...row, record: heldRecord.parse(JSON.parse(row.record)) }));
