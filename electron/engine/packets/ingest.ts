import type { WriteContext } from '../context.ts';
import type { RaterRow } from '../store/raters.ts';
import { Appending } from './append.ts';
import { differing, foldPlace } from './fold.ts';
import { hold, holdTaken, noteConflict, noteSigner } from './held.ts';
import type { IncomingEvent, IncomingPlace } from './incoming.ts';
import { type Journal, Journals } from './journals.ts';
import { knownAs, Ledger } from './ledger.ts';
import { People } from './people.ts';
import { RubricCheck } from './rubric-check.ts';
import { type PlaceKey, type StoredStanding, standingOf, writeFresh, writeStanding } from './standing.ts';

/** What became of a place. */
export interface Taken {
  outcome: 'new' | 'duplicate' | 'held';
  /** The place here, where it is known. */
  name: string | null;
}

/** Where events come from. */
export interface Source {
  /** What they are stored under. */
  mergeId: number;
  /** The merge that they came with. */
  cameWith: number;
  signedBy: string | null;
  /** The file itself, whose own events its key vouches for. */
  journal: string;
  /** The row of a journal that is known beforehand. */
  known?: { project: string; row: number };
}

interface Item {
  id: number;
  ref: string;
}

/** What one source is taken in with. */
interface Taking {
  source: Source;
  journals: Journals;
  /** Raters for whose ratings the source's key vouches. */
  signed: Set<RaterRow>;
}

/** Where an event goes. */
interface Slot {
  rater: RaterRow;
  item: Item;
  occasion: number;
  journals: Journals;
  source: Source;
  /** Numbers here of the events of the same place that came before it. */
  seqs: Map<string, number>;
}

interface Touched {
  rater: RaterRow;
  itemId: number;
  occasion: number;
  /** What stands there now, where nothing stood before and all that was added is one line. */
  fresh: StoredStanding | null;
}

const placeKey = (raterId: number, itemId: number, occasion: number): string =>
  `${raterId} ${itemId} ${occasion}`;

/** Takes events of other files in: those not known are added to the journal, those that cannot be are held. One transaction's work. */
export class Ingest {
  /** Events that were held, and not before. */
  held = 0;
  conflicts = 0;
  signers = 0;
  readonly appending: Appending;
  /** Gathers the events that are in the journal afterwards, where somebody wants to know. */
  inJournal: Set<IncomingEvent> | null = null;
  private readonly context: WriteContext;
  private readonly itemOf: (item: IncomingPlace['item']) => Item | null;
  private readonly people: People;
  private readonly rubrics: RubricCheck;
  private readonly journals = new Map<number, Journals>();
  private readonly ledgers = new Map<number, Ledger>();
  private readonly touched = new Map<string, Touched>();

  /** `itemOf` gives the row of an item, made if need be; null where nothing is known of it. */
  constructor(context: WriteContext, itemOf: (item: IncomingPlace['item']) => Item | null) {
    this.context = context;
    this.itemOf = itemOf;
    this.people = new People(context);
    this.rubrics = new RubricCheck(context.db);
    this.appending = new Appending(context);
  }

  /** Takes in what one source brings. */
  takeAll(places: readonly IncomingPlace[], source: Source): Taken[] {
    const journals = this.journalsOf(source);
    for (const place of places) this.recognise(place, journals);
    const signed = new Set<RaterRow>();
    const taken = places.map((place) => this.take(place, { source, journals, signed }));
    for (const rater of signed) this.signers += noteSigner(this.context, rater.id, source);
    return taken;
  }

  private journalsOf({ cameWith, signedBy, known }: Source): Journals {
    const journals = this.journals.get(cameWith) ?? new Journals(this.context, signedBy);
    this.journals.set(cameWith, journals);
    if (known) journals.recognise(known.project, known.row);
    return journals;
  }

  private recognise({ rater, item, occasion, events }: IncomingPlace, journals: Journals): void {
    if (item.row === null || !events.some(({ journal }) => journals.has(journal))) return;
    const standing = this.ledger(this.people.of(rater).id).at(item.row, occasion);
    for (const event of events) {
      const journal = knownAs(standing, event)?.journal ?? null;
      if (journal !== null) journals.recognise(event.journal, journal);
    }
  }

  private take(place: IncomingPlace, taking: Taking): Taken {
    const { source, journals, signed } = taking;
    const reasons = place.events.map(({ rubric }) => this.rubrics.reason(rubric));
    const item = reasons.includes(null) ? this.itemOf(place.item) : null;
    const fresh =
      item && reasons.every((reason) => reason === null) && !this.hasAccepted(place)
        ? this.takeFresh(place, item, taking)
        : null;
    if (fresh !== null) return { outcome: 'new', name: fresh };
    const seqs = new Map<string, number>();
    const taken: Taken = { outcome: 'duplicate', name: null };
    for (const [at, event] of place.events.entries()) {
      if (!item || reasons[at] !== null || !this.follows(event, place, item, seqs)) {
        const fresh = hold(this.context, source.mergeId, place, event);
        this.held += fresh;
        if (fresh > 0) taken.outcome = 'held';
        continue;
      }
      const rater = this.people.of(place.rater);
      const name = this.put(event, { rater, item, occasion: place.occasion, journals, source, seqs });
      this.inJournal?.add(event);
      if (event.journal === source.journal) signed.add(rater);
      if (name === null) continue;
      if (!this.inJournal && this.rubrics.acceptedAs(event.rubric) !== null)
        this.held += holdTaken(this.context, source.mergeId, place, event);
      taken.name = name;
      if (taken.outcome === 'duplicate') taken.outcome = 'new';
    }
    return taken;
  }

  private hasAccepted({ events }: IncomingPlace): boolean {
    return events.some(({ rubric }) => this.rubrics.acceptedAs(rubric) !== null);
  }

  /** Takes one line of events in where nothing stands yet, as most are; null where it is not as simple as that. */
  private takeFresh(place: IncomingPlace, item: Item, { source, journals, signed }: Taking): string | null {
    const { occasion, events, standing } = place;
    const rater = this.people.of(place.rater);
    const ledger = this.ledger(rater.id);
    const there = ledger.at(item.id, occasion);
    const isSimple =
      there.length === 0 &&
      standing !== null &&
      ledger.rules.at(item.id, occasion).length === 0 &&
      !this.people.isSplit(rater) &&
      events.every(({ previous }, at) => previous === (events[at - 1]?.uuid ?? null));
    if (!isSimple) return null;
    const target = {
      raterId: rater.id,
      raterUuid: rater.uuid,
      itemId: item.id,
      itemRef: item.ref,
      occasion,
      mergeId: source.mergeId,
      accepted: null,
    };
    let previous: number | null = null;
    for (const event of events) {
      const added = this.appending.add(event, { ...target, journal: journals.of(event), previous });
      there.push(added);
      previous = added.seq;
      this.inJournal?.add(event);
      if (event.journal === source.journal) signed.add(rater);
    }
    const name = placeKey(rater.id, item.id, occasion);
    const fresh = { ...standing, lastEvent: previous ?? 0 };
    this.touched.set(name, { rater, itemId: item.id, occasion, fresh });
    return name;
  }

  /** True where the event that this one follows is in the journal: taken in just now, or before. */
  private follows(
    { previous }: IncomingEvent,
    { rater, occasion }: IncomingPlace,
    item: Item,
    seqs: Map<string, number>,
  ): boolean {
    if (previous === null || seqs.has(previous)) return true;
    const known = this.ledger(this.people.of(rater).id)
      .at(item.id, occasion)
      .findLast(({ uuid }) => uuid === previous);
    if (known) seqs.set(previous, known.seq);
    return known !== undefined;
  }

  /** Adds an event to its place unless it is there; gives back the place where it was added. */
  private put(event: IncomingEvent, slot: Slot): string | null {
    const { rater: named, item, occasion, journals, seqs } = slot;
    const before = knownAs(this.ledger(named.id).at(item.id, occasion), event);
    if (before?.journal === null) {
      seqs.set(event.uuid, before.seq);
      return null;
    }
    const journal = before ? journals.at(before.journal) : journals.of(event);
    const rater = this.people.behind(named, journal.id);
    const known = rater === named ? before : knownAs(this.ledger(rater.id).at(item.id, occasion), event);
    seqs.set(event.uuid, known?.seq ?? this.add(event, rater === named ? slot : { ...slot, rater }, journal));
    return known ? null : placeKey(rater.id, item.id, occasion);
  }

  private add(event: IncomingEvent, { rater, item, occasion, source, seqs }: Slot, journal: Journal): number {
    const standing = this.ledger(rater.id).at(item.id, occasion);
    const before = event.previous === null ? undefined : seqs.get(event.previous);
    const added = this.appending.add(event, {
      raterId: rater.id,
      raterUuid: rater.uuid,
      itemId: item.id,
      itemRef: item.ref,
      occasion,
      mergeId: source.mergeId,
      journal,
      previous: standing.find(({ seq }) => seq === before)?.seq ?? null,
      accepted: this.rubrics.acceptedAs(event.rubric),
    });
    standing.push(added);
    this.touch(rater, item.id, occasion);
    return added.seq;
  }

  /** The rating at this place is to be read anew. */
  touch(rater: RaterRow, itemId: number, occasion: number): void {
    const name = placeKey(rater.id, itemId, occasion);
    const known = this.touched.get(name);
    if (known) known.fresh = null;
    else this.touched.set(name, { rater, itemId, occasion, fresh: null });
  }

  private ledger(raterId: number): Ledger {
    const known = this.ledgers.get(raterId) ?? new Ledger(this.context.db, raterId);
    this.ledgers.set(raterId, known);
    return known;
  }

  /** Files that no event came from before. */
  get foreign(): number {
    return [...this.journals.values()].reduce((sum, { added }) => sum + added, 0);
  }

  /** Stores what was added, and the ratings it leads to. Gives back the places at which ratings now differ. */
  finish(mergeId: number): Set<string> {
    this.appending.flush();
    const differ = new Set<string>();
    const alone: [PlaceKey, StoredStanding][] = [];
    for (const [name, { rater, itemId, occasion, fresh }] of this.touched) {
      if (fresh) {
        alone.push([{ raterId: rater.id, itemId, occasion }, fresh]);
        continue;
      }
      const ledger = this.ledger(rater.id);
      const rules = ledger.rules.at(itemId, occasion);
      const events = ledger.at(itemId, occasion);
      const fold = foldPlace(events, rules);
      const [version] = fold.versions;
      const place = { raterId: rater.id, itemId, occasion };
      writeStanding(this.context.db, place, version && standingOf(version));
      if (differing(fold, rules).length === 0) continue;
      differ.add(name);
      this.conflicts += noteConflict(this.context, mergeId, place);
    }
    writeFresh(this.context.db, alone);
    return differ;
  }
}
