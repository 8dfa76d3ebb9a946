import { stratumField } from '../../../shared/sampling/strata-fields.ts';
import { stratumValue } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { VERSUS } from './contexts.ts';
import { stratumSql } from './population.ts';

/**
 * The slice that each item falls into by a field of its answer, or of those it compares, by item id; numbers and times by buckets, as strata are made.
 * @throws Fault EXPRESSION_INVALID where there is no such field
 */
export function itemSlices(db: ReadConnection, name: string): Map<number, string> {
  const field = stratumField(name);
  const { sql, parameters } = stratumSql(field);
  const rows = each<{ id: number; value: string | number | null }>(
    db,
    `SELECT j.item_id AS id, ${sql} AS value FROM judged_answer j JOIN message m ON m.id = j.message_id
     JOIN conversation c ON c.id = m.conversation_id`,
    ...parameters,
  );
  const slices = new Map<number, Set<string>>();
  for (const { id, value } of rows) {
    const own = slices.get(id);
    if (own) own.add(stratumValue(field, value));
    else slices.set(id, new Set([stratumValue(field, value)]));
  }
  return new Map([...slices].map(([id, values]) => [id, [...values].sort().join(VERSUS)]));
}
