import { replay } from '../../../shared/domain/journal.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import { ratingBody } from '../../../shared/domain/rating-body.ts';
import { toJournalEvent } from '../journal-event.ts';

/**
 * The current rating at a place (one rater's rating of one item) where events came together from several files.
 *
 * Each event follows one other at its place: what whoever made it had before them. So the events of a place are a tree, and the same
 * events are the same tree in whatever order they came. A file that was only carried on adds to a branch; two files that were rated in
 * independently are two branches. The current rating is that of one branch, chosen by what is in the events alone.
 */

export interface PlacedEvent {
  seq: number;
  uuid: string;
  at: number;
  rubric: string;
  kind: string;
  payload: string;
  active_ms: number;
  /** The journal it was made in; null for this file's own. */
  journal: number | null;
  /** The text of the rubric it was made under, where that is another than this project's and the lead took it in. */
  accepted: string | null;
  /** Number of the event that it follows; null for the first. Of this file's own events it is not stored, and found here. */
  previous: number | null;
}

interface Period {
  /** The last event before it was decided, and before that was undone; null where it still holds. */
  after: number;
  until: number | null;
}

/** What the lead decided, and when that held. */
export type Rule = Period &
  (
    | { kind: 'keep'; event: string; among: readonly string[] }
    /** What came from this journal is another rater's. */
    | { kind: 'another'; journal: number }
    /** What was made under this text of a rubric does not count any more. */
    | { kind: 'without'; rubric: string }
  );

export const holding = (rules: readonly Rule[]): Rule[] => rules.filter(({ until }) => until === null);

const heldBefore = (rules: readonly Rule[], seq: number): Rule[] =>
  rules.filter(({ after, until }) => after < seq && (until === null || seq <= until));

/** The events that count, by rules that hold. */
export function counting<Event extends PlacedEvent>(
  events: readonly Event[],
  rules: readonly Rule[],
): Event[] {
  const others = new Set(rules.flatMap((rule) => (rule.kind === 'another' ? rule.journal : [])));
  const texts = new Set(rules.flatMap((rule) => (rule.kind === 'without' ? rule.rubric : [])));
  return events.filter(
    ({ journal, accepted }) =>
      (journal === null || !others.has(journal)) && (accepted === null || !texts.has(accepted)),
  );
}

/** One branch, from the first event to its last. */
export interface Version {
  path: readonly PlacedEvent[];
  last: PlacedEvent;
}

export interface Fold {
  /** The branches, the one that counts first; none where nothing of it counts. */
  versions: readonly Version[];
  /** Number of the event that each event follows; null for the first. */
  previous: ReadonlyMap<number, number | null>;
}

/** Acts by which a rater says: this is my judgement. */
const FINISHING: ReadonlySet<string> = new Set(['submit', 'skip', 'import']);

/** Puts the events of one place, in the order of their numbers, together. */
export function foldPlace(events: readonly PlacedEvent[], rules: readonly Rule[]): Fold {
  const previous = new Map<number, number | null>();
  const isLinear = rules.length === 0 && events.every(followsTheLast);
  const known: PlacedEvent[] = [];
  for (const event of events) {
    const last = known.at(-1)?.seq ?? null;
    previous.set(event.seq, isLinear ? last : predecessor(event, known, previous, rules));
    known.push(event);
  }
  if (isLinear) {
    const last = events.at(-1);
    return { versions: last ? [{ path: events, last }] : [], previous };
  }
  return { versions: branches(known, previous, holding(rules)), previous };
}

const followsTheLast = (
  { journal, previous }: PlacedEvent,
  at: number,
  events: readonly PlacedEvent[],
): boolean => journal === null || previous === (events[at - 1]?.seq ?? null);

function predecessor(
  event: PlacedEvent,
  known: readonly PlacedEvent[],
  previous: ReadonlyMap<number, number | null>,
  rules: readonly Rule[],
): number | null {
  if (event.journal !== null) {
    if (event.previous !== null && !previous.has(event.previous))
      throw new Error(`event ${event.seq} follows one of another place`);
    return event.previous;
  }
  const versions = branches(known, previous, heldBefore(rules, event.seq));
  const target = targetOf(event);
  const holding =
    target === null ? undefined : versions.find(({ path }) => path.some(({ uuid }) => uuid === target));
  return (holding ?? versions[0])?.last.seq ?? null;
}

/** The event that an undo or a redo is about. */
function targetOf(event: PlacedEvent): string | null {
  const read = toJournalEvent(event);
  return read.kind === 'action' ? null : read.target;
}

/** The branches of the tree without what does not count, the one that counts first. */
function branches(
  events: readonly PlacedEvent[],
  previous: ReadonlyMap<number, number | null>,
  rules: readonly Rule[],
): Version[] {
  const own = new Map(counting(events, rules).map((event) => [event.seq, event]));
  const before = (seq: number): PlacedEvent | undefined => {
    let at = previous.get(seq) ?? null;
    while (at !== null && !own.has(at)) at = previous.get(at) ?? null;
    return at === null ? undefined : own.get(at);
  };
  const followed = new Set([...own.keys()].map((seq) => before(seq)?.seq));
  const tips = [...own.values()].filter(({ seq }) => !followed.has(seq));
  const versions = tips.map((last): Version => {
    const path = [last];
    for (let event = before(last.seq); event; event = before(event.seq)) path.push(event);
    return { path: path.reverse(), last };
  });
  const kept = rules.flatMap((rule) => (rule.kind === 'keep' ? rule : [])).at(-1)?.event;
  return versions.toSorted((one, other) => inOrder(one, other, kept));
}

/**
 * Which of two branches counts: the one the lead chose; then one in which the rater came to a judgement; then the one that was begun
 * first, by the ids of the events where the two part. None of it changes when the branch that counts is carried on.
 */
function inOrder(one: Version, other: Version, kept: string | undefined): number {
  const rank = ({ path }: Version): number =>
    (path.some(({ uuid }) => uuid === kept) ? 0 : 2) + (path.some(({ kind }) => FINISHING.has(kind)) ? 0 : 1);
  const byRank = rank(one) - rank(other);
  if (byRank !== 0) return byRank;
  const at = one.path.findIndex(({ seq }, index) => seq !== other.path[index]?.seq);
  return nameOf(one.path[at]) < nameOf(other.path[at]) ? -1 : 1;
}

/** Ids begin with the time at which they were made. The rest tells events apart to which somebody gave one id. */
const nameOf = (event: PlacedEvent | undefined): string =>
  event ? `${event.uuid} ${event.at} ${event.payload}` : '';

export const ratingOf = ({ path }: Version): Rating => replay(path.map(toJournalEvent));

/** What a version says, to compare versions by. */
export const faceOf = (version: Version): string => `${version.last.rubric} ${ratingBody(ratingOf(version))}`;

/**
 * The versions that speak against each other, the one that counts first: judgements that are not the same, and between which the lead
 * has not decided. None where there is nothing to decide.
 */
export function differing({ versions }: Fold, rules: readonly Rule[]): Version[] {
  if (versions.length < 2) return [];
  const judged = versions.filter(({ path }) => path.some(({ kind }) => FINISHING.has(kind)));
  const faces = new Set<string>();
  const different = judged.filter((version) => {
    const face = faceOf(version);
    const isNew = !faces.has(face);
    faces.add(face);
    return isNew;
  });
  if (different.length < 2) return [];
  const decision = holding(rules)
    .flatMap((rule) => (rule.kind === 'keep' ? rule : []))
    .at(-1);
  const isDecided =
    decision !== undefined && different.slice(1).every(({ last }) => decision.among.includes(last.uuid));
  return isDecided ? [] : different;
}
