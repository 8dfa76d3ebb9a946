import type { Facet } from '../../../shared/contract/browsing.ts';
import { all } from '../db/statements.ts';
import type { Block } from './block.ts';
import type { Catalogue } from './catalogue.ts';
import type { Inquiry } from './inquiry.ts';
import type { RowTest } from './row-test.ts';

export interface Facets {
  facets: Facet[];
  /** UTC milliseconds. */
  from: number | null;
  to: number | null;
}

/** A field with more values than this is not listed value by value. */
const MOST_VALUES = 20_000;

/** How many conversations have each fact, of those an inquiry finds. */
export function tallyFacets(catalogue: Catalogue, inquiry: Inquiry, limit: number): Facets {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const tally = new Map<number, number>();
  for (const ref of catalogue.blocks) {
    const block = catalogue.block(ref);
    const passes = inquiry.isOpen ? () => true : inquiry.rowsOf(ref);
    for (let row = 0; row < block.rows; row += 1) {
      const time = block.times[row] ?? Number.NaN;
      if (!passes(row)) continue;
      if (time < from) from = time;
      if (time > to) to = time;
    }
    addFacts(tally, block, passes);
  }
  return {
    facets: facetsOf(catalogue, tally, limit),
    from: from > to ? null : from,
    to: from > to ? null : to,
  };
}

function addFacts(tally: Map<number, number>, { rows, sets, starts, codes }: Block, passes: RowTest): void {
  const times = new Uint32Array(starts.length);
  for (let row = 0; row < rows; row += 1)
    if (passes(row)) times[sets[row] ?? 0] = (times[sets[row] ?? 0] ?? 0) + 1;
  for (let set = 0; set + 1 < starts.length; set += 1) {
    const many = times[set] ?? 0;
    if (many === 0) continue;
    for (let at = starts[set] ?? 0; at < (starts[set + 1] ?? 0); at += 1) {
      const code = codes[at] ?? 0;
      tally.set(code, (tally.get(code) ?? 0) + many);
    }
  }
}

function facetsOf(catalogue: Catalogue, tally: ReadonlyMap<number, number>, limit: number): Facet[] {
  const { dictionary } = catalogue;
  const files = filesOf(catalogue);
  return [...dictionary.fieldSizes()].map(([field, size]) => {
    const known = size > MOST_VALUES ? [] : dictionary.valuesOf(field);
    const values = known
      .map(({ code, value }) => ({ value, label: labelOf(field, value, files), count: tally.get(code) ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return {
      field,
      values: values.slice(0, limit),
      more: Math.max(0, values.length - limit) + (size - known.length),
    };
  });
}

const labelOf = (field: string, value: string, files: ReadonlyMap<string, string>): string =>
  field === 'batch' ? (files.get(value) ?? value) : value;

/** An import is known to people by its file. */
const filesOf = ({ project }: Catalogue): Map<string, string> =>
  new Map(
    all<{ uuid: string; file: string }>(project, 'SELECT uuid, file FROM batch').map(({ uuid, file }) => [
      uuid,
      file,
    ]),
  );
