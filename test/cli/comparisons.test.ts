import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeLines } from '../support/transcripts.ts';
import { writeTranscripts } from './study.ts';
import { ask, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const DRAW = ['--size', '20', '--seed', '7', '--comparisons'];
let sample = '';

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder));
  sample = String((await ask('sample', project, ...DRAW)).sample);
});

describe('sample --comparisons', () => {
  it('draws each context with several answers, once', async () => {
    const again = await ask('sample', project, ...DRAW, '--strata', 'model');
    expect(again).toMatchObject({ items: 12, population: 12, strata: [{ drawn: 6 }, { drawn: 6 }] });
    expect(await ask('sample', project, '--verify', sample)).toMatchObject({ result: 'same' });
  });

  it('says so in words', async () => {
    const { stdout } = await touchstone(['sample', project, '--plan', '--size', '5', '--comparisons']);
    expect(stdout).toContain('Would draw 5 comparisons of 12; nothing was drawn.');
  });

  it('has no ratings on a dimension to go by', async () => {
    const options = ['--strata', 'model', '--allocation', 'neyman', '--dimension', 'fluency'];
    expect(errorIn(await touchstone(['sample', project, ...DRAW, ...options, '--json'])).code).toBe(
      'SAMPLE_PLAN_INVALID',
    );
  });
});

describe('what raters prefer', () => {
  beforeAll(async () => {
    await ask('assign', project, '--sample', sample, '--raters', 'Ada,Ben', '--overlap', '2', '--seed', '7');
    const lines = ['Ada', 'Ben'].flatMap((rater) =>
      Array.from({ length: 6 }, (_, n) => ({
        conversation: `c-${n}`,
        message: 1,
        rater,
        candidates: [`a-${n}`, `b-${n}`],
        preference: rater === 'Ben' && n === 5 ? 'tie' : `a-${n}`,
        ...(n === 5 ? {} : { strength: 2 }),
        shown: n % 2 === 0 ? [`a-${n}`, `b-${n}`] : [`b-${n}`, `a-${n}`],
      })),
    );
    const file = writeLines(join(folder, 'preferences.jsonl'), lines);
    expect(await ask('ratings', project, file)).toMatchObject({ imported: 12, rejected: 0 });
  });

  it('is in the agreement, and how often the first one shown won', async () => {
    const { comparisons } = await ask('agreement', project);
    expect(comparisons).toMatchObject({ items: 6, ratings: 12, decided: 11, ties: 1 });
    const preference = await ask('agreement', project, '--dimension', 'preference');
    expect(preference).toMatchObject({ dimensions: [{ dimension: 'preference', units_paired: 6 }] });
    const { stdout } = await touchstone(['agreement', project]);
    expect(stdout).toMatch(/The answer shown first won \d+ % of 11\s+decided comparisons/);
    expect((await touchstone(['stats', project])).stdout).toContain('12 ratings of 6, 1 ties, 0 all bad');
  });

  it('becomes a dataset of preferences, with what gave none', async () => {
    const out = join(folder, 'out');
    const exported = await ask('export', project, '--format', 'trl-preference', '--out', out);
    expect(exported).toMatchObject({ files: [{ rows: 5 }], dropped: { comparison_undecided: 1 } });
    expect(await ask('verify', project)).toMatchObject({ ok: true });
  });
});
