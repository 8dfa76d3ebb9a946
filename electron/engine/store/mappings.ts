import type { OutputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { type Mapping, mappingSchema } from '../../../shared/formats/mapping.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { iso } from '../ids.ts';

interface MappingRow {
  name: string;
  body: string;
  updated_at: number;
}

const hydrate = (body: string): Mapping => mappingSchema.parse(JSON.parse(body));

export const listMappings = (db: ReadConnection): OutputOf<'mapping.list'> => ({
  mappings: all<MappingRow>(db, 'SELECT name, body, updated_at FROM mapping ORDER BY name').map(
    ({ name, body, updated_at }) => ({ name, mapping: hydrate(body), updatedAt: iso(updated_at) }),
  ),
});

/** A mapping as it is, the one the project keeps under a name, or null for none. Throws MAPPING_UNKNOWN for a name that is not there. */
export function mappingOf(db: ReadConnection, given: Mapping | string | undefined): Mapping | null {
  if (given === undefined) return null;
  if (typeof given !== 'string') return given;
  const row = get<{ body: string }>(db, 'SELECT body FROM mapping WHERE name = ?', given);
  if (!row) throw new Fault('MAPPING_UNKNOWN', `The project keeps no mapping called "${given}".`);
  return hydrate(row.body);
}

/** Keeps a mapping under its name; one that was there under the same name is replaced. */
export function saveMapping(
  context: WriteContext,
  { name, mapping }: { name: string; mapping: Mapping },
): Record<string, never> {
  const body = JSON.stringify({ ...mapping, name });
  run(
    context.db,
    `INSERT INTO mapping (name, body, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
    name,
    body,
    context.now,
  );
  audit(context, 'mapping.save', { name, sha256: sha256Hex(body) });
  return {};
}

export function removeMapping(context: WriteContext, { name }: { name: string }): Record<string, never> {
  if (run(context.db, 'DELETE FROM mapping WHERE name = ?', name).changes === 0)
    throw new Fault('MAPPING_UNKNOWN', `The project keeps no mapping called "${name}".`);
  audit(context, 'mapping.remove', { name });
  return {};
}
