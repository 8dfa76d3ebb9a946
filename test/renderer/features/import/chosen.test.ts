import { describe, expect, test } from 'vitest';
import {
  added,
  importable,
  rounds,
  settled,
  withAdapter,
  without,
} from '../../../../renderer/features/import/chosen.ts';
import { failure } from '../../../../shared/contract/errors.ts';
import type { Inspection } from '../../../../shared/contract/importing.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const picked = (file: string) => ({ file, name: `${file}.jsonl`, bytes: 10 });

const inspection = (file: string, adapter = 'native'): Inspection => ({
  file,
  name: `${file}.jsonl`,
  bytes: 10,
  compressed: false,
  adapter,
  confidence: 1,
  because: 'every record has messages',
  runnersUp: [],
  preview: [],
  faults: [],
});

describe('files waiting to be imported', () => {
  test('the same file dropped twice is listed once', () => {
    const once = added([], [picked('a'), picked('b')]);
    expect(added(once, [picked('b'), picked('c')]).map(({ file }) => file)).toEqual(['a', 'b', 'c']);
  });

  test('an answer about a format that was changed meanwhile is left aside', () => {
    const changed = withAdapter(added([], [picked('a')]), 'a', 'sharegpt');
    const late = settled(changed, 'a', 'auto', ok(inspection('a')));
    expect(late[0]?.looked.status).toBe('looking');
    const right = settled(late, 'a', 'sharegpt', ok(inspection('a', 'sharegpt')));
    expect(right[0]?.looked).toMatchObject({ status: 'ready', inspection: { adapter: 'sharegpt' } });
  });

  test('a file that cannot be read stays listed with its error and is not imported', () => {
    const chosen = added([], [picked('a'), picked('b')]);
    const bad = settled(chosen, 'a', 'auto', fail(failure('FILE_EMPTY', 'a.jsonl is empty')));
    const both = settled(bad, 'b', 'auto', ok(inspection('b')));
    expect(both).toHaveLength(2);
    expect(importable(both).map(({ file }) => file)).toEqual(['b']);
    expect(without(both, 'a').map(({ file }) => file)).toEqual(['b']);
  });

  test('files are imported together unless the lead named another format for one', () => {
    let chosen = added([], [picked('a'), picked('b'), picked('c')]);
    chosen = withAdapter(chosen, 'b', 'sharegpt');
    for (const { file, adapter } of chosen) chosen = settled(chosen, file, adapter, ok(inspection(file)));
    expect(rounds(chosen)).toEqual([
      { adapter: 'auto', files: ['a', 'c'] },
      { adapter: 'sharegpt', files: ['b'] },
    ]);
  });
});
