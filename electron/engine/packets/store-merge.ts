import type { WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { type HeldRow, heldEvents } from './held.ts';
import { type IncomingEvent, type IncomingItem, type IncomingPlace, isRating } from './incoming.ts';
import { Ingest } from './ingest.ts';
import type { Lent } from './lend.ts';
import { itemFor } from './make-item.ts';
import { auditMerge, beginMerge, forgetMerge, hasBrought } from './merge-row.ts';
import { type Bundle, unpack } from './pack.ts';
import { NOTHING_TAKEN, type TakenLoan, takeLoan } from './take-loan.ts';
import { type MoreWork, takeWork } from './take-work.ts';

/** A file, ready to be merged. */
export interface MergeFile {
  kind: 'packet' | 'project';
  source: string;
  file: string;
  digest: string;
  signedBy: string | null;
  /** Names the file it was made in. */
  journal: string;
  bundle: Bundle;
  /** What a project file brings beside ratings. */
  lent: Lent | null;
  /** What a later packet of work brings to a project made from an earlier one. */
  work: MoreWork | null;
}

export interface MergeCounts {
  ratings: number;
  new: number;
  duplicates: number;
  conflicting: number;
  /** New rating events. */
  events: number;
  brought: TakenLoan;
}

/** Pages of the file held in memory while files are merged, KB: their rows go to places all over it. */
const CACHE_KB = 96 * 1024;

/** Merges files, each all of it. They are in one transaction, since files of many raters touch the same places. */
export function storeMerges(
  context: WriteContext,
  { files }: { files: readonly MergeFile[] },
): MergeCounts[] {
  const { db } = context;
  const usual = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = -${CACHE_KB}`);
  try {
    return files.map((file) => storeMerge(context, file));
  } finally {
    db.pragma(`cache_size = ${usual}`);
  }
}

/** Merges one file. One that brings nothing changes nothing. */
export function storeMerge(context: WriteContext, file: MergeFile): MergeCounts {
  const { kind, source, digest, signedBy, journal, bundle } = file;
  const lent = file.lent ? takeLoan(context, file.file, file.lent) : NOTHING_TAKEN;
  const more = file.work && takeWork(context, file.file, file.work);
  const brought = { ...lent, assignments: lent.assignments + (more?.assignments ?? 0) };
  const places = unpack(bundle);
  const merge = beginMerge(context, { kind, source, file: file.file, digest, signedBy, journal });
  const ingest = new Ingest(context, (item) => more?.items.get(item.key) ?? itemFor(context, item));
  const taken = ingest.takeAll(places, { mergeId: merge.id, cameWith: merge.id, signedBy, journal });
  const differ = ingest.finish(merge.id);
  const counts = { ratings: 0, new: 0, duplicates: 0, conflicting: 0 };
  for (const [at, { outcome, name }] of taken.entries()) {
    const place = places[at];
    if (!place || !isRating(place)) continue;
    counts.ratings += 1;
    const differs = outcome === 'new' && name !== null && differ.has(name);
    if (outcome === 'duplicate') counts.duplicates += 1;
    else counts[outcome === 'held' || differs ? 'conflicting' : 'new'] += 1;
  }
  if (hasBrought(ingest))
    auditMerge(context, 'packet.merge', merge, ingest, {
      kind,
      source,
      file: file.file,
      sha256: digest,
      signed_by: signedBy,
      ...counts,
    });
  else forgetMerge(context, merge);
  return { ...counts, events: ingest.appending.count, brought };
}

const UNSIGNED_HELD = {
  kind: 'held',
  source: '',
  file: '',
  digest: '',
  signedBy: null,
  journal: '',
} as const;

/** Where the items of held events are by now, by their keys. */
export type FoundItems = Readonly<Record<string, IncomingItem>>;

/** Takes in what was held and can be taken in by now. */
export function retakeHeld(context: WriteContext, { items }: { items: FoundItems }): { events: number } {
  const held = heldEvents(context.db);
  const merge = beginMerge(context, UNSIGNED_HELD);
  const ingest = new Ingest(context, (item) => itemFor(context, item));
  ingest.inJournal = new Set();
  const rows = new Map<IncomingEvent, HeldRow>(held.map((row) => [row.record.event, row]));
  for (const [first, ...more] of byMerge(held)) {
    if (!first) continue;
    const { merge_id: cameWith, signed_by: signedBy, journal } = first;
    ingest.takeAll(placesOf([first, ...more], items), { mergeId: merge.id, cameWith, signedBy, journal });
  }
  ingest.finish(merge.id);
  for (const event of ingest.inJournal)
    run(context.db, 'UPDATE held_event SET taken_at = ? WHERE id = ?', context.now, rows.get(event)?.id ?? 0);
  if (hasBrought(ingest)) auditMerge(context, 'packet.retake', merge, ingest, {});
  else forgetMerge(context, merge);
  return { events: ingest.appending.count };
}

const byMerge = (held: readonly HeldRow[]): HeldRow[][] => grouped(held, ({ merge_id }) => merge_id);

/** Held events by their places. */
function placesOf(held: readonly HeldRow[], items: FoundItems): IncomingPlace[] {
  return grouped(held, ({ place }) => place).flatMap((rows): IncomingPlace[] => {
    const record = rows[0]?.record;
    if (!record) return [];
    const item = items[record.item.key] ?? { ...record.item, row: null, ref: null, base: 0 };
    const { rater } = record;
    const occasion = record.occasion + item.base;
    return [{ rater, item, occasion, standing: null, events: rows.map((row) => row.record.event) }];
  });
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}
