import type { NewFault } from '../store/quarantine.ts';
import type { Taken } from './intake.ts';

/** Records are handed to the writer in chunks of this size, each one transaction. */
const ROWS = 500;
/** Or so many rows in the project: what a key pressed meanwhile has to wait for. */
const WEIGHT = 3000;
/** Or of this much text, so that a chunk of long records does not fill the memory. */
const LENGTH = 1024 * 1024;
/** Chunks under way to the writer while the next one is read. */
const AHEAD = 3;

/** Gathers rows and faults into chunks, and hands them on, no more than one ahead of the writer. */
export class Chunks<Row> {
  /** Rows and faults handed on. */
  total = 0;
  private rows: Row[] = [];
  private faults: NewFault[] = [];
  private length = 0;
  private weight = 0;
  private readonly underWay: Promise<void>[] = [];
  private failure: { reason: unknown } | null = null;
  private readonly put: (rows: Row[], faults: NewFault[]) => Promise<void>;
  private readonly weigh: (row: Row) => number;
  private readonly sent: () => void;

  constructor(
    put: (rows: Row[], faults: NewFault[]) => Promise<void>,
    weigh: (row: Row) => number,
    sent: () => void,
  ) {
    this.put = put;
    this.weigh = weigh;
    this.sent = sent;
  }

  add(taken: Taken<Row>, length: number): void {
    if ('fault' in taken) this.faults.push(taken.fault);
    else {
      this.rows.push(taken.row);
      this.weight += this.weigh(taken.row);
    }
    this.length += length;
  }

  isFull(): boolean {
    return this.rows.length + this.faults.length >= ROWS || this.weight >= WEIGHT || this.length >= LENGTH;
  }

  async send(): Promise<void> {
    this.rethrow();
    const { rows, faults } = this;
    if (rows.length + faults.length === 0) return;
    this.rows = [];
    this.faults = [];
    this.length = 0;
    this.weight = 0;
    this.total += rows.length + faults.length;
    const stored = this.put(rows, faults).catch((reason: unknown) => {
      this.failure ??= { reason };
    });
    this.underWay.push(stored);
    if (this.underWay.length > AHEAD) await this.underWay.shift();
    this.rethrow();
    this.sent();
  }

  /** Waits for what is under way, and throws nothing. */
  async end(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** Throws what went wrong with a chunk that was handed on. */
  rethrow(): void {
    if (this.failure) throw this.failure.reason;
  }
}
