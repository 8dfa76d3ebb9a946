import type { StoredStanding } from './standing.ts';

/** What a file brings, ready for the writer. */

export interface IncomingRater {
  id: string;
  name: string;
  pseudonym: string;
}

export interface IncomingItem {
  /** Its id where it comes from, and what names it by content in packets. */
  id: string;
  key: string;
  /** Its row here; null where it is not known by then. */
  row: number | null;
  /** What names it by content here, where its row is still to be made; null where nothing is known of it. */
  ref: string | null;
  /** The showing here that the file counts as its first: packets do not tell a hidden repeat from another item. */
  base: number;
}

export interface IncomingEvent {
  uuid: string;
  at: number;
  rubric: { ref: string; digest: string };
  kind: string;
  payload: string;
  activeMs: number;
  /** Id of the event at the same place that it follows. */
  previous: string | null;
  journal: string;
  journalSeq: number;
  /** Hexadecimal. */
  journalHash: string;
  imported: { digest: string; extra: string | null } | null;
}

/** One rater's events on one item, in an order in which each comes after the one it follows. */
export interface IncomingPlace {
  rater: IncomingRater;
  item: IncomingItem;
  occasion: number;
  /** What they add up to where nothing else stands at the place, but for the number of the last; null where that is not known. */
  standing: Omit<StoredStanding, 'lastEvent'> | null;
  events: readonly IncomingEvent[];
}

/** True where the events of a place add up to a judgement: submitted or skipped. */
export const isRating = ({ standing }: IncomingPlace): boolean =>
  standing !== null && standing.status !== 'draft';

/** What names a place in every file of the study. */
export const placeName = (rater: string, itemKey: string, occasion: number): string =>
  `${rater.toLowerCase()}\n${itemKey}\n${occasion}`;
