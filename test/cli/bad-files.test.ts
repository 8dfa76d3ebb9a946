import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scene } from './scene.ts';
import { writeTranscripts } from './study.ts';
import { ask, errorIn, objectIn, touchstone } from './touchstone.ts';

const { folder, project, transcripts, ratings, at, expectRefusal } = scene();
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

describe('files that cannot be taken in', () => {
  const files: [what: string, file: string, code: string][] = [
    ['not JSON', 'words.txt', 'NOT_JSON'],
    ['JSON of something else', 'other.jsonl', 'UNKNOWN_FORMAT'],
    ['a list of numbers', 'list.json', 'UNKNOWN_FORMAT'],
    ['an empty file', 'empty.jsonl', 'FILE_EMPTY'],
    ['blank lines only', 'blank.jsonl', 'FILE_EMPTY'],
    ['a gzip file cut off', 'cut.jsonl.gz', 'GZIP_DAMAGED'],
    ['no file', 'nowhere.jsonl', 'FILE_NOT_FOUND'],
  ];

  it.each(files)('import: %s', async (_, file, code) => {
    await expectRefusal(code, ['import', project, at(file)]);
  });

  it('import: a folder with nothing in it', async () => {
    await expectRefusal('FILE_EMPTY', ['import', project, at('folder')]);
  });

  it('ratings: a folder', async () => {
    await expectRefusal('FILE_IS_DIRECTORY', ['ratings', project, at('folder')]);
  });

  it.each(files)('ratings: %s', async (_, file, code) => {
    await expectRefusal(code, ['ratings', project, at(file)]);
  });

  it('a bad file beside a good one keeps both out', async () => {
    const good = writeTranscripts(folder, 20, 'more.jsonl');
    await expectRefusal('NOT_JSON', ['import', project, good, at('words.txt')]);
    await expectRefusal('NOT_JSON', ['ratings', project, ratings, at('words.txt')]);
  });

  it('a file that turns out to be cut off is reported, and does not keep out the others', async () => {
    const own = at('cut.touchstone');
    await ask('init', own);
    const large = gzipSync(readFileSync(writeTranscripts(folder, 3000, 'many.jsonl')));
    writeFileSync(at('many.jsonl.gz'), large.subarray(0, large.length - 100));
    const done = await touchstone(['import', own, transcripts, at('many.jsonl.gz'), '--json']);
    expect(done.status).toBe(1);
    expect(objectIn(done)).toMatchObject({
      files: [
        { path: transcripts, status: 'imported', imported: 12, error: null },
        { status: 'failed', records: 0, error: { code: 'GZIP_DAMAGED' } },
      ],
    });
    expect(await ask('stats', own)).toMatchObject({ conversations: 12 });
    const alone = await touchstone(['import', own, at('many.jsonl.gz'), '--json']);
    expect({ status: alone.status, code: errorIn(alone).code }).toEqual({ status: 1, code: 'GZIP_DAMAGED' });
    expect(await ask('stats', own)).toMatchObject({ conversations: 12 });
  });

  it('a file that the user may not read', async ({ skip }) => {
    if (!isRoot) skip('only root can run the command as another user');
    writeFileSync(at('secret.jsonl'), '{}\n', { mode: 0o600 });
    chmodSync(folder, 0o755);
    await expectRefusal('FILE_NOT_PERMITTED', ['import', project, at('secret.jsonl')], {
      uid: NOBODY,
      gid: NOBODY,
    });
  });

  it('a project that the user may read and not write', async ({ skip }) => {
    if (!isRoot) skip('only root can run the command as another user');
    const nobody = { uid: NOBODY, gid: NOBODY };
    const more = writeTranscripts(folder, 21, 'twenty-one.jsonl');
    expect((await touchstone(['stats', project], nobody)).status).toBe(0);
    await expectRefusal('FILE_NOT_PERMITTED', ['import', project, more], nobody);
  });
});

describe('a bad line in a good file', () => {
  it('is counted and kept with its line and reason, and the rest goes in', async () => {
    const own = at('lines.touchstone');
    await ask('init', own);
    const good =
      '{"id":"g-1","messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';
    const roleless = '{"id":"g-3","messages":[{"content":"Hi"}]}';
    writeFileSync(
      at('lines.jsonl'),
      [good, '{"id":"g-2","messages":', roleless, good.replace('Hi', 'Ho').replace('g-1', 'g-4'), ''].join(
        '\n',
      ),
    );
    const { files } = await ask('import', own, at('lines.jsonl'));
    expect(files).toMatchObject([
      {
        records: 4,
        imported: 2,
        duplicates: 0,
        rejected: 2,
        reasons: { NOT_JSON: 1, RECORD_INVALID: 1 },
        quarantine: expect.any(String),
        rejections: [
          { line: 2, code: 'NOT_JSON', reason: expect.any(String) },
          { line: 3, code: 'RECORD_INVALID', path: '$.messages[0].role', reason: expect.any(String) },
        ],
      },
    ]);
    expect(await ask('stats', own)).toMatchObject({ conversations: 2, quarantined: 2 });
    const { stdout } = await touchstone(['import', own, at('lines.jsonl')]);
    expect(stdout).toMatch(/^ {2}line 2: /m);
  });

  it('ratings: a rating of what is not there, or with a value that is none', async () => {
    const own = at('rated.touchstone');
    await ask('init', own);
    await ask('import', own, transcripts);
    const rating = (conversation: string, fluency: number): string =>
      JSON.stringify({
        conversation,
        message: `a-${conversation.slice(2)}`,
        rater: 'Ada',
        rubric: 'ssfb@1',
        values: { fluency },
      });
    writeFileSync(
      at('some.jsonl'),
      [rating('c-0', 4), rating('c-99', 4), rating('c-1', 9), rating('c-2', 2), ''].join('\n'),
    );
    expect(await ask('ratings', own, at('some.jsonl'))).toMatchObject({
      records: 4,
      imported: 2,
      rejected: 2,
      reasons: { ITEM_UNKNOWN: 1, VALUE_NOT_ALLOWED: 1 },
      rejections: [
        { line: 2, code: 'ITEM_UNKNOWN' },
        { line: 3, code: 'VALUE_NOT_ALLOWED' },
      ],
    });
  });
});
