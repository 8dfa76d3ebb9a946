import type { TouchstoneBridge } from '../../shared/contract/bridge.ts';
import type { AgreedAnswer } from '../../shared/contract/calibration.ts';
import type { CommandName } from '../../shared/contract/commands.ts';
import { type ErrorCode, failure } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import { preferences as defaults, type Preferences } from '../../shared/contract/preferences.ts';
import type { ProjectSummary } from '../../shared/contract/project.ts';
import type { LeadReply, ShownMessage, StoredRating } from '../../shared/contract/rating.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { RecentProject } from '../../shared/contract/window.ts';
import { comparisonRefusal } from '../../shared/domain/comparison.ts';
import type { Place } from '../../shared/domain/place.ts';
import { applyAction, EMPTY_RATING, type RatingAction, refusal } from '../../shared/domain/rating.ts';

export interface FakeItem {
  assignment: string;
  context: ShownMessage[];
  answer: ShownMessage;
  candidates?: { number: number; message: ShownMessage }[];
}

export interface FakeEvent {
  assignment: string;
  action: RatingAction;
  activeMs: number;
  at: string;
  id?: string;
}

interface FakeOptions {
  project: ProjectSummary;
  items: readonly FakeItem[];
  launch?: string | null;
  recents?: RecentProject[];
  preferences?: Partial<Preferences>;
  /** What people set for themselves, by name. */
  profiles?: Record<string, Partial<Preferences>>;
  /** PINs by name. */
  pins?: Record<string, string>;
  /** All items are of this calibration round. */
  round?: string;
  /** Waits before an answer; without it answers come in the next microtask. */
  delay?: () => Promise<void>;
}

type Handler = (input: never) => Result<unknown>;

/** A hand-written engine in memory for the page's edge: one rater's journal, with undo and redo, and failures on demand. */
export function createFakeEngine(options: FakeOptions) {
  const { project, items, delay } = options;
  const events: FakeEvent[] = [];
  const undone: FakeEvent[] = [];
  const calls: { name: CommandName; input: unknown; actor: string | undefined }[] = [];
  const listeners = new Set<(event: PushedEvent) => void>();
  const faults: { name: CommandName; code: ErrorCode; after: boolean }[] = [];
  let clock = Date.UTC(2026, 9, 5, 14, 2, 11);
  let preferences: Preferences = { ...defaults.parse({}), ...options.preferences };

  const pins = new Map(Object.entries(options.pins ?? {}));
  let seat: string | null = null;
  let place: Place | null = null;
  /** What the lead said, and the known answers, by assignment. */
  const replies: Record<string, LeadReply> = {};
  const known: Record<string, AgreedAnswer> = {};

  const storedOf = (assignment: string): StoredRating => {
    const own = events.filter((event) => event.assignment === assignment);
    return {
      assignment,
      rating: own.reduce((rating, { action }) => applyAction(rating, action), EMPTY_RATING),
      savedAt: own.at(-1)?.at ?? null,
      event: own.at(-1)?.id ?? null,
      activeMs: own.reduce((sum, { activeMs }) => sum + activeMs, 0),
    };
  };
  const itemOf = (assignment: string) => items.find((item) => item.assignment === assignment);

  const record = ({ assignment, action, activeMs = 0 }: Omit<FakeEvent, 'at'>) => {
    const item = itemOf(assignment);
    if (!item) return fail(failure('ITEM_UNKNOWN', 'There is no such item.'));
    const { rating } = storedOf(assignment);
    const lengths = item.candidates?.map(({ message }) => message.text.length);
    const why = lengths
      ? comparisonRefusal(project.rubric, rating, action, lengths)
      : refusal(project.rubric, rating, action, item.answer.text.length);
    if (why) return fail(failure('VALUE_NOT_ALLOWED', why));
    clock += 1000;
    events.push({ assignment, action, activeMs, at: new Date(clock).toISOString(), id: crypto.randomUUID() });
    undone.length = 0;
    return ok(storedOf(assignment));
  };

  const named = (event: FakeEvent | undefined) =>
    event ? { assignment: event.assignment, action: event.action, event: event.id ?? null } : null;
  const nextSteps = () => ({ undo: named(events.at(-1)), redo: named(undone.at(-1)) });

  const walk = (from: FakeEvent[], to: FakeEvent[], code: ErrorCode) => {
    const event = from.pop();
    if (!event) return fail(failure(code, 'There is nothing to undo.'));
    to.push(event);
    return ok({ ...storedOf(event.assignment), action: event.action, next: nextSteps() });
  };

  const handlers: Partial<Record<CommandName, Handler>> = {
    'app.state': () =>
      ok({
        version: '0.1.0',
        platform: 'linux',
        preferences,
        recents: options.recents ?? [],
        launch: options.launch ?? null,
      }),
    'app.remember': (change: Partial<Preferences>) => {
      preferences = { ...preferences, ...change };
      return ok(preferences);
    },
    'profiles.list': () => ok([...pins.keys()].map((name) => ({ name, pin: true, retryAt: null }))),
    'profile.enter': ({ name, pin }: { name: string; pin?: string }) => {
      const wanted = pins.get(name);
      if (wanted !== undefined && name !== seat && pin !== wanted)
        return fail(failure(pin === undefined ? 'PIN_NEEDED' : 'PIN_WRONG', 'It was not let in.'));
      seat = name;
      return ok({ ...preferences, ...options.profiles?.[name] });
    },
    'profile.leave': () => {
      seat = null;
      return ok(preferences);
    },
    'app.forgetRecent': () => ok({}),
    'pick.project': () => ok({ file: 'picked', name: 'picked.touchstone', bytes: 1 }),
    'pick.newProject': () => ok({ file: 'new', name: 'new.touchstone', bytes: 0 }),
    'pick.rubric': () => ok(null),
    'pick.sampleProject': () => ok({ file: 'sample', name: 'sample.touchstone', bytes: 0 }),
    'project.open': () => ok(project),
    'project.create': () => ok(project),
    'project.createSample': () => ok(project),
    'project.summary': () => ok(project),
    'project.close': () => ok({}),
    'rater.add': ({ name }: { name: string }) => {
      const rater = { id: crypto.randomUUID(), name, pseudonym: `rater-${project.raters.length + 1}` };
      project.raters.push(rater);
      return ok(rater);
    },
    'queue.open': () =>
      ok({
        entries: items.map(({ assignment }) => {
          const { rating, savedAt } = storedOf(assignment);
          const status = savedAt === null ? 'open' : rating.status;
          return {
            assignment,
            status,
            flagged: rating.flagged,
            ...(options.round ? { round: options.round } : {}),
          };
        }),
        next: nextSteps(),
        place,
        replies: Object.entries(replies).map(([assignment, { id }]) => ({ assignment, id })),
      }),
    'item.show': ({ assignment }: { assignment: string }) => {
      const item = itemOf(assignment);
      return item
        ? ok({
            candidates: [],
            warning: null,
            ...item,
            stored: storedOf(assignment),
            reply: replies[assignment] ?? null,
            unblinded: null,
          })
        : fail(failure('ITEM_UNKNOWN', 'There is no such item.'));
    },
    'rating.record': record,
    'place.keep': (kept: { place: Place }) => {
      place = kept.place;
      return ok({});
    },
    'feedback.show': ({ assignment }: { assignment: string }) =>
      ok({
        feedback: storedOf(assignment).rating.status === 'submitted' ? (known[assignment] ?? null) : null,
      }),
    'rating.undo': () => walk(events, undone, 'NOTHING_TO_UNDO'),
    'rating.redo': () => walk(undone, events, 'NOTHING_TO_REDO'),
  };

  const answer = (name: CommandName, input: unknown): Result<unknown> => {
    const fault = faults.find((each) => each.name === name);
    if (fault) faults.splice(faults.indexOf(fault), 1);
    if (fault && !fault.after) return fail(failure(fault.code, 'It did not work.'));
    const handler = handlers[name];
    const result = handler
      ? handler(structuredClone(input) as never)
      : fail(failure('INTERNAL', `${name} is not there.`));
    return fault ? fail(failure(fault.code, 'It did not work.')) : result;
  };

  const bridge: TouchstoneBridge = {
    async call(name, input, given) {
      calls.push({ name, input, actor: given?.actor });
      await delay?.();
      return structuredClone(answer(name, input)) as never;
    },
    dropped: async (files) => files.map((_, index) => ({ file: `dropped-${index}`, name: 'x', bytes: 1 })),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    bridge,
    calls,
    events,
    storedOf,
    replies,
    known,
    place: () => place,
    /** The next call of a command fails; `after` does what was asked first, and then loses the answer. */
    failNext: (name: CommandName, code: ErrorCode, after = false) => faults.push({ name, code, after }),
    push: (event: PushedEvent) => {
      for (const listener of listeners) listener(event);
    },
  };
}

export type FakeEngine = ReturnType<typeof createFakeEngine>;
