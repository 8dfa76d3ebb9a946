import { describe, expect, test } from 'vitest';
import { latestOnly } from '../../../../renderer/features/transcripts/latest.ts';
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
} from '../../../../renderer/features/transcripts/pages.ts';
import type { BrowsedRow } from '../../../../shared/contract/browsing.ts';
import { numbers } from '../../../support/transcripts.ts';

const row = (id: number): BrowsedRow => ({
  id,
  ref: `c-${id}`,
  createdAt: null,
  model: null,
  language: null,
  useCase: null,
  turns: 1,
  messages: 2,
  chars: 10,
  candidates: 0,
  opening: '',
  snippet: null,
  feedback: [],
  findings: [],
  ratings: 0,
});
const rows = (count: number, from = 0): BrowsedRow[] => numbers(count, from).map(row);

/** A list of so many full pages. */
const listOf = (pages: number): ListPages =>
  numbers(pages).reduce<ListPages>(
    (list, page) => withRows(list, rows(PAGE, page * PAGE), `after ${page}`),
    NO_PAGES,
  );

describe('a list in pages', () => {
  test('finds every row by its index', () => {
    const list = listOf(3);
    expect(numbers(3 * PAGE).map((index) => rowAt(list, index)?.id)).toEqual(numbers(3 * PAGE));
    expect(rowAt(list, 3 * PAGE)).toBeUndefined();
    expect(placeOf(list, 2 * PAGE + 4)).toEqual({ page: 2, at: 4 });
  });

  test('fills a page that came in parts', () => {
    const list = withRows(withRows(NO_PAGES, rows(30), 'a'), rows(50, 30), 'b');
    expect(list.pages).toHaveLength(1);
    expect(lengthOf(list)).toBe(80);
    expect(list.pages[0]?.after).toBeUndefined();
    expect(list.next).toBe('b');
  });

  test('lets go of what is far from sight, keeps its length, and takes it back', () => {
    const list = listOf(60);
    const near = around(list, 50);
    expect(lengthOf(near)).toBe(60 * PAGE);
    expect(rowAt(near, 0)).toBeUndefined();
    expect(near.pages[1]?.after).toBe('after 0');
    expect(rowAt(near, 50 * PAGE)?.id).toBe(50 * PAGE);
    expect(rowAt(restored(near, 0, rows(PAGE)), 7)?.id).toBe(7);
    expect(around(near, 50).pages).toBe(near.pages);
  });
});

test('of tasks that wait for one under way only the last is run', async () => {
  const run = latestOnly();
  const done: number[] = [];
  let end = (): void => undefined;
  const first = run(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    done.push(0);
  });
  for (const task of [1, 2, 3]) void run(async () => void done.push(task));
  end();
  await first;
  expect(done).toEqual([0, 3]);
});
