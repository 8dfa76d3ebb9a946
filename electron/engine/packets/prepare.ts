import { Fault } from '../../../shared/contract/errors.ts';
import { type JournalEvent, replay } from '../../../shared/domain/journal.ts';
import { EMPTY_RATING, type RatingAction, refusal } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';
import { toJournalEvent } from '../journal-event.ts';
import { findRubric } from '../store/project.ts';
import type { PacketContents, PacketEvent } from './contents.ts';
import { foldPlace, type PlacedEvent, ratingOf } from './fold.ts';
import type { IncomingItem } from './incoming.ts';
import type { Bundle, PackedPlace } from './pack.ts';
import type { RubricName } from './rubric-check.ts';
import { standingOf, stored } from './standing.ts';

/**
 * Puts the events of a file together by place, in the order of the items here, and makes sure that each can be read.
 * @throws Fault PACKET_ALTERED where one is no rating event
 */
export function prepare(
  db: ReadConnection,
  contents: PacketContents,
  items: readonly IncomingItem[],
  file: string,
): Bundle {
  const grouped = new Map<string, number[]>();
  for (const [at, [, , rater, item, occasion]] of contents.events.entries()) {
    const name = `${rater} ${item} ${occasion}`;
    const known = grouped.get(name);
    if (known) known.push(at);
    else grouped.set(name, [at]);
  }
  const acts = new Acts(contents.rubrics.map((rubric) => sameRubric(db, rubric)));
  const places = [...grouped.values()].flatMap((events): PackedPlace[] => {
    const first = contents.events[events[0] ?? -1];
    if (!first) return [];
    const [, , rater, item, occasion] = first;
    const standing = standingAt(contents, events, acts, file);
    return [[rater, item, occasion + (items[item]?.base ?? 0), standing, events]];
  });
  // Rows that lie beside each other are stored beside each other.
  const rowOf = ([, item]: PackedPlace): number => items[item]?.row ?? 0;
  places.sort((one, other) => rowOf(one) - rowOf(other));
  const { raters, rubrics, journals, events, imported } = contents;
  return { raters, items: [...items], rubrics, journals, events, imported, places };
}

/** What the events of one place add up to. */
function standingAt(
  { events, rubrics }: PacketContents,
  indexes: readonly number[],
  acts: Acts,
  file: string,
): PackedPlace[3] {
  try {
    const placed = indexes.flatMap((at): PlacedEvent[] => {
      const event = events[at];
      return event ? [placedEvent(event, at, rubrics[event[5]]?.ref ?? '')] : [];
    });
    const read = placed.map((event, at) => acts.read(event, events[indexes[at] ?? -1]?.[5] ?? -1));
    const [version] = foldPlace(placed, []).versions;
    if (!version) return null;
    const rating = version.path.length === read.length ? replay(read) : ratingOf(version);
    const { rubric, status, flagged, body, activeMs, updatedAt } = stored(standingOf(version, rating));
    return [rubric, status, flagged, body, activeMs, updatedAt];
  } catch {
    throw new Fault(
      'PACKET_ALTERED',
      'The packet holds an event that is no act of a rater under its rubric.',
      { file },
    );
  }
}

/** The rubric of that name, where this project has it with the same text: what was made under another text cannot be held against it. */
const sameRubric = (db: ReadConnection, { ref, digest }: RubricName): Rubric | null =>
  get(db, "SELECT 1 FROM rubric WHERE id || '@' || version = ? AND digest = ?", ref, digest)
    ? (findRubric(db, ref) ?? null)
    : null;

/** Acts that name values, which the rubric must have. */
const VALUED: ReadonlySet<RatingAction['kind']> = new Set(['value', 'cannot', 'categories', 'import']);

/** Acts as they are read, each text once: a few values make up most of what raters do. */
class Acts {
  private readonly rubrics: readonly (Rubric | null)[];
  private readonly known = new Map<number, Map<string, RatingAction>>();

  constructor(rubrics: readonly (Rubric | null)[]) {
    this.rubrics = rubrics;
  }

  /** `rubric` is its index in the packet. */
  read(event: PlacedEvent, rubric: number): JournalEvent {
    const texts = this.known.get(rubric) ?? new Map<string, RatingAction>();
    this.known.set(rubric, texts);
    const known = texts.get(event.payload);
    const read: JournalEvent = known
      ? { id: event.uuid, kind: 'action', action: known }
      : toJournalEvent(event);
    if (read.kind !== 'action') return read;
    if (read.action.kind !== event.kind) throw new Error(`this is no ${event.kind}`);
    if (!known) this.check(read.action, this.rubrics[rubric] ?? null);
    texts.set(event.payload, read.action);
    return read;
  }

  private check(action: RatingAction, rubric: Rubric | null): void {
    if (!rubric || !VALUED.has(action.kind)) return;
    const why = refusal(rubric, EMPTY_RATING, action, Number.POSITIVE_INFINITY);
    if (why !== null) throw new Error(why);
  }
}

function placedEvent(event: PacketEvent, at: number, rubric: string): PlacedEvent {
  const [uuid, time, , , , , kind, payload, activeMs, previous] = event;
  return {
    seq: at,
    uuid,
    at: time,
    rubric,
    kind,
    payload,
    active_ms: activeMs,
    journal: 1,
    accepted: null,
    previous: previous < 0 ? null : previous,
  };
}
