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

test.each(['packet_made', 'held_event', 'merge_decision', 'signer', 'merge_conflict'])(
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
