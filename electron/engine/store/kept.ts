import type { ReadConnection } from '../db/connection.ts';
import { get } from '../db/statements.ts';

/** Changes whenever an answer that can be drawn, or what is known of it, can have changed: with imports, ratings and samples. */
const stampOf = (db: ReadConnection): string =>
  JSON.stringify(
    get(
      db,
      `SELECT (SELECT count(*) FROM batch WHERE status = 'ready') AS batches, (SELECT max(finished_at) FROM batch) AS imported,
         (SELECT max(seq) FROM rating_event) AS rated, (SELECT max(id) FROM sample) AS sampled`,
    ),
  );

/** Keeps the newest answers to questions that take a look at every answer there is, until the project changes. */
export class Kept<Value> {
  private readonly byConnection = new WeakMap<
    ReadConnection,
    { stamp: string; values: Map<string, Value> }
  >();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(db: ReadConnection, question: string, ask: () => Value): Value {
    const stamp = stampOf(db);
    const value = this.known(db, stamp, question) ?? ask();
    this.keep(db, stamp, question, value);
    return value;
  }

  /** The same where the answer takes a while. It is kept for the project as it was when it was asked. */
  async getLater(db: ReadConnection, question: string, ask: () => Promise<Value>): Promise<Value> {
    const stamp = stampOf(db);
    const value = this.known(db, stamp, question) ?? (await ask());
    this.keep(db, stamp, question, value);
    return value;
  }

  private known(db: ReadConnection, stamp: string, question: string): Value | undefined {
    const known = this.byConnection.get(db);
    return known?.stamp === stamp ? known.values.get(question) : undefined;
  }

  private keep(db: ReadConnection, stamp: string, question: string, value: Value): void {
    const known = this.byConnection.get(db);
    const values = known?.stamp === stamp ? known.values : new Map<string, Value>();
    if (values !== known?.values) this.byConnection.set(db, { stamp, values });
    values.delete(question);
    values.set(question, value);
    const [oldest] = values.keys();
    if (values.size > this.most && oldest !== undefined) values.delete(oldest);
  }
}
