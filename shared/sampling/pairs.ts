/** How many items two raters share. */
export interface Pair {
  raters: [string, string];
  items: number;
}

/** How many items each two of a list of raters share, by their places in the list. */
export class SharedItems {
  private readonly counts: number[][];

  constructor(raters: number) {
    this.counts = Array.from({ length: raters }, () => Array<number>(raters).fill(0));
  }

  /** Notes an item that these raters have. */
  add(raters: readonly number[]): void {
    for (const rater of raters) for (const other of raters) if (rater !== other) this.bump(rater, other);
  }

  /** Notes that these raters get an item which others hold already. */
  join(raters: readonly number[], holding: readonly number[]): void {
    this.add(raters);
    for (const rater of raters)
      for (const other of holding) {
        this.bump(rater, other);
        this.bump(other, rater);
      }
  }

  of(rater: number, other: number): number {
    return this.counts[rater]?.[other] ?? 0;
  }

  /** Every two raters by name, those who share fewest first. */
  pairs(names: readonly string[]): Pair[] {
    const pairs = names.flatMap((name, rater) =>
      names.slice(rater + 1).map((other, step): Pair => {
        return { raters: [name, other], items: this.of(rater, rater + 1 + step) };
      }),
    );
    return pairs.sort((a, b) => a.items - b.items);
  }

  private bump(rater: number, other: number): void {
    const row = this.counts[rater];
    if (row) row[other] = (row[other] ?? 0) + 1;
  }
}
