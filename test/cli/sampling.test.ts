import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const number = expect.any(Number);

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder));
});

const size = ['--size', '8', '--seed', '7'];

describe('sample --plan', () => {
  it('says what a draw would give and be worth, and draws nothing', async () => {
    const before = digestOf(project);
    const plan = await ask(
      'sample',
      project,
      '--plan',
      '--size',
      '8',
      '--strata',
      'country',
      '--rate',
      '0.1',
    );
    expect(plan).toMatchObject({
      population: 24,
      items: 8,
      strategy: 'stratified',
      allocation: 'proportional',
      half_width: number,
      rate: 0.1,
      half_width_at_rate: number,
      left_out: { rated: 0, sampled: 0 },
    });
    expect(plan.strata).toMatchObject([
      { key: 'group.country=DE', population: 16, drawn: 5, half_width: number },
      { key: 'group.country=NG', population: 8, drawn: 3, half_width: number },
    ]);
    expect(digestOf(project)).toBe(before);
    const { stdout } = await touchstone(['sample', project, '--plan', '--size', '8', '--strata', 'model']);
    expect(stdout).toContain('Would draw 8 answers of 24; nothing was drawn.');
    expect(stdout).toMatch(/known to ±\d+\.\d points \(95 %, worst case\)/);
  });
});

describe('sample', () => {
  it('draws by every strategy and allocation, and --verify draws it again', async () => {
    for (const options of [
      ['--strategy', 'simple', '--answers', 'one'],
      ['--strategy', 'systematic', '--candidates-only'],
      ['--strategy', 'weighted', '--weight', '10'],
      ['--strata', 'model', '--allocation', 'equal', '--min-per-stratum', '2'],
      ['--strata', 'model,length', '--allocation', 'neyman', '--rates', 'model=asst-1, length=0-99:0.05'],
      ['--where', 'candidates >= 2 and (model = asst-1 or text contains "sent day")', '--include-rated'],
    ]) {
      const drawn = await ask('sample', project, ...size, ...options);
      expect(Object.keys(drawn).sort()).toEqual(['digest', 'items', 'population', 'sample', 'strata']);
      expect(drawn.items, options.join(' ')).toBe(8);
      const checked = await ask('sample', project, '--verify', String(drawn.sample));
      expect(checked).toMatchObject({ sample: drawn.sample, result: 'same', digest: drawn.digest });
    }
  });

  it('passes over what has been rated, unless told', async () => {
    await ask('ratings', project, writeRatings(folder, 3));
    const plan = ['sample', project, '--plan', '--size', '8'];
    expect(await ask(...plan)).toMatchObject({ population: 18, left_out: { rated: 6 } });
    expect(await ask(...plan, '--include-rated')).toMatchObject({ population: 24, left_out: { rated: 0 } });
  });

  it('--verify tells what came since, and of a sample there is not', async () => {
    const { sample } = await ask('sample', project, ...size);
    await ask('import', project, writeTranscripts(folder, 14, 'more.jsonl'));
    expect(await ask('sample', project, '--verify', String(sample))).toMatchObject({
      result: 'population_changed',
      population: { at_draw: 18, now: 22, added: 4, removed: 0 },
    });
    expect(errorIn(await touchstone(['sample', project, '--verify', 'x', '--json'])).code).toBe(
      'SAMPLE_UNKNOWN',
    );
  });
});

describe('an expression that cannot be used', () => {
  it.each([
    ['--where', 'colour = red'],
    ['--where', 'language = '],
    ['--where', 'length > long'],
    ['--where', '((language = en)'],
    ['--strata', 'colour'],
    ['--strata', 'group.'],
    ['--strata', 'text'],
    ['--strata', 'created_at:hour'],
  ])('%s %s is refused with status 1 wherever it stands', async (option, value) => {
    const done = await touchstone(['sample', project, ...size, option, value, '--json']);
    expect([done.status, errorIn(done).code]).toEqual([1, 'EXPRESSION_INVALID']);
  });

  it('as are fields that an agreement is sliced by', async () => {
    const done = await touchstone(['agreement', project, '--by', 'colour', '--json']);
    expect([done.status, errorIn(done).code]).toEqual([1, 'EXPRESSION_INVALID']);
  });
});

describe('what contradicts itself', () => {
  it.each([
    [['--plan', '--size', '5', '--strategy', 'stratified'], 1, 'SAMPLE_PLAN_INVALID'],
    [['--plan', '--size', '3', '--strata', 'model', '--min-per-stratum', '2'], 1, 'SAMPLE_TOO_SMALL'],
    [['--size', '5', '--seed', '1', '--rate', '0.5'], 2, 'USAGE'],
    [['--seed', '1'], 2, 'USAGE'],
    [['--plan'], 2, 'USAGE'],
    [['--verify', 'x', '--size', '5'], 2, 'USAGE'],
    [['--plan', '--size', '5', '--rates', 'a'], 2, 'USAGE'],
    [['--plan', '--size', '5', '--rate', '2'], 2, 'USAGE'],
  ])('%j is refused', async (args, status, code) => {
    const done = await touchstone(['sample', project, ...args, '--json']);
    expect([done.status, errorIn(done).code]).toEqual([status, code]);
  });
});

describe('assign', () => {
  let sample: string;
  beforeAll(async () => {
    sample = String((await ask('sample', project, '--size', '12', '--seed', 'assign')).sample);
  });

  it('says how many answers each two raters share, and which names came twice', async () => {
    const plan = ['--sample', sample, '--raters', 'Ada,Ben,ada,Cy', '--overlap', '2', '--seed', '3'];
    const { stdout } = await touchstone(['assign', project, ...plan]);
    expect(stdout).toMatch(/Each two raters share 4 answers; fewest \w+ and \w+\./);
    expect(stdout).toContain('Named more than once, and taken for one rater: ada.');
    const more = ['--sample', sample, '--raters', 'Ada,Ben,Cy,Di', '--overlap', '3', '--seed', '3'];
    const topped = await ask('assign', project, ...more);
    expect(topped).toMatchObject({ assignments: 12, items: 12, repeated_names: [] });
    expect(Object(topped.per_rater).Di).toBeGreaterThan(6);
  });

  it('says of one rater that there is no agreement to measure', async () => {
    const { stdout } = await touchstone([
      'assign',
      project,
      '--sample',
      sample,
      '--raters',
      'Zoe',
      '--overlap',
      '1',
      '--seed',
      '3',
    ]);
    expect(stdout).toContain('One rater shares no answers with another');
    expect(stdout).not.toContain('share at least');
  });

  it('--replace hands on what is open', async () => {
    const done = await ask('assign', project, '--replace', 'Zoe', '--by', 'Eli,Fay', '--seed', '1');
    expect(done).toMatchObject({ released: 12, assignments: 12, per_rater: { Eli: 6, Fay: 6 }, unplaced: 0 });
    const { stdout } = await touchstone(['assign', project, '--replace', 'Zoe', '--by', 'Eli']);
    expect(stdout).toContain('Zoe has nothing open');
    const verified = await ask('verify', project);
    expect(verified.ok).toBe(true);
  });

  it.each([
    [['--raters', 'Ada', '--overlap', '1', '--seed', '1'], /--sample/],
    [['--sample', 'x', '--raters', 'Ada', '--overlap', '1', '--seed', '1', '--by', 'Ben'], /--by/],
    [['--replace', 'Ada'], /--by/],
    [['--replace', 'Ada', '--by', 'Ben', '--overlap', '2'], /--replace/],
  ])('%j is wrong usage', async (args, says) => {
    const done = await touchstone(['assign', project, ...args, '--json']);
    expect(done.status).toBe(2);
    expect(errorIn(done).message).toMatch(says);
  });
});
