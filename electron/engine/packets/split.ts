import { Fault } from '../../../shared/contract/errors.ts';
import type { WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { ensureRater, type RaterRow, raterById } from '../store/raters.ts';
import { decide } from './decisions.ts';
import type { IncomingEvent, IncomingPlace, IncomingRater } from './incoming.ts';
import { Ingest } from './ingest.ts';
import { auditMerge, beginMerge } from './merge-row.ts';

interface MovedRow {
  seq: number;
  uuid: string;
  at: number;
  item_id: number;
  item: string;
  ref: string;
  occasion: number;
  rubric: string;
  digest: string;
  kind: string;
  payload: string;
  active_ms: number;
  previous: number | null;
  project: string;
  journal_seq: number;
  journal_hash: Buffer;
}

const MOVED = `SELECT e.seq, e.uuid, e.at, e.item_id, i.uuid AS item, i.ref, e.occasion, e.rubric, u.digest, e.kind, e.payload, e.active_ms,
    m.previous, j.project, m.journal_seq, m.journal_hash
  FROM rating_event e JOIN merged_event m ON m.event_seq = e.seq JOIN foreign_journal j ON j.id = m.journal_id
  JOIN item i ON i.id = e.item_id JOIN rubric u ON u.id || '@' || u.version = e.rubric
  WHERE e.rater_id = ? AND m.journal_id = ? ORDER BY e.seq`;

/**
 * What came from some files under a rater's name is another person's: it is added once more, under that person, and no longer counts
 * for the rater. What these files bring later goes to that person by itself.
 */
export function giveToAnother(
  context: WriteContext,
  rater: { id: number; name: string },
  journals: readonly number[],
  key: string,
  name: string | undefined,
): void {
  if (journals.length === 0)
    throw new Fault(
      'RESOLUTION_NOT_POSSIBLE',
      'Under this key nothing came that another did not bring before.',
    );
  const other = otherRater(context, rater, name);
  const act = context.newId();
  const { id: toRaterId } = raterById(context.db, other.id);
  for (const journal of journals)
    decide(context, act, {
      kind: 'another',
      raterId: rater.id,
      journalId: journal,
      toRaterId,
      subject: key || signerOf(context.db, journal),
    });
  move(context, { from: raterByRow(context.db, rater.id), to: other, journals }, { act });
}

/** It was the rater's own after all: it counts for them again, with what came under the other meanwhile, and for the other no longer. */
export function giveBack(
  context: WriteContext,
  decisions: readonly { raterId: number; toRaterId: number; journalId: number; subject: string }[],
  undoes: string,
): void {
  const [first] = decisions;
  if (!first) return;
  const act = context.newId();
  for (const decision of decisions) decide(context, act, { kind: 'another', ...decision, undoes });
  const { uuid: id, name, pseudonym } = raterByRow(context.db, first.raterId);
  move(
    context,
    {
      from: raterByRow(context.db, first.toRaterId),
      to: { id, name, pseudonym },
      journals: decisions.map(({ journalId }) => journalId),
    },
    { act, undoes },
  );
}

interface Move {
  from: RaterRow;
  to: IncomingRater;
  journals: readonly number[];
}

/** Adds what came from journals under one rater once more under another, as far as it is not there, and reads both anew. */
function move(
  context: WriteContext,
  { from, to, journals }: Move,
  about: { act: string; undoes?: string },
): void {
  const merge = beginMerge(context, {
    kind: 'decision',
    source: '',
    file: '',
    digest: '',
    signedBy: null,
    journal: '',
  });
  const ingest = new Ingest(context, ({ row }) =>
    row === null ? null : (get(context.db, 'SELECT id, ref FROM item WHERE id = ?', row) ?? null),
  );
  const receiver = raterById(context.db, to.id);
  for (const journal of journals) {
    const places = placesOf(context.db, from.id, journal, to);
    const project = places[0]?.events[0]?.journal ?? '';
    ingest.takeAll(places, {
      mergeId: merge.id,
      cameWith: -journal,
      signedBy: signerOf(context.db, journal) || null,
      journal: project,
      known: { project, row: journal },
    });
    for (const { item, occasion } of places)
      if (item.row !== null) {
        ingest.touch(from, item.row, occasion);
        ingest.touch(receiver, item.row, occasion);
      }
  }
  ingest.finish(merge.id);
  auditMerge(context, 'packet.resolve', merge, ingest, {
    ...about,
    kind: 'another',
    decisions: journals.length,
    rater: from.uuid,
    to: to.id,
  });
}

const raterByRow = (db: ReadConnection, id: number): RaterRow =>
  raterById(db, get<{ uuid: string }>(db, 'SELECT uuid FROM rater WHERE id = ?', id)?.uuid ?? '');

const signerOf = (db: ReadConnection, journal: number): string =>
  get<{ signed_by: string | null }>(db, 'SELECT signed_by FROM foreign_journal WHERE id = ?', journal)
    ?.signed_by ?? '';

function otherRater(
  context: WriteContext,
  rater: { id: number; name: string },
  name: string | undefined,
): IncomingRater {
  const other = ensureRater(context, name ?? freeName(context.db, rater.name));
  if (other.id === rater.id)
    throw new Fault(
      'RESOLUTION_NOT_POSSIBLE',
      `${rater.name} is the same name; give the other person another.`,
    );
  return { id: other.uuid, name: other.name, pseudonym: other.pseudonym };
}

function freeName(db: ReadConnection, name: string): string {
  for (let number = 2; ; number += 1) {
    const free = `${name} ${number}`;
    if (!get(db, 'SELECT 1 FROM rater WHERE name = ?', free)) return free;
  }
}

function placesOf(
  db: ReadConnection,
  raterId: number,
  journal: number,
  rater: IncomingRater,
): IncomingPlace[] {
  const rows = all<MovedRow>(db, MOVED, raterId, journal);
  const ids = new Map(rows.map(({ seq, uuid }) => [seq, uuid]));
  const places = new Map<string, IncomingPlace & { events: IncomingEvent[] }>();
  for (const row of rows) {
    const name = `${row.item_id} ${row.occasion}`;
    const place = places.get(name) ?? {
      rater,
      item: { id: row.item, key: '', row: row.item_id, ref: row.ref, base: 0 },
      occasion: row.occasion,
      standing: null,
      events: [],
    };
    places.set(name, place);
    place.events.push({
      uuid: row.uuid,
      at: row.at,
      rubric: { ref: row.rubric, digest: row.digest },
      kind: row.kind,
      payload: row.payload,
      activeMs: row.active_ms,
      previous: row.previous === null ? null : (ids.get(row.previous) ?? null),
      journal: row.project,
      journalSeq: row.journal_seq,
      journalHash: row.journal_hash.toString('hex'),
      imported: null,
    });
  }
  return [...places.values()];
}
