import type { WriteConnection } from './connection.ts';
import { type Parameter, runList } from './statements.ts';

/** Rows a statement takes at once, largest first: one call for many rows costs much less than many calls. */
const ROWS = [64, 8, 1] as const;

/** How rows go into a table. */
export interface Insertion {
  readonly statements: readonly { sql: string; cells: number }[];
}

export function insertion(table: string, columns: readonly string[]): Insertion {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statements = ROWS.map((rows) => ({
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
    cells: rows * columns.length,
  }));
  return { statements };
}

/** Inserts rows given as one list of cells, a row's after another's. */
export function insertRows(
  db: WriteConnection,
  { statements }: Insertion,
  cells: readonly Parameter[],
): void {
  let from = 0;
  for (const { sql, cells: step } of statements)
    for (; from + step <= cells.length; from += step) runList(db, sql, cells.slice(from, from + step));
}
