import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { scene } from './scene.ts';
import { ask, digestOf } from './touchstone.ts';

const { folder, project, transcripts, ratings, at, expectRefusal } = scene();

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
