import type { BrowsedRow } from '../../../shared/contract/browsing.ts';

/** A part of the list. `rows` is null where it is out of sight and was let go; it is asked for again by where it began. */
export interface ListPage {
  /** `next` of the page before; undefined for the first. */
  after: string | undefined;
  size: number;
  rows: readonly BrowsedRow[] | null;
}

export interface ListPages {
  pages: readonly ListPage[];
  /** Where the list goes on; null at its end, undefined before the first answer. */
  next: string | null | undefined;
}

export const NO_PAGES: ListPages = { pages: [], next: undefined };

/** Conversations of a page. */
export const PAGE = 100;
/** Pages kept on each side of what is in sight. */
const KEPT = 20;

export const lengthOf = ({ pages }: ListPages): number => pages.reduce((sum, { size }) => sum + size, 0);

/** The list with what came for its end. A page that is not full yet grows. */
export function withRows(
  { pages, next: after }: ListPages,
  rows: readonly BrowsedRow[],
  next: string | null,
): ListPages {
  const last = pages.at(-1);
  if (last?.rows && last.size + rows.length <= PAGE && pages.length > 0) {
    const grown = [...last.rows, ...rows];
    return { pages: [...pages.slice(0, -1), { ...last, size: grown.length, rows: grown }], next };
  }
  return { pages: [...pages, { after: after ?? undefined, size: rows.length, rows }], next };
}

/** The page that an index of the list is in, and its place there. */
export function placeOf({ pages }: ListPages, index: number): { page: number; at: number } | null {
  let left = index;
  for (const [page, { size }] of pages.entries()) {
    if (left < size) return { page, at: left };
    left -= size;
  }
  return null;
}

export function rowAt(list: ListPages, index: number): BrowsedRow | undefined {
  const place = placeOf(list, index);
  return place ? list.pages[place.page]?.rows?.[place.at] : undefined;
}

/** Lets go of pages far from the one in sight. */
export const around = ({ pages, next }: ListPages, page: number): ListPages =>
  pages.some(({ rows }, index) => rows && Math.abs(index - page) > KEPT)
    ? {
        pages: pages.map((own, index) => (Math.abs(index - page) > KEPT ? { ...own, rows: null } : own)),
        next,
      }
    : { pages, next };

/** Puts rows back where they were let go. */
export const restored = (
  { pages, next }: ListPages,
  page: number,
  rows: readonly BrowsedRow[],
): ListPages => ({
  pages: pages.map((own, index) => (index === page ? { ...own, rows } : own)),
  next,
});
