import { stratumField } from '../../../shared/sampling/strata-fields.ts';
import { stratumValue } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import { each } from '../db/statements.ts';
import { stratumSql } from './population.ts';

/**
 * The slice that each item falls into by a field of its answer, by item id; numbers and times by buckets, as strata are made.
 * @throws Fault EXPRESSION_INVALID where there is no such field
 */
export function itemSlices(db: ReadConnection, name: string): Map<number, string> {
  const field = stratumField(name);
  const { sql, parameters } = stratumSql(field);
  const rows = each<{ id: number; value: string | number | null }>(
    db,
    `SELECT i.id, ${sql} AS value FROM item i JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id`,
    ...parameters,
  );
  const slices = new Map<number, string>();
  for (const { id, value } of rows) slices.set(id, stratumValue(field, value));
  return slices;
}
