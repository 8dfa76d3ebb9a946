import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ssfb } from '../support/rubric.ts';
import { RATERS, writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const project = at('study.touchstone');
const [fluency] = ssfb.dimensions.slice(2);
const shorter = {
  ...ssfb,
  dimensions: ssfb.dimensions.map((entry) =>
    entry === fluency ? { ...entry, options: entry.options.slice(0, 3) } : entry,
  ),
};

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder));
  await ask('ratings', project, writeRatings(folder));
  writeFileSync(at('shorter.json'), JSON.stringify(shorter));
  writeFileSync(at('same.json'), JSON.stringify(ssfb));
  writeFileSync(at('broken.json'), JSON.stringify({ ...ssfb, dimensions: [] }));
});

async function refused(...args: string[]): Promise<string> {
  const before = digestOf(project);
  const done = await touchstone(['rubric', project, ...args, '--json']);
  expect(digestOf(project)).toBe(before);
  return `${done.status} ${errorIn(done).code}`;
}

describe('the rubric of a project, from the command line', () => {
  it('is shown as it stands, and written to a file', async () => {
    expect(await ask('rubric', project)).toEqual(ssfb);
    expect(await ask('rubric', project, '--out', at('copy.json'))).toMatchObject({ rubric: 'ssfb@1' });
    expect(JSON.parse(readFileSync(at('copy.json'), 'utf8'))).toEqual(ssfb);
    const { stdout } = await touchstone(['rubric', project, '--show']);
    expect(stdout).toMatch(/^ssfb@1: Sensibleness/);
    expect(stdout).toContain('Specificity (specificity): options, nominal, asked by sensibleness');
  });

  it('is left as it was by what is no new version', async () => {
    expect(await refused('--set', at('same.json'))).toBe('1 RUBRIC_UNCHANGED');
    expect(await refused('--set', at('broken.json'))).toBe('1 RUBRIC_INVALID');
    expect(await refused('--set', at('nowhere.json'))).toBe('1 FILE_NOT_FOUND');
    expect(await refused('--set', at('shorter.json'), '--versions')).toBe('2 USAGE');
    expect(await refused('--note', 'Why')).toBe('2 USAGE');
  });

  it('becomes a new version, which says what it touches', async () => {
    expect(await ask('rubric', project, '--set', at('shorter.json'), '--note', 'Three steps')).toMatchObject({
      rubric: 'ssfb@2',
      from: 'ssfb@1',
      affected: [{ dimension: 'fluency', by: 'scale' }],
    });
    const { versions } = await ask('rubric', project, '--versions');
    expect(versions).toMatchObject([
      { rubric: 'ssfb@2', note: 'Three steps', ratings: 0 },
      { rubric: 'ssfb@1', note: '' },
    ]);
    const { stdout } = await touchstone(['rubric', project, '--versions']);
    expect(stdout).toContain('fluency: changed');
    expect(stdout).toMatch(/option 4: ".+" -> nothing/);
  });

  it('has the ratings it touches made again, and takes that back', async () => {
    const found = await ask('rubric', project, '--affected');
    expect(found).toMatchObject({ rubric: 'ssfb@2', dimensions: [{ dimension: 'fluency', by: 'scale' }] });
    const asked = await ask('rubric', project, '--rerate', 'fluency', '--raters', RATERS[0] ?? '');
    expect(asked).toMatchObject({ per_rater: { [RATERS[0] ?? '']: asked.assignments } });
    expect(await ask('rubric', project, '--take-back', String(asked.act))).toEqual({
      released: asked.assignments,
      started: 0,
    });
    expect(await refused('--rerate', 'colour')).toBe('2 INVALID_INPUT');
    expect(await refused('--take-back', 'nothing')).toBe('1 RERATE_UNKNOWN');
    expect(await ask('verify', project)).toMatchObject({ ok: true });
  });
});
