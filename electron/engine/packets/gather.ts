import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { type RaterRow, raterByName } from '../store/raters.ts';
import type { PacketContents, PacketEvent } from './contents.ts';
import { type Identity, identityOf, itemKey } from './names.ts';
import { type PortableEvent, readPortable } from './portable.ts';
import { assignmentsOf, readWork } from './read-work.ts';

/** Numbers things in the order they are first named. */
class Numbers<Key> {
  readonly keys: Key[] = [];
  private readonly numbers = new Map<Key, number>();

  of(key: Key): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

export interface Gathered {
  contents: PacketContents;
  /** Ratings that were submitted or skipped. */
  ratings: number;
}

interface Label {
  packet: string;
  madeAt: number;
  key: string;
}

/** What is to be rated by a rater, with the rating they did so far. @throws Fault RATER_UNKNOWN, PACKET_EMPTY */
export function gatherWork(db: ReadConnection, label: Label, name: string): Gathered {
  const rater = knownRater(db, name);
  const assignments = assignmentsOf(db, rater.id);
  const events = readPortable(db, rater);
  if (assignments.length === 0 && events.length === 0)
    throw new Fault('PACKET_EMPTY', `${rater.name} has nothing to rate, and has rated nothing.`);
  const items = new Numbers<string>();
  const uuids = itemUuids(db);
  for (const { item_id } of assignments) items.of(uuids.get(item_id) ?? '');
  const gathered = gather(db, label, 'work', [rater], events, items);
  const ids = new Map([...uuids].map(([id, uuid]) => [uuid, id]));
  const work = readWork(db, {
    items: items.keys.map((uuid) => ids.get(uuid) ?? 0),
    assignments,
    rubrics: new Set(gathered.contents.rubrics.map(({ ref }) => ref)),
  });
  return { ...gathered, contents: { ...gathered.contents, work } };
}

/** What some raters rated, or all of them. @throws Fault RATER_UNKNOWN, PACKET_EMPTY */
export function gatherRatings(db: ReadConnection, label: Label, names: readonly string[]): Gathered {
  const raters =
    names.length > 0
      ? names.map((name) => knownRater(db, name))
      : all<RaterRow>(
          db,
          'SELECT id, uuid, name, pseudonym FROM rater WHERE id IN (SELECT rater_id FROM rating_event) ORDER BY id',
        );
  const events = raters.flatMap((rater) => readPortable(db, rater));
  if (events.length === 0)
    throw new Fault(
      'PACKET_EMPTY',
      'There is no rating to send.',
      undefined,
      'Rate something first, then send it.',
    );
  return gather(db, label, 'ratings', raters, events, new Numbers<string>());
}

/** All that was rated in a project file, as a packet would tell it. */
export function gatherProject(db: ReadConnection): PacketContents {
  const raters = all<RaterRow>(db, 'SELECT id, uuid, name, pseudonym FROM rater ORDER BY id');
  const events = raters.flatMap((rater) => readPortable(db, rater));
  const label = { packet: '', madeAt: 0, key: '' };
  return gather(db, label, 'ratings', raters, events, new Numbers<string>()).contents;
}

function knownRater(db: ReadConnection, name: string): RaterRow {
  const rater = raterByName(db, name);
  if (!rater) throw new Fault('RATER_UNKNOWN', `This project has no rater named ${name}.`);
  return rater;
}

const itemUuids = (db: ReadConnection): Map<number, string> =>
  new Map(
    all<{ id: number; uuid: string }>(db, 'SELECT id, uuid FROM item').map(({ id, uuid }) => [id, uuid]),
  );

function gather(
  db: ReadConnection,
  { packet, madeAt, key }: Label,
  kind: PacketContents['kind'],
  raters: readonly RaterRow[],
  events: readonly PortableEvent[],
  items: Numbers<string>,
): Gathered {
  const identity = identityOf(db);
  const people = new Numbers<string>();
  for (const { uuid } of raters) people.of(uuid);
  const rubrics = new Numbers<string>();
  const journals = new Numbers<string>();
  const places = new Map(events.map(({ uuid }, at) => [uuid, at]));
  const imported: PacketContents['imported'] = [];
  const told = events.map((event, at): PacketEvent => {
    if (event.imported) imported.push([at, event.imported.digest.toString('hex'), event.imported.extra]);
    return [
      event.uuid,
      event.at,
      people.of(event.rater),
      items.of(event.item),
      event.occasion,
      rubrics.of(event.rubric),
      event.kind,
      event.payload,
      event.activeMs,
      event.previous === null ? -1 : (places.get(event.previous) ?? -1),
      journals.of(event.journal),
      event.journalSeq,
      event.journalHash.toString('hex'),
    ];
  });
  const contents: PacketContents = {
    packet,
    kind,
    madeAt,
    study: identity.study,
    journal: identity.journal,
    key,
    raters: raters.map(({ uuid, name, pseudonym }) => ({ id: uuid, name, pseudonym })),
    items: items.keys.map((uuid) => ({ id: uuid, key: keyOf(db, identity, uuid) })),
    rubrics: rubrics.keys.map((ref) => ({ ref, digest: rubricDigest(db, ref) })),
    journals: journals.keys,
    events: told,
    imported,
    work: null,
  };
  return { contents, ratings: ratingsOf(db, raters) };
}

interface ItemNames {
  ref: string;
  key: string | null;
}

/** A project made from a packet passes on what the study named the item by. */
function keyOf(db: ReadConnection, { id }: Identity, uuid: string): string {
  const row = get<ItemNames>(
    db,
    'SELECT i.ref, p.key FROM item i LEFT JOIN packet_item p ON p.item_id = i.id WHERE i.uuid = ?',
    uuid,
  );
  return row?.key ?? itemKey(id, row?.ref ?? '');
}

const rubricDigest = (db: ReadConnection, ref: string): string =>
  get<{ digest: string }>(db, "SELECT digest FROM rubric WHERE id || '@' || version = ?", ref)?.digest ?? '';

const ratingsOf = (db: ReadConnection, raters: readonly RaterRow[]): number =>
  raters.reduce(
    (sum, { id }) =>
      sum +
      (get<{ n: number }>(
        db,
        "SELECT count(*) AS n FROM rating WHERE rater_id = ? AND status IN ('submitted', 'skipped')",
        id,
      )?.n ?? 0),
    0,
  );
