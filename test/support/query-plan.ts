import { vi } from 'vitest';
import type { ReadConnection } from '../../electron/engine/db/connection.ts';

/** The SQL that some work prepares on a connection. A connection keeps what it has prepared, so take a fresh one. */
export function statementsOf(db: ReadConnection, work: () => unknown): string[] {
  const prepare = vi.spyOn(db, 'prepare');
  try {
    work();
    return [...new Set(prepare.mock.calls.map(([sql]) => sql))];
  } finally {
    prepare.mockRestore();
  }
}

/** How SQLite goes about a statement, a line a step, in the words of EXPLAIN QUERY PLAN, with table names in place of aliases. */
export function planOf(db: ReadConnection, sql: string): string[] {
  const places: null[] = Array(sql.split('?').length - 1).fill(null);
  const names = Object.fromEntries([...sql.matchAll(/[@:$]([a-z]\w*)/gi)].map(([, name]) => [name, null]));
  const parameters = Object.keys(names).length > 0 ? [...places, names] : places;
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
  const aliases = new Map<string, string>();
  for (const [, table = '', alias = ''] of sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(\w+)/gi))
    aliases.set(alias, table);
  return steps.map(({ detail }) =>
    detail.replace(/^(SCAN|SEARCH) (\w+)/, (_step, verb, name) => `${verb} ${aliases.get(name) ?? name}`),
  );
}

/** Tables that hold a few rows in any project, and may be read through. */
const SMALL = new Set(['batch', 'project', 'rater', 'rubric', 'sample', 'audit_sample', 'setting']);

/** The steps that read a whole table of any size, or sort. What a subquery gave is no table. */
export const costlySteps = (plan: readonly string[]): string[] =>
  plan.filter((step) => {
    const scanned = /^SCAN (\w+)/.exec(step)?.[1];
    return step.startsWith('USE TEMP B-TREE') || (scanned !== undefined && !SMALL.has(scanned));
  });
