import { describe, expect, it } from 'vitest';
import { rejectionLines } from '../../electron/cli/rejections.ts';

const told = (records: number, isTrial: boolean = false): string =>
  rejectionLines(
    'a.jsonl',
    {
      records,
      rejected: 2,
      reasons: { NOT_JSON: 2 },
      rejections: [{ line: 4, path: '$', code: 'NOT_JSON', reason: 'It is cut off.' }],
    },
    isTrial,
  ).join('\n');

describe('what an import tells of rejected records', () => {
  it('says where they are, and what became of the others', () => {
    expect(told(5)).toBe(
      '\n2 records of a.jsonl rejected (NOT_JSON 2) and kept in quarantine; the rest is in.\n  line 4: It is cut off.\n  and 1 more',
    );
    expect(told(2)).toContain('and kept in quarantine; nothing of it is in.');
  });

  it('of a trial says what would be rejected, and keeps nothing', () => {
    expect(told(5, true)).toContain('2 records of a.jsonl would be rejected (NOT_JSON 2).\n');
  });
});
