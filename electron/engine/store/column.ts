type Numbers = Uint32Array | Float64Array;

/** A list of numbers that grows, without the cost of an object for each. */
export class Column<List extends Numbers> {
  private list: List;
  private readonly make: new (
    length: number,
  ) => List;
  length = 0;

  constructor(make: new (length: number) => List) {
    this.make = make;
    this.list = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.list.length) {
      const wider = new this.make(this.list.length * 2);
      wider.set(this.list);
      this.list = wider;
    }
    this.list[this.length] = value;
    this.length += 1;
  }

  last(): number | undefined {
    return this.length === 0 ? undefined : this.list[this.length - 1];
  }

  /** What was pushed; not a copy. */
  values(): Numbers {
    return this.list.subarray(0, this.length);
  }

  /** A copy in another order: each number at the place that names it. */
  inOrder(order: Uint32Array): List {
    const copy = new this.make(order.length);
    order.forEach((from, to) => {
      copy[to] = this.list[from] ?? 0;
    });
    return copy;
  }
}
