import type { StateCreator } from 'zustand';
import type { BrowsedRow, Facet } from '../../../shared/contract/browsing.ts';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import type { Bridge } from '../../calls.ts';
import { latestOnly } from './latest.ts';
import {
  around,
  type ListPages,
  lengthOf,
  NO_PAGES,
  PAGE,
  placeOf,
  restored,
  rowAt,
  withRows,
} from './pages.ts';

export type Order = 'newest' | 'oldest';
type Count = OutputOf<'browse.count'>;

export interface Question {
  /** The filter, in the expression language. */
  where: string;
  /** What was typed to search for. */
  text: string;
  order: Order;
}

export interface TranscriptsState extends Question {
  project: string | null;
  /** Conversations of the project when the list was last begun. */
  conversations: number;
  list: ListPages;
  /** The question that the list answers; the list stays while the next one is under way. */
  answered: Question | null;
  loading: boolean;
  error: Failure | null;
  count: Count | null;
  facets: readonly Facet[];
  /** Earliest and latest time of all, UTC. */
  span: { from: string | null; to: string | null };
  /** Index in the list of the conversation that is read. */
  at: number;
  selected: BrowsedRow | null;
  /** Starts afresh with another project; otherwise looks whether there is more than last time. */
  enter(project: string, conversations: number): void;
  ask(change: Partial<Question>): void;
  retry(): void;
  /** The rows in sight: more are fetched before they come into it. */
  show(first: number, last: number): void;
  select(index: number): void;
  loadFacets(): Promise<void>;
}

const FRESH = {
  where: '',
  text: '',
  order: 'newest',
  list: NO_PAGES,
  answered: null,
  loading: false,
  error: null,
  count: null,
  facets: [],
  span: { from: null, to: null },
  at: 0,
  selected: null,
} as const;

/** Rows from the end of the list at which the next page is fetched. */
const AHEAD = 60;

export const transcriptsState =
  (through: Pick<Bridge, 'call'>): StateCreator<TranscriptsState> =>
  (set, get) => {
    const inTurn = latestOnly();
    let asked = 0;
    const question = (): Question => {
      const { where, text, order } = get();
      return { where, text, order };
    };

    /** A page of the list from a place on; asks on where the engine gave less than there is. */
    const fetch = async (
      of: number,
      asking: Question,
      after: string | undefined,
      take: (rows: readonly BrowsedRow[], next: string | null) => void,
    ) => {
      let from = after;
      for (let left = PAGE; left > 0; ) {
        const page = await through.call('browse.page', {
          ...asking,
          limit: left,
          ...(from === undefined ? {} : { after: from }),
        });
        if (of !== asked) return;
        if (!page.ok) return set({ error: page.error, loading: false });
        const { rows, next } = page.value;
        take(rows, next);
        if (next === null) return;
        left -= rows.length;
        from = next;
      }
    };

    const begin = async (of: number) => {
      const asking = question();
      let isFirst = true;
      await fetch(of, asking, undefined, (rows, next) => {
        const list = withRows(isFirst ? NO_PAGES : get().list, rows, next);
        if (isFirst) set({ at: 0, selected: rows[0] ?? null, error: null, answered: asking });
        isFirst = false;
        set({ list, loading: next !== null && lengthOf(list) === 0 });
        if (lengthOf(list) > 0 && get().selected === null) set({ selected: rowAt(list, 0) ?? null });
      });
      if (of === asked) await tally(of, asking);
    };

    /** Counts on until all is counted or something else is asked. */
    const tally = async (of: number, { where, text }: Question) => {
      for (;;) {
        if (of !== asked) return;
        const counted = await through.call('browse.count', { where, text });
        if (of !== asked || !counted.ok) return;
        set({ count: counted.value });
        if (counted.value.isComplete) return;
      }
    };

    const begins = () => {
      asked += 1;
      const of = asked;
      set({ loading: true, count: null });
      void inTurn(() => begin(of));
    };

    let isFetching = false;
    const fetchMore = async (work: () => Promise<void>) => {
      if (isFetching) return;
      isFetching = true;
      await work();
      isFetching = false;
    };

    const more = () =>
      fetchMore(async () => {
        const { list, answered } = get();
        if (!answered || typeof list.next !== 'string') return;
        await fetch(asked, answered, list.next, (rows, next) =>
          set({ list: withRows(get().list, rows, next) }),
        );
      });

    const refetch = (index: number) =>
      fetchMore(async () => {
        const { list, answered } = get();
        const page = list.pages[index];
        if (!answered || !page) return;
        let rows: readonly BrowsedRow[] = [];
        await fetch(asked, answered, page.after, (some) => {
          rows = [...rows, ...some];
        });
        set({ list: restored(get().list, index, rows.slice(0, page.size)) });
      });

    return {
      project: null,
      conversations: 0,
      ...FRESH,
      enter(project, conversations) {
        const known = get();
        if (known.project === project && known.conversations === conversations) return;
        set(known.project === project ? { conversations } : { ...FRESH, project, conversations });
        begins();
        void get().loadFacets();
      },
      ask(change) {
        set(change);
        begins();
      },
      retry: begins,
      show(first, last) {
        const { list } = get();
        const page = placeOf(list, first)?.page ?? 0;
        const kept = around(list, page);
        if (kept.pages !== list.pages) set({ list: kept });
        const missing = [first, last]
          .map((index) => placeOf(list, index)?.page ?? -1)
          .find((index) => list.pages[index]?.rows === null);
        if (missing !== undefined) void refetch(missing);
        else if (typeof list.next === 'string' && last + AHEAD >= lengthOf(list)) void more();
      },
      select(index) {
        const { list } = get();
        const at = Math.max(0, Math.min(index, lengthOf(list) - 1));
        const row = rowAt(list, at);
        set(row ? { at, selected: row } : { at });
      },
      async loadFacets() {
        const answer = await through.call('browse.facets', {});
        if (answer.ok)
          set({ facets: answer.value.facets, span: { from: answer.value.from, to: answer.value.to } });
      },
    };
  };
