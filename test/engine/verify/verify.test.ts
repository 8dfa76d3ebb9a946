import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Verification } from '../../../shared/contract/auditing.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { flipByte } from '../../support/bytes.ts';
import { numberOf, tamper, withDatabase } from '../../support/database.ts';
import { numbers } from '../../support/transcripts.ts';
import { afterTampering, folder, project, verified } from './tampering.ts';

let healthy: Verification;
beforeAll(() => {
  healthy = verified(project);
});

test('a project that nobody touched verifies, whatever is in it', () => {
  const tables = withDatabase(project, (db) =>
    db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
  );
  const empty = tables.filter((table) => numberOf(project, `SELECT count(*) FROM ${table}`) === 0);
  expect(empty, 'tables without a row in them').toEqual([
    'staged_message',
    'staged_feedback',
    'finding',
    'redaction',
    // Only projects that are made from a packet have them.
    'packet_origin',
    'packet_item',
  ]);
  expect(healthy).toMatchObject({ ok: true, first_bad: null });
  expect(healthy.checks.every(({ ok, sentence }) => ok && sentence !== '')).toBe(true);
  expect(healthy.events).toBe(numberOf(project, 'SELECT count(*) FROM rating_event'));
  expect(healthy.entries).toBe(numberOf(project, 'SELECT count(*) FROM audit_entry'));
  expect(healthy.head).toBe(
    withDatabase(project, (db) =>
      db.prepare('SELECT lower(hex(hash)) FROM audit_entry ORDER BY seq DESC LIMIT 1').pluck().get(),
    ),
  );
});

describe('an audit entry that was changed is named', () => {
  test.each([
    ['at', 'at + 1'],
    ['actor', "actor || 'x'"],
    ['action', "'project.create'"],
    ['payload', "json_set(payload, '$.more', 1)"],
    ['prev_hash', 'zeroblob(32)'],
    ['hash', 'randomblob(32)'],
  ])('in its %s', (column, value) => {
    const bad = afterTampering(`UPDATE audit_entry SET ${column} = ${value} WHERE seq = 5`);
    expect(bad).toMatchObject({ table: 'audit_entry', sequence: 5 });
  });

  test('when it was removed from the middle', () => {
    expect(afterTampering('DELETE FROM audit_entry WHERE seq = 7')).toMatchObject({
      table: 'audit_entry',
      sequence: 7,
      sentence: 'Audit entry 7 is missing.',
    });
  });

  test('when it was removed from the end: what it told of is left without it', () => {
    expect(
      afterTampering(`DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)`),
    ).toMatchObject({ table: 'audit_decision' });
    expect(afterTampering('DELETE FROM audit_entry')).not.toBeNull();
  });

  test('when two changed places', () => {
    const bad = afterTampering(
      'UPDATE audit_entry SET seq = -seq WHERE seq IN (5, 6)',
      'UPDATE audit_entry SET seq = 11 + seq WHERE seq < 0',
    );
    expect(bad).toMatchObject({ table: 'audit_entry', sequence: 5 });
  });
});

describe('a rating event that was changed is named', () => {
  test.each([
    ['uuid', "'x'"],
    ['at', 'at + 1'],
    ['rater_id', '(SELECT max(id) FROM rater)'],
    ['item_id', 'item_id + 1'],
    ['occasion', '7'],
    ['rubric', "'ssfb@9'"],
    ['kind', "'flag'"],
    ['payload', "json_set(payload, '$.more', 1)"],
    ['active_ms', 'active_ms + 1'],
    ['batch_id', '1'],
    ['hash', 'randomblob(32)'],
  ])('in its %s', (column, value) => {
    const last = numberOf(project, 'SELECT max(seq) FROM rating_event');
    for (const seq of [10, last])
      expect(afterTampering(`UPDATE rating_event SET ${column} = ${value} WHERE seq = ${seq}`)).toMatchObject(
        { table: 'rating_event', sequence: seq },
      );
  });

  test('when it was moved to another import, or out of one', () => {
    for (const batch of ['NULL', '1'])
      expect(afterTampering(`UPDATE rating_event SET batch_id = ${batch} WHERE seq = 3`)).toMatchObject({
        table: 'rating_event',
        sequence: 3,
      });
  });

  test('when it was removed, from the middle or from the end', () => {
    const last = numberOf(project, 'SELECT max(seq) FROM rating_event');
    expect(afterTampering('DELETE FROM rating_event WHERE seq = 10')).toMatchObject({
      table: 'rating_event',
      sequence: 10,
    });
    expect(afterTampering(`DELETE FROM rating_event WHERE seq = ${last}`)).toMatchObject({
      table: 'rating_event',
      sequence: last,
    });
  });

  test('when the last was removed together with the entry that vouches for it: the rating it led to is left', () => {
    const path = join(folder, 'short.touchstone');
    copyFileSync(project, path);
    const undo = numberOf(project, "SELECT max(seq) FROM audit_entry WHERE action = 'undo'");
    const lost = withDatabase(project, (db) =>
      db.prepare('SELECT rater_id, item_id FROM rating_event ORDER BY seq DESC LIMIT 1').get(),
    ) as { rater_id: number; item_id: number };
    tamper(
      path,
      'DELETE FROM audit_decision',
      'DELETE FROM audit_sample_entry',
      'DELETE FROM audit_sample',
      `DELETE FROM audit_entry WHERE seq >= ${undo}`,
      'DELETE FROM rating_event WHERE seq = (SELECT max(seq) FROM rating_event)',
    );
    const before = numberOf(
      path,
      `SELECT max(last_event) FROM rating WHERE rater_id = ${lost.rater_id} AND item_id = ${lost.item_id}`,
    );
    expect(verified(path).first_bad).toMatchObject({ table: 'rating', sequence: before });
  });

  test('when one was added, however well its hash fits', () => {
    const bad = afterTampering(
      `INSERT INTO rating_event SELECT seq + 1, uuid || 'x', at, rater_id, item_id, occasion, rubric, kind, payload, active_ms, batch_id, hash
       FROM rating_event ORDER BY seq DESC LIMIT 1`,
    );
    expect(bad).toMatchObject({ table: 'rating_event', sequence: healthy.events + 1 });
  });
});

describe('one byte changed in the file is found and its record named', () => {
  const whole = join(folder, 'whole.touchstone');
  const rowOf = <Row>(table: string, seq: number): Row =>
    withDatabase(whole, (db) => db.prepare(`SELECT * FROM ${table} WHERE seq = ?`).get(seq) as Row);

  /** Where the bytes of a record lie in the file; its hash is its last column. */
  const places = {
    rating_event: (bytes: Buffer, seq: number): [number, number] => {
      const { uuid, hash } = rowOf<{ uuid: string; hash: Buffer }>('rating_event', seq);
      const at = bytes.lastIndexOf(hash);
      return [bytes.lastIndexOf(uuid, at), at + hash.length];
    },
    audit_entry: (bytes: Buffer, seq: number): [number, number] => {
      const row = rowOf<{ actor: string; action: string; payload: string }>('audit_entry', seq);
      const text = `${row.actor}${row.action}${row.payload}`;
      const at = bytes.lastIndexOf(text);
      return [at, at + text.length + 64];
    },
  };

  // Packed anew: what else lies about of a record, in a page that once held it, lies before it.
  beforeAll(() => withDatabase(project, (db) => db.prepare('VACUUM INTO ?').run(whole)));

  test.each(['rating_event', 'audit_entry'] as const)('of %s', (table) => {
    const random = seededRandom(table);
    const bytes = readFileSync(whole);
    const last = numberOf(whole, `SELECT max(seq) FROM ${table}`);
    for (const round of numbers(30)) {
      const seq = 1 + random.below(last);
      const [from, end] = places[table](bytes, seq);
      const path = join(folder, 'flipped.touchstone');
      copyFileSync(whole, path);
      flipByte(path, from + random.below(end - from));
      expect(verified(path), `round ${round}, ${table} ${seq}`).toMatchObject({
        ok: false,
        first_bad: { table, sequence: seq },
      });
    }
  });
});
