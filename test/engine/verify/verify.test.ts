import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../../electron/engine/db/open.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import type { Verification } from '../../../shared/contract/auditing.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { flipByte } from '../../support/bytes.ts';
import { numberOf, tamper, withDatabase } from '../../support/database.ts';
import { withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers } from '../../support/transcripts.ts';
import { makeWholeStudy } from '../../support/whole-study.ts';

const folder = tempFolder();
let project = '';
let healthy: Verification;

function verified(path: string): Verification {
  const db = openForReading(path);
  try {
    return verify(db, () => undefined);
  } finally {
    db.close();
  }
}

/** What is found in a copy of the project after these statements changed it behind the program's back. */
function afterTampering(...statements: string[]): Verification['first_bad'] {
  const path = join(folder, 'tampered.touchstone');
  copyFileSync(project, path);
  tamper(path, ...statements);
  const { ok, first_bad } = verified(path);
  expect(ok).toBe(first_bad === null);
  return first_bad;
}

/** The sequence number of the log's entry on an act. */
const entryOn = (action: string, order = 'max'): number =>
  numberOf(project, `SELECT ${order}(seq) FROM audit_entry WHERE action = '${action}'`);

beforeAll(async () => {
  ({ path: project } = await withEngine((engine) => makeWholeStudy(engine, folder)));
  healthy = verified(project);
});

test('a project that nobody touched verifies, whatever is in it', () => {
  const tables = withDatabase(project, (db) =>
    db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
  );
  const empty = tables.filter((table) => numberOf(project, `SELECT count(*) FROM ${table}`) === 0);
  expect(empty, 'tables without a row in them').toEqual(['conversation_alias']);
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
    ['occasion', '1'],
    ['rubric', "'ssfb@2'"],
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

describe('a record that an act wrote, and that was changed since, is found', () => {
  test.each([
    ["the project's name", 'project.create', "UPDATE project SET name = 'other'"],
    ["the project's illustrative mark", 'project.create', 'UPDATE project SET illustrative = 1'],
    ["the rubric's body", 'rubric.add', `UPDATE rubric SET body = replace(body, 'Makes sense', 'Is nice')`],
    [
      'the name of an import',
      'import.ratings',
      "UPDATE batch SET file = 'other.jsonl' WHERE kind = 'ratings'",
    ],
    ['the figures of an import', 'import.transcripts', 'UPDATE batch SET rejected = 0 WHERE id = 2'],
    ['a rejected record', 'import.transcripts', "UPDATE quarantine SET original = '{}' WHERE batch_id = 2"],
    [
      "a conversation's model",
      'import.transcripts',
      "UPDATE conversation SET model = 'other' WHERE batch_id = 2",
    ],
    ["a conversation's groups", 'import.transcripts', "UPDATE conversation SET groups = '{}' WHERE id = 13"],
    ["a sample's items", 'sample.draw', 'UPDATE sample_item SET position = 99 WHERE position = 0'],
    ["a sample's parameters", 'sample.draw', "UPDATE sample SET parameters = '{}'"],
    ['a known answer', 'gold.set', `UPDATE gold SET "values" = '{"fluency":1}' WHERE id = 2`],
    ["a bias sample's seed", 'audit.draw', "UPDATE audit_sample SET seed = '8'"],
    [
      'a mark in a bias sample',
      'audit.draw',
      'UPDATE audit_sample_entry SET marked = 1 - marked WHERE position = 0',
    ],
  ])('%s', (_what, action, statement) => {
    const bad = afterTampering(statement);
    expect(bad).toMatchObject({ table: 'audit_entry', sequence: entryOn(action) });
    expect(bad?.sentence).toContain(action);
  });

  test('the name or the pseudonym of a rater, by the entry that added them', () => {
    for (const column of ['name', 'pseudonym'])
      expect(afterTampering(`UPDATE rater SET ${column} = 'other' WHERE id = 1`)).toMatchObject({
        table: 'audit_entry',
        sequence: entryOn('rater.add', 'min'),
      });
  });

  test('the order or the kind of an assignment, by the plan it belongs to', () => {
    for (const change of ["kind = 'gold'", 'position = 999', 'uuid = uuid || 1'])
      expect(afterTampering(`UPDATE assignment SET ${change} WHERE id = 2`)).toMatchObject({
        table: 'audit_entry',
        sequence: entryOn('assign.plan', 'min'),
      });
  });

  test('a decision on a bias sample, whatever was changed of it', () => {
    for (const change of ["decision = 'escalate'", "reason = 'Because.'", "actor = 'Eve'", 'at = at + 1'])
      expect(
        afterTampering(`UPDATE audit_decision SET ${change} WHERE id = (SELECT min(id) FROM audit_decision)`),
      ).toMatchObject({ table: 'audit_entry', sequence: entryOn('audit.decide', 'min') });
  });
});

describe('what the log does not tell of is found', () => {
  test.each([
    [
      'a decision slipped in',
      'audit_decision',
      "INSERT INTO audit_decision (entry_id, decision, reason, actor, at) SELECT entry_id, 'confirm', 'x', 'Eve', at FROM audit_decision LIMIT 1",
    ],
    [
      'a rater slipped in',
      'rater',
      "INSERT INTO rater (uuid, name, pseudonym, created_at) VALUES ('u', 'Mallory', 'Oak 9', 0)",
    ],
    [
      'a known answer slipped in',
      'gold',
      `INSERT INTO gold (item_id, rubric, "values", created_at) SELECT item_id, rubric, "values", 0 FROM gold LIMIT 1`,
    ],
    [
      'an assignment slipped in',
      'assignment',
      `INSERT INTO assignment (uuid, rater_id, item_id, occasion, kind, position, created_at)
       SELECT 'u', rater_id, item_id, 5, 'plain', 999, 0 FROM assignment LIMIT 1`,
    ],
    ['an import forgotten', 'imported_rating', 'DELETE FROM imported_rating WHERE event_seq = 1'],
    [
      'a rubric slipped in',
      'rubric',
      'INSERT INTO rubric (id, version, body, digest, created_at) SELECT id, 2, body, digest, created_at FROM rubric',
    ],
  ])('%s', (_what, table, statement) => {
    expect(afterTampering(statement)).toMatchObject({ table });
  });
});

describe('content that was changed is found, and the conversation or rating named', () => {
  test.each([
    [
      'the text of a message',
      "UPDATE message SET text = text || '.' WHERE conversation_id = 3 AND position = 2",
    ],
    ['the role of a message', "UPDATE message SET role = 'tool' WHERE conversation_id = 3 AND position = 2"],
    ['a message taken out', 'DELETE FROM message WHERE conversation_id = 3 AND position = 0'],
    ['all its messages taken out', 'DELETE FROM message WHERE conversation_id = 3'],
    [
      'a message put in',
      "INSERT INTO message (conversation_id, position, candidate, role, judgeable, text) VALUES (3, 7, 0, 'user', 0, 'And?')",
    ],
    [
      'its place taken in what is known',
      'UPDATE known_content SET conversation_id = 4 WHERE conversation_id = 3',
    ],
  ])('%s', (_what, statement) => {
    expect(afterTampering(statement)).toMatchObject({ table: 'conversation', sequence: 3 });
  });

  test('the parts of a message', () => {
    const id = numberOf(project, "SELECT id FROM conversation WHERE name = 'parts'");
    const bad = afterTampering(
      `UPDATE message SET parts = '[{"type":"text","text":"Other."}]' WHERE conversation_id = ${id}`,
    );
    expect(bad).toMatchObject({ table: 'conversation', sequence: id });
  });

  test('a conversation with a hash made to fit, by the import it came with', () => {
    const bad = afterTampering('UPDATE conversation SET content_hash = randomblob(32) WHERE id = 3');
    expect(bad).toMatchObject({ table: 'audit_entry', sequence: entryOn('import.transcripts', 'min') });
  });

  test('an item turned to another answer', () => {
    const free = numberOf(
      project,
      'SELECT min(id) FROM message WHERE id NOT IN (SELECT message_id FROM item)',
    );
    expect(afterTampering(`UPDATE item SET message_id = ${free} WHERE id = 4`)).toMatchObject({
      table: 'item',
      sequence: 4,
    });
  });

  test.each([
    ['a value', `body = replace(body, '"fluency":4', '"fluency":5')`],
    ['its status', "status = 'skipped'"],
    ['its flag', 'flagged = 1 - flagged'],
    ['the rubric it is read under', "rubric = 'ssfb@2'"],
    ['the time spent on it', 'active_ms = active_ms + 1'],
    ['when it was made', 'updated_at = updated_at + 1'],
  ])('a current rating, in %s', (_what, change) => {
    const event = numberOf(project, `SELECT max(last_event) FROM rating WHERE body LIKE '%"fluency":4%'`);
    expect(afterTampering(`UPDATE rating SET ${change} WHERE last_event = ${event}`)).toMatchObject({
      table: 'rating',
      sequence: event,
    });
  });

  test('a current rating taken out', () => {
    expect(afterTampering('DELETE FROM rating WHERE occasion = 0 AND last_event = 1')).toMatchObject({
      table: 'rating',
    });
  });
});

test('what is found by several checks is told by each, the first in the order of the record', () => {
  const path = join(folder, 'several.touchstone');
  copyFileSync(project, path);
  tamper(
    path,
    "UPDATE rater SET name = 'other' WHERE id = 1",
    "UPDATE rating_event SET rubric = 'x' WHERE seq = 4",
    "UPDATE message SET text = 'x' WHERE conversation_id = 3 AND position = 1",
  );
  const { ok, first_bad, checks } = verified(path);
  expect([ok, first_bad]).toEqual([false, expect.objectContaining({ table: 'rating_event', sequence: 4 })]);
  expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual([
    'rating events',
    'acts',
    'transcripts',
    'ratings',
  ]);
});
