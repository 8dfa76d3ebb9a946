import type { PacketContents } from './contents.ts';
import type { IncomingEvent, IncomingItem, IncomingPlace, IncomingRater } from './incoming.ts';
import type { StoredStanding } from './standing.ts';

type PackedStanding = readonly [
  rubric: string,
  status: StoredStanding['status'],
  flagged: boolean,
  body: string,
  activeMs: number,
  updatedAt: number,
];

/** Rater and item by their index in the bundle, and so the events. */
export type PackedPlace = readonly [
  rater: number,
  item: number,
  occasion: number,
  standing: PackedStanding | null,
  events: readonly number[],
];

/** The events of a file, place by place, as lists: these cross from thread to thread in a fraction of the time that objects take. */
export interface Bundle {
  raters: readonly IncomingRater[];
  items: readonly IncomingItem[];
  rubrics: PacketContents['rubrics'];
  journals: readonly string[];
  events: PacketContents['events'];
  imported: PacketContents['imported'];
  places: readonly PackedPlace[];
}

export function unpack(bundle: Bundle): IncomingPlace[] {
  const imported = new Map(bundle.imported.map(([at, digest, extra]) => [at, { digest, extra }]));
  return bundle.places.flatMap(([raterAt, itemAt, occasion, standing, indexes]): IncomingPlace[] => {
    const rater = bundle.raters[raterAt];
    const item = bundle.items[itemAt];
    if (!rater || !item) return [];
    const events = indexes.map((at) => eventAt(bundle, at, imported.get(at) ?? null));
    return [{ rater, item, occasion, standing: standing && unpackStanding(standing), events }];
  });
}

const unpackStanding = ([rubric, status, flagged, body, activeMs, updatedAt]: PackedStanding) => ({
  rubric,
  status,
  flagged,
  body,
  activeMs,
  updatedAt,
});

function eventAt(
  { events, rubrics, journals }: Bundle,
  index: number,
  imported: IncomingEvent['imported'],
): IncomingEvent {
  const event = events[index];
  if (!event) throw new Error(`there is no event ${index}`);
  const [uuid, at, , , , rubric, kind, payload, activeMs, previous, journal, journalSeq, journalHash] = event;
  return {
    uuid,
    at,
    rubric: rubrics[rubric] ?? { ref: '', digest: '' },
    kind,
    payload,
    activeMs,
    previous: previous < 0 ? null : (events[previous]?.[0] ?? null),
    journal: journals[journal] ?? '',
    journalSeq,
    journalHash,
    imported,
  };
}
