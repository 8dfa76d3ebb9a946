import { describe, expect, test } from 'vitest';
import {
  added,
  allFiles,
  type Chosen,
  fileOf,
  holdsRatings,
  inspectionOf,
  isImportable,
  opened,
  readable,
  rereading,
  settled,
  withFile,
  without,
} from '../../../../renderer/features/import/chosen.ts';
import { BLANK, draftOf, mappingOf } from '../../../../renderer/features/import/mapping/draft.ts';
import { AS_FOUND } from '../../../../renderer/features/import/reading.ts';
import { rounds } from '../../../../renderer/features/import/rounds.ts';
import { failure } from '../../../../shared/contract/errors.ts';
import type { Inspection } from '../../../../shared/contract/importing.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const picked = (file: string) => ({ file, name: `${file}.jsonl`, bytes: 10 });
const folder = (file: string) => ({ file, name: file, bytes: 0, folder: true });
const SHARE_GPT = { ...AS_FOUND, adapter: 'sharegpt' };

const inspection = (file: string, adapter = 'native'): Inspection => ({
  file,
  name: `${file}.jsonl`,
  bytes: 10,
  compressed: false,
  encoding: 'utf-8',
  framing: 'lines',
  delimiter: null,
  adapter,
  confidence: 1,
  because: 'every record has messages',
  runnersUp: [],
  mapping: null,
  suggestion: null,
  fields: [],
  rows: [],
  preview: [],
  faults: [],
});

const found = (within: string, error = false) => ({
  within,
  name: within,
  bytes: 10,
  adapter: error ? '' : 'native',
  confidence: error ? 0 : 1,
  because: '',
  runnersUp: [],
  error: error ? failure('UNKNOWN_FORMAT', 'no format') : null,
});

const read = (chosen: readonly Chosen[], key: string, reading = AS_FOUND) =>
  withFile(chosen, key, (file) => rereading(file, reading));
const look = (chosen: readonly Chosen[], ...keys: string[]) =>
  keys.reduce<readonly Chosen[]>(
    (now, key) => settled(now, key, fileOf(now, key)?.reading ?? AS_FOUND, ok(inspection(key))),
    chosen,
  );
const logs = () =>
  opened(
    added([], [folder('logs')]),
    'logs',
    AS_FOUND,
    ok({ file: 'logs', files: [found('a.jsonl'), found('b.jsonl'), found('notes.txt', true)] }),
  );

describe('files waiting to be imported', () => {
  test('the same file dropped twice is listed once', () => {
    const once = added([], [picked('a'), picked('b')]);
    expect(added(once, [picked('b'), picked('c')]).map(({ file }) => file)).toEqual(['a', 'b', 'c']);
  });

  test('an answer about a reading that was changed meanwhile is left aside', () => {
    const changed = read(added([], [picked('a')]), 'a', SHARE_GPT);
    const late = settled(changed, 'a', AS_FOUND, ok(inspection('a')));
    expect(fileOf(late, 'a')?.looked.status).toBe('looking');
    const right = settled(late, 'a', SHARE_GPT, ok(inspection('a', 'sharegpt')));
    expect(fileOf(right, 'a')?.looked).toMatchObject({
      status: 'ready',
      inspection: { adapter: 'sharegpt' },
    });
  });

  test('what was found stays in view while a file is looked at again', () => {
    const ready = look(added([], [picked('a')]), 'a');
    const file = fileOf(read(ready, 'a', SHARE_GPT), 'a');
    expect(file?.looked.status).toBe('looking');
    expect(file && inspectionOf(file)?.adapter).toBe('native');
  });

  test('a file that cannot be read stays listed with its error, is not imported, and can be taken off', () => {
    const chosen = added([], [picked('a'), picked('b')]);
    const bad = settled(chosen, 'a', AS_FOUND, fail(failure('FILE_EMPTY', 'a.jsonl is empty')));
    const both = look(bad, 'b');
    expect(allFiles(both)).toHaveLength(2);
    expect(
      allFiles(both)
        .filter(isImportable)
        .map(({ key }) => key),
    ).toEqual(['b']);
    expect(allFiles(without(both, 'a')).map(({ key }) => key)).toEqual(['b']);
    expect(allFiles(readable(both)).map(({ key }) => key)).toEqual(['b']);
  });

  test('ratings are told by the code of the refusal, whatever its words', () => {
    const chosen = added([], [picked('a'), picked('b')]);
    const one = settled(chosen, 'a', AS_FOUND, fail(failure('RATINGS_FILE', 'x')));
    const both = settled(one, 'b', AS_FOUND, fail(failure('UNKNOWN_FORMAT', 'import as ratings')));
    expect(allFiles(both).map(holdsRatings)).toEqual([true, false]);
  });

  test('a file whose fields are not said is not imported until they are', () => {
    const ready = look(added([], [picked('a')]), 'a');
    const asked = withFile(ready, 'a', (file) => ({ ...file, draft: BLANK }));
    expect(allFiles(asked).some(isImportable)).toBe(false);
    const said = withFile(asked, 'a', (file) => ({
      ...file,
      draft: { ...BLANK, prompt: ['q'], answers: ['a'] },
    }));
    expect(allFiles(said).every(isImportable)).toBe(true);
  });
});

describe('what goes into which call', () => {
  test('files go in together unless one is read in another way', () => {
    const chosen = look(
      read(added([], [picked('a'), picked('b'), picked('c')]), 'b', SHARE_GPT),
      'a',
      'b',
      'c',
    );
    expect(rounds(chosen)).toEqual([
      {
        reading: AS_FOUND,
        picks: [
          { file: 'a', within: [null] },
          { file: 'c', within: [null] },
        ],
        keys: ['a', 'c'],
      },
      { reading: SHARE_GPT, picks: [{ file: 'b', within: [null] }], keys: ['b'] },
    ]);
  });

  test('a folder goes in as a whole, so that what it holds besides is told of', () => {
    expect(rounds(logs())).toEqual([
      {
        reading: AS_FOUND,
        picks: [{ file: 'logs', within: [null] }],
        keys: ['logs/a.jsonl', 'logs/b.jsonl', 'logs/notes.txt'],
      },
    ]);
  });

  test('its files go in by name once one is left out or read in another way', () => {
    expect(rounds(without(logs(), 'logs/a.jsonl')).map(({ picks }) => picks)).toEqual([
      [{ file: 'logs', within: ['b.jsonl'] }],
    ]);
    expect(rounds(read(logs(), 'logs/a.jsonl', SHARE_GPT)).map(({ picks }) => picks)).toEqual([
      [{ file: 'logs', within: ['a.jsonl'] }],
      [{ file: 'logs', within: ['b.jsonl'] }],
    ]);
  });

  test('two files read by the same mapping go in together', () => {
    const mapping = mappingOf({ ...BLANK, prompt: ['q'], answers: ['a'] });
    const reading = { ...AS_FOUND, mapping };
    const draft = mapping && draftOf(mapping);
    let chosen: readonly Chosen[] = added([], [picked('a'), picked('b')]);
    for (const key of ['a', 'b'])
      chosen = withFile(chosen, key, (file) => ({ ...rereading(file, reading), draft }));
    expect(rounds(look(chosen, 'a', 'b')).map(({ keys }) => keys)).toEqual([['a', 'b']]);
  });
});
