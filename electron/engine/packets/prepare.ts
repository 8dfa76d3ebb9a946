import { Fault } from '../../../shared/contract/errors.ts';
import { type JournalEvent, replay } from '../../../shared/domain/journal.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { toJournalEvent } from '../journal-event.ts';
import type { PacketContents, PacketEvent } from './contents.ts';
import { foldPlace, type PlacedEvent, ratingOf } from './fold.ts';
import type { IncomingItem } from './incoming.ts';
import type { Bundle, PackedPlace } from './pack.ts';
import { standingOf, stored } from './standing.ts';

/**
 * Puts the events of a file together by place, in the order of the items here, and makes sure that each can be read.
 * @throws Fault PACKET_ALTERED where one is no rating event
 */
export function prepare(contents: PacketContents, items: readonly IncomingItem[], file: string): Bundle {
  const grouped = new Map<string, number[]>();
  for (const [at, [, , rater, item, occasion]] of contents.events.entries()) {
    const name = `${rater} ${item} ${occasion}`;
    const known = grouped.get(name);
    if (known) known.push(at);
    else grouped.set(name, [at]);
  }
  const acts = new Acts();
  const places = [...grouped.values()].flatMap((events): PackedPlace[] => {
    const first = contents.events[events[0] ?? -1];
    return first ? [[first[2], first[3], first[4], standingAt(contents, events, acts, file), events]] : [];
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
    const read = placed.map((event) => acts.read(event));
    const [version] = foldPlace(placed, []).versions;
    if (!version) return null;
    const rating = version.path.length === read.length ? replay(read) : ratingOf(version);
    const { rubric, status, flagged, body, activeMs, updatedAt } = stored(standingOf(version, rating));
    return [rubric, status, flagged, body, activeMs, updatedAt];
  } catch {
    throw new Fault('PACKET_ALTERED', 'The packet holds an event that is no act of a rater.', { file });
  }
}

/** Acts as they are read, each text once: a few values make up most of what raters do. */
class Acts {
  private readonly known = new Map<string, RatingAction>();

  read(event: PlacedEvent): JournalEvent {
    const known = this.known.get(event.payload);
    const read: JournalEvent = known
      ? { id: event.uuid, kind: 'action', action: known }
      : toJournalEvent(event);
    if (read.kind !== 'action') return read;
    if (read.action.kind !== event.kind) throw new Error(`this is no ${event.kind}`);
    this.known.set(event.payload, read.action);
    return read;
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
    previous: previous < 0 ? null : previous,
  };
}
