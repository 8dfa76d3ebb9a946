import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import {
  type ProjectSettings,
  type SettingsChange,
  settingsSchema,
} from '../../../shared/domain/settings.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, run } from '../db/statements.ts';

interface SettingRow {
  name: string;
  value: string;
}

/** The newest value of each field that was ever set. */
const NEWEST = 'SELECT name, value FROM setting WHERE id IN (SELECT max(id) FROM setting GROUP BY name)';

/** What the lead chose for the project; what was never chosen stands at its default. */
export function readSettings(db: ReadConnection): ProjectSettings {
  const rows = all<SettingRow>(db, NEWEST);
  return settingsSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])));
}

/** Sets the fields that differ from what stands, each as a row of its own. */
export function changeSettings(context: WriteContext, change: SettingsChange): ProjectSettings {
  const before = readSettings(context.db);
  const standing = new Map<string, Json>(Object.entries(before));
  const changed = Object.entries(change).filter(
    (entry): entry is [string, Exclude<(typeof entry)[1], undefined>] =>
      entry[1] !== undefined && canonical(entry[1]) !== canonical(standing.get(entry[0]) ?? null),
  );
  if (changed.length === 0) return before;
  const ids = changed.map(([name, value]) => addRow(context, name, value));
  const settings = Object.fromEntries(changed);
  audit(context, 'settings.change', { settings, first: Math.min(...ids), count: ids.length });
  return readSettings(context.db);
}

function addRow(context: WriteContext, name: string, value: Json): number {
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO setting (name, value, at) VALUES (?, ?, ?)',
    name,
    canonical(value),
    context.now,
  );
  return Number(lastInsertRowid);
}
