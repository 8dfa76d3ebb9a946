import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { numberOf, tamper } from '../../support/database.ts';
import { afterTampering, entryOn, folder, project, verified } from './tampering.ts';

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
    ['the figures of an import', 'import.transcripts', 'UPDATE batch SET rejected = 0 WHERE id = 3'],
    ['a rejected record', 'import.transcripts', "UPDATE quarantine SET original = '{}' WHERE batch_id = 3"],
    [
      "a conversation's model",
      'import.transcripts',
      "UPDATE conversation SET model = 'other' WHERE batch_id = 3",
    ],
    ["a conversation's groups", 'import.transcripts', "UPDATE conversation SET groups = '{}' WHERE id = 13"],
    [
      "a sample's items",
      'sample.draw',
      'UPDATE sample_item SET position = 99 WHERE position = 0 AND sample_id = 3',
    ],
    ["a sample's parameters", 'sample.draw', "UPDATE sample SET parameters = '{}' WHERE id = 3"],
    [
      'what is a calibration round',
      'assign.plan',
      'UPDATE calibration SET round = (SELECT uuid FROM sample WHERE id = 1)',
    ],
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

  test('feedback and turns that were added to conversations, by the import that added them', () => {
    const again = numberOf(
      project,
      "SELECT seq FROM audit_entry WHERE action = 'import.transcripts' AND payload ->> 'merged' > 0",
    );
    for (const statement of [
      "UPDATE feedback SET comment = 'other' WHERE batch_id IS NOT NULL",
      'DELETE FROM feedback WHERE batch_id IS NOT NULL',
      "UPDATE message SET model = 'other' WHERE batch_id IS NOT NULL",
      "UPDATE conversation_alias SET name = 'another'",
    ])
      expect(afterTampering(statement), statement).toMatchObject({ table: 'audit_entry', sequence: again });
    const changed = "UPDATE message SET text = 'Never.' WHERE batch_id IS NOT NULL AND position = 4";
    for (const statement of [
      changed,
      'DELETE FROM message WHERE batch_id IS NOT NULL',
      'DELETE FROM continuation',
      'DELETE FROM known_content WHERE content_hash IN (SELECT content_hash FROM continuation)',
    ])
      expect(afterTampering(statement), statement).toMatchObject({ table: 'conversation', sequence: 4 });
  });

  test('the name or the pseudonym of a rater, by the entry that added them', () => {
    for (const column of ['name', 'pseudonym'])
      expect(afterTampering(`UPDATE rater SET ${column} = 'other' WHERE id = 1`)).toMatchObject({
        table: 'audit_entry',
        sequence: entryOn('rater.add', 'min'),
      });
  });

  test('what a sample was drawn from, and the chances of its items', () => {
    for (const statement of [
      "UPDATE sample SET frame = x'00'",
      "UPDATE sample SET left_out = x'00'",
      "UPDATE sample SET basis = '{}'",
      'UPDATE sample_item SET inclusion = 0.5 WHERE position = 1',
    ])
      expect(afterTampering(statement), statement).toMatchObject({
        sequence: entryOn('sample.draw', 'min'),
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
    ['a rating to be made again forgotten', 'rerating', 'DELETE FROM rerating'],
    [
      'a request slipped in',
      'rerating_request',
      "INSERT INTO rerating_request (act, rubric, dimensions, actor, at) VALUES ('u', 'ssfb@2', '[]', 'Eve', 0)",
    ],
    ['an import forgotten', 'imported_rating', 'DELETE FROM imported_rating WHERE event_seq = 1'],
    [
      'a rubric slipped in',
      'rubric',
      'INSERT INTO rubric (id, version, body, digest, created_at) SELECT id, 9, body, digest, created_at FROM rubric LIMIT 1',
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

  test('a conversation with a hash made to fit', () => {
    const bad = afterTampering('UPDATE conversation SET content_hash = randomblob(32) WHERE id = 3');
    expect(bad).toMatchObject({ table: 'conversation', sequence: 3 });
  });

  test('an item turned to another answer', () => {
    const free = numberOf(
      project,
      'SELECT min(id) FROM message WHERE id NOT IN (SELECT message_id FROM judged_answer)',
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
    'transcripts',
    'acts',
    'ratings',
  ]);
});
