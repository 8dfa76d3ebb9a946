import { describe, expect, test } from 'vitest';
import {
  decided,
  decidedCount,
  neighbour,
  nextUndecided,
} from '../../../../renderer/features/audit/entries.ts';
import { payloadSummary, payloadText } from '../../../../renderer/features/audit/payload.ts';
import type { AuditListEntry } from '../../../../shared/contract/auditing.ts';

const entry = (id: string, decision: AuditListEntry['decision'] = null): AuditListEntry => ({
  entry: id,
  marked: false,
  answer: '',
  candidates: 0,
  decision,
});
const list = [entry('a', 'confirm'), entry('b'), entry('c', 'overturn'), entry('d')];

describe('going through a bias sample', () => {
  test('J and K stop at the ends of the list', () => {
    expect(neighbour(list, 'a', 1)).toBe('b');
    expect(neighbour(list, 'a', -1)).toBe('a');
    expect(neighbour(list, 'd', 1)).toBe('d');
    expect(neighbour(list, null, 1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });

  test('after a decision the next undecided one opens, going round', () => {
    expect(nextUndecided(list, 'b')).toBe('d');
    expect(nextUndecided(list, 'd')).toBe('b');
    expect(nextUndecided([entry('a')], 'a')).toBeNull();
  });

  test('a decision counts at once', () => {
    expect(decidedCount(list)).toBe(2);
    expect(decidedCount(decided(list, 'b', 'escalate'))).toBe(3);
  });
});

describe('payload of an entry of the log', () => {
  test('is summed up in one line', () => {
    expect(
      payloadSummary('{"file":"a.jsonl","records":375,"raters":["ada","ben"],"where":"","x":null}'),
    ).toBe('file a.jsonl · records 375 · raters 2 entries');
    expect(payloadSummary('not json')).toBe('not json');
  });

  test('opens as readable JSON', () => {
    expect(payloadText('{"size":100}')).toBe('{\n  "size": 100\n}');
  });
});
