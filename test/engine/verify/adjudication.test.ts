import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { afterTampering, entryOn, folder, project } from './tampering.ts';

test.each([
  ['value', "payload = json_set(payload, '$.value', 5)"],
  ['person', "actor = 'Max'"],
  ['time', 'at = at + 1'],
  ['dimension', "dimension = 'bias'"],
])('a decision whose %s was changed is named by the act that wrote it', (_what, change) => {
  const bad = afterTampering(`UPDATE adjudication_event SET ${change} WHERE kind = 'decide'`);
  expect(bad).toMatchObject({ table: 'audit_entry', sequence: entryOn('adjudicate.decide') });
});

test('a decision that no act wrote is found, and one that is gone', () => {
  const columns = 'item_id, candidate, dimension, rubric, kind, payload, actor, at, merged';
  const added = afterTampering(
    `INSERT INTO adjudication_event (uuid, act, ${columns}) SELECT 'x', 'x', ${columns} FROM adjudication_event LIMIT 1`,
  );
  expect(added).toMatchObject({ table: 'adjudication_event' });
  const gone = afterTampering("DELETE FROM adjudication_event WHERE kind = 'undo'");
  expect(gone).toMatchObject({ table: 'adjudication_event' });
});

test('decisions are only added', () => {
  const path = join(folder, 'copy.touchstone');
  copyFileSync(project, path);
  const db = new Database(path);
  expect(() => db.exec("UPDATE adjudication_event SET actor = 'Max'")).toThrow('a decision is never changed');
  expect(() => db.exec('DELETE FROM adjudication_event')).toThrow('a decision is never removed');
  db.close();
});
