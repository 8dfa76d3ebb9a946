import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const at = (name: string): string => join(folder, name);
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

let transcripts: string;
let ratings: string;

beforeAll(async () => {
  transcripts = writeTranscripts(folder);
  ratings = writeRatings(folder);
  writeFileSync(at('words.txt'), 'Dear reader,\nthis is not JSON.\n');
  writeFileSync(at('other.jsonl'), '{"colour":"green","size":3}\n{"colour":"blue","size":4}\n');
  writeFileSync(at('list.json'), '[1, 2, 3]');
  writeFileSync(at('empty.jsonl'), '');
  writeFileSync(at('blank.jsonl'), '\n\n  \n');
  writeFileSync(at('cut.jsonl.gz'), gzipSync(Buffer.from('{"a":1}\n'.repeat(1000))).subarray(0, 40));
  mkdirSync(at('folder'));
  await ask('init', project);
  await ask('import', project, transcripts);
});

/** Refused with this code and status 1, and not a byte of the project is another; nothing is left beside it. */
async function expectRefusal(code: string, args: string[], options = {}): Promise<string> {
  const before = digestOf(project);
  const done = await touchstone([...args, '--json'], options);
  const error = errorIn(done);
  expect({ status: done.status, code: error.code }).toEqual({ status: 1, code });
  expect(digestOf(project)).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('study.touchstone'))).toEqual([
    'study.touchstone',
  ]);
  return error.message;
}

describe('files that cannot be taken in', () => {
  const files: [what: string, file: string, code: string, codeAsRatings?: string][] = [
    ['not JSON', 'words.txt', 'NOT_JSON'],
    ['JSON of something else', 'other.jsonl', 'UNKNOWN_FORMAT'],
    ['a list of numbers', 'list.json', 'UNKNOWN_FORMAT'],
    ['an empty file', 'empty.jsonl', 'FILE_EMPTY'],
    ['blank lines only', 'blank.jsonl', 'FILE_EMPTY'],
    ['a gzip file cut off', 'cut.jsonl.gz', 'GZIP_DAMAGED'],
    ['a folder', 'folder', 'FILE_IS_DIRECTORY'],
    ['no file', 'nowhere.jsonl', 'FILE_NOT_FOUND'],
  ];

  it.each(files)('import: %s', async (_, file, code) => {
    await expectRefusal(code, ['import', project, at(file)]);
  });

  it.each(files)('ratings: %s', async (_, file, code) => {
    await expectRefusal(code, ['ratings', project, at(file)]);
  });

  it('a bad file beside a good one keeps both out', async () => {
    const good = writeTranscripts(folder, 20, 'more.jsonl');
    await expectRefusal('NOT_JSON', ['import', project, good, at('words.txt')]);
    await expectRefusal('NOT_JSON', ['ratings', project, ratings, at('words.txt')]);
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

describe('projects that cannot be opened', () => {
  it.each([
    ['a file that is not a project', 'words.txt', 'NOT_A_PROJECT'],
    ['an empty file', 'empty.jsonl', 'NOT_A_PROJECT'],
    ['a folder', 'folder', 'FILE_IS_DIRECTORY'],
    ['no file', 'nowhere.touchstone', 'FILE_NOT_FOUND'],
  ])('%s', async (_, file, code) => {
    await expectRefusal(code, ['stats', at(file)]);
    await expectRefusal(code, ['import', at(file), transcripts]);
    expect(existsSync(at('nowhere.touchstone'))).toBe(false);
  });

  it('a database of another program', async () => {
    new Database(at('other.db')).exec('CREATE TABLE t (x)').close();
    const before = digestOf(at('other.db'));
    await expectRefusal('NOT_A_PROJECT', ['ratings', at('other.db'), ratings]);
    expect(digestOf(at('other.db'))).toBe(before);
  });

  it('a project from a newer version', async () => {
    const newer = at('newer.touchstone');
    copyFileSync(project, newer);
    const db = new Database(newer);
    db.pragma('user_version = 9999');
    db.close();
    const before = digestOf(newer);
    for (const args of [
      ['stats', newer],
      ['import', newer, transcripts],
      ['verify', newer],
    ])
      expect(await expectRefusal('PROJECT_NEWER', args)).toContain('9999');
    expect(digestOf(newer)).toBe(before);
  });

  it('init: a file that is there already is never written over', async () => {
    await expectRefusal('FILE_EXISTS', ['init', project]);
    await expectRefusal('FILE_NOT_FOUND', ['init', at('no/such/folder.touchstone')]);
  });

  it.each([
    ['not JSON', 'words.txt', 'RUBRIC_INVALID'],
    ['of another shape', 'list.json', 'RUBRIC_INVALID'],
    ['not there', 'nowhere.json', 'FILE_NOT_FOUND'],
  ])('init: a rubric %s leaves no project behind', async (_, file, code) => {
    await expectRefusal(code, ['init', at('new.touchstone'), '--rubric', at(file)]);
    expect(readdirSync(folder).filter((name) => name.startsWith('new.touchstone'))).toEqual([]);
  });
});

describe('what does not fit the project', () => {
  it.each([
    [
      'a sample that is not there',
      'SAMPLE_UNKNOWN',
      ['assign', '--sample', 'none', '--raters', 'Ada', '--overlap', '1', '--seed', '1'],
    ],
    [
      'a filter that cannot be read',
      'EXPRESSION_INVALID',
      ['sample', '--size', '3', '--seed', '1', '--where', 'model is good'],
    ],
    [
      'strata of no field',
      'EXPRESSION_INVALID',
      ['sample', '--size', '3', '--seed', '1', '--strata', 'colour'],
    ],
    [
      'a filter nothing meets',
      'SAMPLE_EMPTY',
      ['sample', '--size', '3', '--seed', '1', '--where', 'model = none'],
    ],
    ['a dataset of nothing', 'EXPORT_EMPTY', ['export', '--format', 'trl-sft', '--out', at('out')]],
    ['a bias sample of nothing', 'AUDIT_SAMPLE_EMPTY', ['audit', '--sample', '3']],
  ])('%s', async (_, code, [command = '', ...options]) => {
    await expectRefusal(code, [command, project, ...options]);
  });

  it.each([
    ['not JSON', 'words.txt'],
    ['of another shape', 'list.json'],
    ['with a field there is not', 'recipe.json'],
  ])('a recipe %s', async (_, file) => {
    writeFileSync(at('recipe.json'), '{"min_rating": 2}');
    await expectRefusal('RECIPE_INVALID', [
      'export',
      project,
      '--format',
      'sft',
      '--out',
      at('out'),
      '--recipe',
      at(file),
    ]);
  });

  it('an overlap larger than the number of raters', async () => {
    const own = at('overlap.touchstone');
    copyFileSync(project, own);
    const { sample } = await ask('sample', own, '--size', '3', '--seed', '1');
    const before = digestOf(own);
    const plan = ['--sample', String(sample), '--raters', 'Ada,Ben', '--overlap', '3', '--seed', '1'];
    await expectRefusal('OVERLAP_TOO_LARGE', ['assign', own, ...plan]);
    expect(digestOf(own)).toBe(before);
  });
});

describe('a disk that is full', () => {
  it('keeps the project as it was, and says so', async ({ skip, onTestFinished }) => {
    const disk = at('disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('a small disk cannot be mounted here');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    const small = join(disk, 'study.touchstone');
    await ask('init', small);
    await ask('import', small, transcripts);
    const before = await ask('stats', small);
    const large = await touchstone([
      'import',
      small,
      writeTranscripts(folder, 20_000, 'large.jsonl'),
      '--json',
    ]);
    expect({ status: large.status, code: errorIn(large).code }).toEqual({ status: 1, code: 'DISK_FULL' });
    expect(await ask('stats', small)).toEqual(before);
    expect(await ask('verify', small)).toMatchObject({ ok: true });
    writeFileSync(join(disk, 'filler'), '');
    try {
      for (;;) writeFileSync(join(disk, 'filler'), Buffer.alloc(4096), { flag: 'a' });
    } catch {
      expect(existsSync(join(disk, 'filler'))).toBe(true);
    }
    for (const args of [
      ['init', join(disk, 'new.touchstone')],
      ['ratings', small, ratings],
    ]) {
      const done = await touchstone([...args, '--json']);
      expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code: 'DISK_FULL' });
    }
    expect(existsSync(join(disk, 'new.touchstone'))).toBe(false);
    expect(await ask('stats', small)).toEqual(before);
  });
});
