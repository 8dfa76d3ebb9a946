import { canonical } from '../../../shared/domain/canonical.ts';
import type { WriteContext } from '../context.ts';
import { insertion, insertRows } from '../db/insert-rows.ts';
import { type Parameter, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { hashEvent, JOURNAL_START, lastEvent, type StoredEvent } from '../journal.ts';
import type { PlacedEvent } from './fold.ts';
import type { IncomingEvent } from './incoming.ts';
import type { Journal } from './journals.ts';

const EVENTS = insertion('rating_event', [
  'seq',
  'uuid',
  'at',
  'rater_id',
  'item_id',
  'occasion',
  'rubric',
  'kind',
  'payload',
  'active_ms',
  'hash',
]);
const ORIGINS = insertion('merged_event', [
  'event_seq',
  'merge_id',
  'journal_id',
  'journal_seq',
  'journal_hash',
  'previous',
  'accepted',
]);

/** Where an event comes from, as SQLite writes it where the log is verified. */
const originLine = (
  seq: number,
  { project, fork, signedBy }: Journal,
  { journalSeq, journalHash }: IncomingEvent,
  { previous, accepted }: Pick<Target, 'previous' | 'accepted'>,
): string =>
  `${seq} ${project} ${fork} ${signedBy ?? ''} ${journalSeq} ${journalHash} ${previous ?? ''}${accepted === null ? '' : ` ${accepted}`}\n`;

interface Target {
  raterId: number;
  raterUuid: string;
  itemId: number;
  itemRef: string;
  occasion: number;
  mergeId: number;
  journal: Journal;
  previous: number | null;
  /** The text of the rubric, where it is another than this project's and was accepted. */
  accepted: string | null;
}

/** Adds events that were made elsewhere to the end of this file's journal; they are stored by `flush`. */
export class Appending {
  readonly first: number;
  last: StoredEvent | null = null;
  /** Records that events were imported from, and that were not known. */
  imported = 0;
  private readonly context: WriteContext;
  private seq: number;
  private head: Buffer;
  private events: Parameter[] = [];
  private origins: Parameter[] = [];
  private readonly lines: string[] = [];
  private records: [digest: string, seq: number, extra: string | null][] = [];

  constructor(context: WriteContext) {
    this.context = context;
    const last = lastEvent(context.db);
    this.seq = last?.seq ?? 0;
    this.head = last?.hash ?? JOURNAL_START;
    this.first = this.seq + 1;
  }

  get count(): number {
    return this.seq + 1 - this.first;
  }

  add(event: IncomingEvent, target: Target): PlacedEvent {
    this.seq += 1;
    const { seq } = this;
    const { uuid, at, rubric, kind, payload, activeMs } = event;
    this.head = hashEvent(this.head, {
      seq,
      uuid,
      at,
      rater_id: target.raterId,
      rater_uuid: target.raterUuid,
      item_id: target.itemId,
      item_ref: target.itemRef,
      occasion: target.occasion,
      rubric: rubric.ref,
      kind,
      payload,
      active_ms: activeMs,
    });
    this.last = { seq, uuid, hash: this.head };
    this.events.push(seq, uuid, at, target.raterId, target.itemId, target.occasion, rubric.ref);
    this.events.push(kind, payload, activeMs, this.head);
    this.origins.push(seq, target.mergeId, target.journal.id, event.journalSeq);
    this.origins.push(Buffer.from(event.journalHash, 'hex'), target.previous, target.accepted);
    this.lines.push(originLine(seq, target.journal, event, target));
    if (event.imported) this.records.push([event.imported.digest, seq, event.imported.extra]);
    return {
      seq,
      uuid,
      at,
      rubric: rubric.ref,
      kind,
      payload,
      active_ms: activeMs,
      journal: target.journal.id,
      previous: target.previous,
      accepted: target.accepted,
    };
  }

  /** Stores what was added. */
  flush(): void {
    const { db } = this.context;
    insertRows(db, EVENTS, this.events);
    insertRows(db, ORIGINS, this.origins);
    for (const [digest, seq, extra] of this.records)
      this.imported += run(
        db,
        'INSERT OR IGNORE INTO imported_rating (digest, event_seq, extra) VALUES (?, ?, ?)',
        Buffer.from(digest, 'hex'),
        seq,
        extra,
      ).changes;
    this.events = [];
    this.origins = [];
    this.records = [];
  }

  /** Digest of where the events come from. */
  originsDigest(): string {
    return sha256Hex(this.lines.join(''));
  }

  /** As the audit log vouches for it; nothing where no event was added. */
  range(): { events: [number, number]; head: string } | Record<string, never> {
    return this.last ? { events: [this.first, this.last.seq], head: this.last.hash.toString('hex') } : {};
  }
}

/** The text by which an event is the same wherever it is kept. */
export const eventFace = (place: string, event: IncomingEvent): string =>
  canonical([
    place,
    event.uuid,
    event.at,
    event.rubric.ref,
    event.rubric.digest,
    event.kind,
    event.payload,
    event.activeMs,
    event.previous,
    event.journal,
  ]);
