import { expect, test } from 'vitest';
import { numberOf } from '../../support/database.ts';
import { afterTampering, entryOn, project } from '../verify/tampering.ts';

test.each([
  [
    'where a merged event comes from',
    'UPDATE merged_event SET journal_seq = journal_seq + 1 WHERE event_seq = (SELECT max(event_seq) FROM merged_event)',
  ],
  [
    'its hash there',
    'UPDATE merged_event SET journal_hash = zeroblob(32) WHERE event_seq = (SELECT max(event_seq) FROM merged_event)',
  ],
  [
    'the machine whose key signed',
    "UPDATE packet_merge SET signed_by = 'another' WHERE id = (SELECT max(id) FROM packet_merge)",
  ],
  [
    'what was held back',
    "UPDATE held_event SET record = json_set(record, '$.event.activeMs', 1) WHERE id = 1",
  ],
  ['what differed', 'UPDATE merge_conflict SET occasion = 7'],
])('%s cannot be changed without being found', (_what, statement) => {
  const last = entryOn('packet.merge');
  const found = afterTampering(statement);
  expect(found?.table).toBe('audit_entry');
  expect([last, entryOn('packet.merge', 'min')]).toContain(found?.sequence);
});

test.each([
  ['what was judged', "body = json_set(body, '$.rationale', 'x')"],
  ['whether it was submitted', "status = 'draft'"],
  ['the version it was made under', "rubric = 'ssfb@9'"],
])('%s in a merged rating cannot be changed without being found', (_what, change) => {
  const merged = 'SELECT event_seq FROM merged_event';
  expect(numberOf(project, `SELECT count(*) FROM rating WHERE last_event IN (${merged})`)).toBeGreaterThan(0);
  expect(afterTampering(`UPDATE rating SET ${change} WHERE last_event IN (${merged})`)).toMatchObject({
    table: 'rating',
  });
});

test('an event that is made to follow another one is found, and the decision of a lead that was turned', () => {
  const tip = numberOf(project, 'SELECT max(event_seq) FROM merged_event WHERE previous IS NOT NULL');
  expect(afterTampering(`UPDATE merged_event SET previous = NULL WHERE event_seq = ${tip}`)).not.toBeNull();
  expect(
    afterTampering("UPDATE merge_decision SET subject = json_set(subject, '$.event', 'x')"),
  ).toMatchObject({
    table: 'audit_entry',
    sequence: entryOn('packet.resolve'),
  });
});

test.each(['packet_made', 'held_event', 'merge_decision', 'signer', 'merge_conflict', 'merged_event'])(
  'a row that is missing from %s is found',
  (table) => {
    expect(
      afterTampering(
        `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} LIMIT 1)`.replace(
          /rowid/g,
          table === 'signer' ? 'merge_id' : 'rowid',
        ),
      ),
    ).not.toBeNull();
  },
);
