import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { type RaterRow, raterByName } from '../store/raters.ts';
import type { PacketContents, PacketEvent } from './contents.ts';
import { type Identity, identityOf, itemKey } from './names.ts';
import { type PortableEvent, readPortable } from './portable.ts';
import { assignmentsOf, readWork } from './read-work.ts';
import { itemIn, Showings } from './showings.ts';
import { readWords } from './words.ts';

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

  find(key: Key): number | undefined {
    return this.numbers.get(key);
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
  const showings = new Showings(db, identityOf(db).id, rater.id);
  const assignments = assignmentsOf(db, rater.id);
  const events = readPortable(db, rater);
  if (assignments.length === 0 && events.length === 0)
    throw new Fault('PACKET_EMPTY', `${rater.name} has nothing to rate, and has rated nothing.`);
  const items = new Numbers<string>();
  const told = assignments.map(({ item, occasion, ...rest }) => {
    const place = showings.tell(item, occasion);
    const from = rest.from === null ? null : showings.tell(item, rest.from).occasion;
    return { ...rest, item: items.of(place.name), occasion: place.occasion, from };
  });
  const gathered = gather(db, label, { kind: 'work', raters: [rater], events, items, showings });
  const words = readWords(db, rater.id, (item, occasion) => {
    const place = showings.tell(item, occasion);
    const index = items.find(place.name);
    return index === undefined ? null : { item: index, occasion: place.occasion };
  });
  const work = readWork(db, {
    items: items.keys.map((told) => rowOf(db, itemIn(told))),
    assignments: told,
    rubrics: new Set(gathered.contents.rubrics.map(({ ref }) => ref)),
  });
  return { ...gathered, contents: { ...gathered.contents, work: { ...work, ...words } } };
}

const rowOf = (db: ReadConnection, item: string): number =>
  get<{ id: number }>(db, 'SELECT id FROM item WHERE uuid = ?', item)?.id ?? 0;

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
  return gather(db, label, ratingsOnly(raters, events));
}

/** All that was rated in a project file, as a packet would tell it. */
export function gatherProject(db: ReadConnection): PacketContents {
  const raters = all<RaterRow>(db, 'SELECT id, uuid, name, pseudonym FROM rater ORDER BY id');
  const events = raters.flatMap((rater) => readPortable(db, rater));
  const label = { packet: '', madeAt: 0, key: '' };
  return gather(db, label, ratingsOnly(raters, events)).contents;
}

const ratingsOnly = (raters: readonly RaterRow[], events: readonly PortableEvent[]): Gathering => ({
  kind: 'ratings',
  raters,
  events,
  items: new Numbers<string>(),
  showings: null,
});

function knownRater(db: ReadConnection, name: string): RaterRow {
  const rater = raterByName(db, name);
  if (!rater) throw new Fault('RATER_UNKNOWN', `This project has no rater named ${name}.`);
  return rater;
}

interface Gathering {
  kind: PacketContents['kind'];
  raters: readonly RaterRow[];
  events: readonly PortableEvent[];
  /** By their names within the packet. */
  items: Numbers<string>;
  /** Hides what is a repeat; null where places are told as they are. */
  showings: Showings | null;
}

function gather(
  db: ReadConnection,
  { packet, madeAt, key }: Label,
  { kind, raters, events, items, showings }: Gathering,
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
    const place = showings?.tell(event.item, event.occasion) ?? {
      name: event.item,
      occasion: event.occasion,
    };
    return [
      event.uuid,
      event.at,
      people.of(event.rater),
      items.of(place.name),
      place.occasion,
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
    items: items.keys.map((name) => nameItem(db, identity, name, showings)),
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
function nameItem(
  db: ReadConnection,
  { id: study }: Identity,
  name: string,
  showings: Showings | null,
): PacketContents['items'][number] {
  const row = get<ItemNames>(
    db,
    'SELECT i.ref, p.key FROM item i LEFT JOIN packet_item p ON p.item_id = i.id WHERE i.uuid = ?',
    itemIn(name),
  );
  const ref = row?.ref ?? '';
  return showings?.identify(name, ref) ?? { id: name, key: row?.key ?? itemKey(study, ref) };
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
