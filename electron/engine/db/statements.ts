import type { RunResult, Statement } from 'better-sqlite3';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { noteDuration } from './slow-log.ts';

export type Parameter = string | number | bigint | Buffer | null;
/** Parameters by their names in the statement. */
export type Named = Readonly<Record<string, Parameter>>;

const caches = new WeakMap<object, Map<string, Statement<unknown[], unknown>>>();

/** The prepared statement for a text, kept per connection: 5 us a call in place of 77. */
function prepared<Row>(db: ReadConnection, sql: string): Statement<unknown[], Row> {
  let cache = caches.get(db);
  if (!cache) {
    cache = new Map();
    caches.set(db, cache);
  }
  let statement = cache.get(sql);
  if (!statement) {
    statement = db.prepare<unknown[], unknown>(sql);
    cache.set(sql, statement);
  }
  return statement as Statement<unknown[], Row>;
}

function timed<Value>(sql: string, work: () => Value): Value {
  const from = performance.now();
  const value = work();
  noteDuration(sql, performance.now() - from);
  return value;
}

/** All rows. The row type is what the SQL text names; keep both side by side. */
export const all = <Row>(db: ReadConnection, sql: string, ...parameters: Parameter[] | [Named]): Row[] =>
  timed(sql, () => prepared<Row>(db, sql).all(...parameters));

export const get = <Row>(
  db: ReadConnection,
  sql: string,
  ...parameters: Parameter[] | [Named]
): Row | undefined => timed(sql, () => prepared<Row>(db, sql).get(...parameters));

/** Rows one by one; the connection can do nothing else until the loop is left. */
export const each = <Row>(
  db: ReadConnection,
  sql: string,
  ...parameters: Parameter[] | [Named]
): IterableIterator<Row> => prepared<Row>(db, sql).iterate(...parameters);

/** The same with each row as a list of its columns: faster, where there are millions of rows. */
export const eachList = <Row extends readonly unknown[]>(
  db: ReadConnection,
  sql: string,
  ...parameters: Parameter[]
): IterableIterator<Row> =>
  prepared<Row>(db, `${sql} -- lists`)
    .raw(true)
    .iterate(...parameters);

export const run = (db: WriteConnection, sql: string, ...parameters: Parameter[]): RunResult =>
  timed(sql, () => prepared<unknown>(db, sql).run(...parameters));

/** The same with all parameters in one list, which for hundreds of them is much faster, and any that have names. */
export const runList = (
  db: WriteConnection,
  sql: string,
  parameters: readonly Parameter[],
  named: Named = {},
): RunResult => timed(sql, () => prepared<unknown>(db, sql).run(parameters, named));

/** The single number a counting query gives. */
export const count = (db: ReadConnection, sql: string, ...parameters: Parameter[] | [Named]): number =>
  get<{ n: number }>(db, sql, ...parameters)?.n ?? 0;
