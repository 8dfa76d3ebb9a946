import type { Filter } from '../../../shared/sampling/expression/tree.ts';
import { all } from '../db/statements.ts';
import { conversationFilter } from '../store/answer-filter.ts';
import { BLOCK, firstOf } from './block.ts';
import type { BlockRef, Catalogue } from './catalogue.ts';
import { type FilterTest, filterTest } from './filter-test.ts';
import type { RowTest } from './row-test.ts';
import { type Bits, hasBit, newBits, setBit, type TextMatches } from './text-matches.ts';

const never: RowTest = () => false;

/** A filter and words, asked of the catalogue block by block; what took time is kept for the next page. */
export class Inquiry {
  private readonly catalogue: Catalogue;
  private readonly filter: Filter;
  private readonly words: TextMatches | null;
  private readonly asked: FilterTest;
  private readonly doubts = new Map<number, readonly number[]>();
  private readonly settled = new Map<number, Bits>();
  private readonly hopes = new Map<number, boolean>();
  private readonly counts = new Map<number, number>();

  constructor(catalogue: Catalogue, filter: Filter, words: TextMatches | null) {
    this.catalogue = catalogue;
    this.filter = filter;
    this.words = words;
    this.asked = filterTest(filter, catalogue);
  }

  /** True where everything passes. */
  get isOpen(): boolean {
    return this.filter === null && this.words === null;
  }

  /** True where a block can be told without reading texts or asking the project. */
  isAtHand(ref: BlockRef): boolean {
    if (!this.catalogue.isAtHand(ref)) return false;
    if (!this.asked.texts.every((text) => text.isAtHand(ref))) return false;
    if (!this.mayHold(ref)) return true;
    if (this.words && !this.words.isAtHand(ref)) return false;
    return this.settled.has(ref.number) || this.doubtsIn(ref).length === 0;
  }

  /** Which rows of the block are meant. */
  rowsOf(ref: BlockRef): RowTest {
    if (!this.mayHold(ref)) return never;
    const meets = this.filterRows(ref);
    if (!this.words) return meets;
    const words = this.words.test(this.catalogue.block(ref), ref);
    return this.filter === null ? words : (row) => meets(row) && words(row);
  }

  isCounted(ref: BlockRef): boolean {
    return this.counts.has(ref.number);
  }

  /** How many of the block are meant. */
  countIn(ref: BlockRef): number {
    const known = this.counts.get(ref.number);
    if (known !== undefined) return known;
    const passes = this.rowsOf(ref);
    const { rows } = this.catalogue.block(ref);
    let count = 0;
    for (let row = 0; row < rows; row += 1) if (passes(row)) count += 1;
    this.counts.set(ref.number, count);
    return count;
  }

  /** Whether anything in the block may meet the filter: only then are words looked for. */
  private mayHold(ref: BlockRef): boolean {
    if (this.filter === null) return true;
    const known = this.hopes.get(ref.number);
    if (known !== undefined) return known;
    const block = this.catalogue.block(ref);
    const hope = anyRow(block.rows, this.asked.may(block, ref));
    this.hopes.set(ref.number, hope);
    return hope;
  }

  private filterRows(ref: BlockRef): RowTest {
    const block = this.catalogue.block(ref);
    const surely = this.asked.surely(block, ref);
    if (this.doubtsIn(ref).length === 0) return surely;
    const settled = this.settledIn(ref);
    return (row) => surely(row) || hasBit(settled, block.places[row] ?? 0);
  }

  /** Conversations of which the catalogue cannot tell whether they meet the filter; of those with the words, where there are any. */
  private doubtsIn(ref: BlockRef): readonly number[] {
    const known = this.doubts.get(ref.number);
    if (known) return known;
    const doubts: number[] = [];
    if (this.asked.may !== this.asked.surely) {
      const block = this.catalogue.block(ref);
      const may = this.asked.may(block, ref);
      const surely = this.asked.surely(block, ref);
      const words = this.words?.test(block, ref);
      for (let row = 0; row < block.rows; row += 1)
        if (may(row) && !surely(row) && (!words || words(row)))
          doubts.push(firstOf(ref.number) + (block.places[row] ?? 0));
    }
    this.doubts.set(ref.number, doubts);
    return doubts;
  }

  private settledIn(ref: BlockRef): Bits {
    const known = this.settled.get(ref.number);
    if (known) return known;
    const bits = newBits();
    for (const id of this.meeting(this.doubtsIn(ref))) setBit(bits, (id - 1) % BLOCK);
    this.settled.set(ref.number, bits);
    return bits;
  }

  /** Of these conversations, those that the project says meet the filter. */
  private meeting(ids: readonly number[]): number[] {
    if (ids.length === 0) return [];
    const { sql, parameters } = conversationFilter(this.filter);
    return all<{ id: number }>(
      this.catalogue.project,
      `SELECT c.id FROM conversation c WHERE c.id IN (SELECT value FROM json_each(?)) AND ${sql}`,
      JSON.stringify(ids),
      ...parameters,
    ).map(({ id }) => id);
  }
}

function anyRow(rows: number, test: RowTest): boolean {
  for (let row = 0; row < rows; row += 1) if (test(row)) return true;
  return false;
}
