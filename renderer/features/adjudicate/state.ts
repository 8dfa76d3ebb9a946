import type { StateCreator } from 'zustand';
import type { QueuedUnit, UnitState } from '../../../shared/contract/adjudication.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/commands.ts';
import type { Failure, Result } from '../../../shared/contract/result.ts';
import { type AdjudicationUnit, unitKey } from '../../../shared/domain/adjudication.ts';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import type { Bridge } from '../../calls.ts';
import type { JobsSlice } from '../../store/jobs.ts';

export const QUEUE_SLOT = 'adjudication';

/** What is listed. */
export interface QueueFilter {
  state: UnitState;
  dimension: string | null;
  by: string | null;
  slice: string | null;
}

/** A value that is chosen and not decided yet. */
export interface Draft {
  value: RatingValue | null;
  how: 'adopted' | 'set' | 'consensus';
  adopted: string | null;
}

export type Said =
  | { kind: 'decided'; value: RatingValue | null; unit: AdjudicationUnit }
  | { kind: 'returned' | 'undone' | 'redone' | 'choose' | 'last' | 'nothing' };

type Queue = OutputOf<'adjudication.queue'>;

export interface AdjudicateState {
  project: string | null;
  filter: QueueFilter;
  /** What the queue said last, but for its units. */
  queue: Omit<Queue, 'units'> | null;
  units: readonly QueuedUnit[];
  /** Key of the unit that is open. */
  open: string | null;
  drafts: Readonly<Record<string, Draft>>;
  rationales: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
  /** Digits give the value itself, in place of a rater's. */
  setting: boolean;
  saving: boolean;
  loading: boolean;
  error: Failure | null;
  /** What was done last, for the line that is read out. */
  said: Said | null;
  /** Counts up when what is stored of units changed. */
  changes: number;
  enter(project: string): void;
  load(change?: Partial<QueueFilter>): Promise<void>;
  more(): Promise<void>;
  show(key: string | null): void;
  choose(draft: Draft | null): void;
  write(what: 'rationales' | 'notes', text: string): void;
  decide(): Promise<void>;
  sendBack(): Promise<void>;
  step(kind: 'undo' | 'redo'): Promise<void>;
  set(change: Partial<Pick<AdjudicateState, 'setting' | 'error' | 'said'>>): void;
}

const FRESH = {
  filter: { state: 'open', dimension: null, by: null, slice: null } satisfies QueueFilter,
  queue: null,
  units: [],
  open: null,
  drafts: {},
  rationales: {},
  notes: {},
  setting: false,
  saving: false,
  loading: false,
  error: null,
  said: null,
  changes: 0,
} as const;

export const unitOf = ({ item, candidate, dimension }: AdjudicationUnit): AdjudicationUnit => ({
  item,
  candidate,
  dimension,
});

export const openUnit = ({ units, open }: Pick<AdjudicateState, 'units' | 'open'>): QueuedUnit | null =>
  units.find((unit) => unitKey(unit) === open) ?? null;

/** The unit a step away, or the same at the end. */
export function neighbour(units: readonly QueuedUnit[], open: string | null, step: 1 | -1): string | null {
  const place = units.findIndex((unit) => unitKey(unit) === open);
  const next = units[Math.max(0, Math.min(units.length - 1, place + step))];
  return next ? unitKey(next) : null;
}

/** The next unit that is still open after one, else the first that is. */
export function nextOpen(units: readonly QueuedUnit[], after: string): string | null {
  const place = units.findIndex((unit) => unitKey(unit) === after);
  const rest = [...units.slice(place + 1), ...units.slice(0, Math.max(0, place))];
  const next = rest.find(({ state }) => state === 'open');
  return next ? unitKey(next) : null;
}

export type Through = Pick<Bridge, 'call'> & { jobs: () => Pick<JobsSlice, 'runJob'>; title: () => string };

export const adjudicateState =
  ({ call, jobs, title }: Through): StateCreator<AdjudicateState> =>
  (set, get) => {
    let newest = 0;
    const ask = (offset: number): Promise<Result<Queue>> => {
      const { state, dimension, by, slice } = get().filter;
      const input: InputOf<'adjudication.queue'> = {
        state,
        offset,
        ...(dimension === null ? {} : { dimension }),
        ...(by === null ? {} : { by }),
        ...(slice === null ? {} : { slice }),
      };
      return jobs().runJob(QUEUE_SLOT, title(), 'adjudication.queue', input);
    };
    /** The unit has another state now; counts follow. */
    const mark = (unit: AdjudicationUnit, state: UnitState, decided?: RatingValue | null) =>
      set(({ units, queue, changes }) => {
        const key = unitKey(unit);
        const before = units.find((one) => unitKey(one) === key)?.state;
        const counts = queue && { ...queue.counts };
        if (counts && before) {
          counts[before] -= 1;
          counts[state] += 1;
        }
        return {
          changes: changes + 1,
          queue: queue && counts ? { ...queue, counts } : queue,
          units: units.map(({ decided: _before, ...one }) =>
            unitKey(one) === key
              ? { ...one, state, ...(decided === undefined ? {} : { decided }) }
              : { ...one, ...(_before === undefined ? {} : { decided: _before }) },
          ),
        };
      });
    /** Runs one change at a time; a failure stays to be read. */
    const change = async <Value>(work: () => Promise<Result<Value>>): Promise<Value | null> => {
      if (get().saving) return null;
      set({ saving: true, error: null });
      const result = await work();
      set({ saving: false });
      if (result.ok) return result.value;
      // Nothing further back is no trouble.
      if (/^NOTHING_TO_/.test(result.error.code)) set({ said: { kind: 'nothing' } });
      else set({ error: result.error });
      return null;
    };
    const without = (record: Readonly<Record<string, string>>, key: string): Record<string, string> => {
      const { [key]: _gone, ...rest } = record;
      return rest;
    };
    return {
      project: null,
      ...FRESH,
      enter: (project) => {
        if (get().project !== project) set({ project, ...FRESH });
      },
      async load(filter = {}) {
        newest += 1;
        const mine = newest;
        set((state) => ({ filter: { ...state.filter, ...filter }, loading: true, error: null, said: null }));
        const answer = await ask(0);
        if (mine !== newest) return;
        set({ loading: false });
        if (!answer.ok) {
          if (answer.error.code !== 'CANCELLED') set({ error: answer.error });
          return;
        }
        const { units, ...queue } = answer.value;
        const { open } = get();
        const stays = units.some((unit) => unitKey(unit) === open);
        const first = units[0];
        set({ queue, units, open: stays ? open : first ? unitKey(first) : null, setting: false });
      },
      async more() {
        const mine = newest;
        const before = get().units;
        const answer = await ask(before.filter(({ state }) => state === get().filter.state).length);
        if (mine !== newest) return;
        if (!answer.ok) return set({ error: answer.error });
        const known = new Set(before.map(unitKey));
        set({ units: [...before, ...answer.value.units.filter((unit) => !known.has(unitKey(unit)))] });
      },
      show: (open) => set({ open, setting: false, error: null }),
      choose: (draft) =>
        set(({ open, drafts }) => {
          if (open === null) return {};
          const { [open]: _before, ...rest } = drafts;
          return { drafts: draft ? { ...rest, [open]: draft } : rest, setting: false, said: null };
        }),
      write: (what, text) =>
        set((state) => (state.open === null ? {} : { [what]: { ...state[what], [state.open]: text } })),
      async decide() {
        const unit = openUnit(get());
        if (!unit) return;
        const key = unitKey(unit);
        const draft = get().drafts[key];
        if (!draft) return set({ said: { kind: 'choose' } });
        const { value, how, adopted } = draft;
        const rationale = get().rationales[key] ?? '';
        const decision = {
          unit: unitOf(unit),
          value,
          how,
          rationale,
          ...(adopted === null ? {} : { adopted }),
        };
        // The next unit is shown when this one is on the disk, not before.
        const stored = await change(() => call('adjudication.decide', { decisions: [decision] }));
        if (!stored) return;
        mark(unit, 'decided', value);
        const next = nextOpen(get().units, key);
        set(({ drafts: { [key]: _done, ...drafts }, rationales }) => ({
          drafts,
          rationales: without(rationales, key),
          open: next ?? key,
          said: { kind: 'decided', value, unit: unitOf(unit) },
        }));
      },
      async sendBack() {
        const unit = openUnit(get());
        if (!unit) return;
        const key = unitKey(unit);
        const note = (get().notes[key] ?? '').trim();
        if (note === '') return;
        const stored = await change(() => call('adjudication.return', { unit: unitOf(unit), note }));
        if (!stored) return;
        mark(unit, 'returned');
        set(({ notes, units }) => ({
          notes: without(notes, key),
          open: nextOpen(units, key) ?? key,
          said: { kind: 'returned' },
        }));
      },
      async step(kind) {
        const taken = await change(() => call(`adjudication.${kind}`, {}));
        if (!taken) return;
        const { unit, standing } = taken;
        const key = unitKey(unit);
        if (!get().units.some((one) => unitKey(one) === key)) {
          set({ filter: { ...FRESH.filter, state: standing?.kind ?? 'open' }, open: key });
          await get().load();
        } else if (standing?.kind === 'decided') mark(unit, 'decided', standing.value);
        else mark(unit, standing?.kind === 'returned' ? 'returned' : 'open');
        set({ open: key, setting: false, said: { kind: kind === 'undo' ? 'undone' : 'redone' } });
      },
      set,
    };
  };
