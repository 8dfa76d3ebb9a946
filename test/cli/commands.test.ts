import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RATERS, writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, objectIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const number = expect.any(Number);
const text = expect.any(String);
const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
let made: Record<string, unknown>;
let transcripts: string;
let ratings: string;

beforeAll(async () => {
  transcripts = writeTranscripts(folder);
  ratings = writeRatings(folder);
  made = await ask('init', project);
});

/** The fields that other programs rely on, command by command, on one study from its beginning to its datasets. */
describe('what each command prints with --json', () => {
  it('init: the project and its schema', () => {
    expect(made).toMatchObject({ project, schema_version: number, id: text, rubric: 'ssfb@1' });
    expect(existsSync(project)).toBe(true);
  });

  it('import --dry-run: what would come in, and nothing does', async () => {
    const before = digestOf(project);
    expect(await ask('import', project, transcripts, '--dry-run')).toMatchObject({
      dry_run: true,
      files: [{ records: 12, imported: 12, duplicates: 0, rejected: 0 }],
    });
    expect(digestOf(project)).toBe(before);
  });

  it('import: what came in of each file', async () => {
    expect(await ask('import', project, transcripts)).toMatchObject({
      files: [
        {
          path: transcripts,
          adapter: 'native',
          confidence: number,
          sha256: digestOf(transcripts),
          records: 12,
          imported: 12,
          duplicates: 0,
          rejected: 0,
          messages: 36,
          reasons: {},
          quarantine: null,
        },
      ],
    });
  });

  let drawn: Record<string, unknown>;

  it('sample: the draw, its strata and its digest; the same seed draws the same', async () => {
    const options = ['--size', '10', '--seed', '7', '--strata', 'model,country', '--min-per-stratum', '1'];
    drawn = await ask('sample', project, ...options);
    expect(drawn).toMatchObject({ sample: text, items: 10, digest: sha256 });
    expect(drawn.strata).toContainEqual({
      key: 'model=asst-1, group.country=NG',
      population: 4,
      drawn: number,
    });
    const again = await ask('sample', project, ...options);
    expect(again.digest).toBe(drawn.digest);
    expect(again.sample).not.toBe(drawn.sample);
  });

  it('sample --where: draws only from the answers that meet it', async () => {
    const some = await ask(
      'sample',
      project,
      '--size',
      '100',
      '--seed',
      'x',
      '--where',
      'model = asst-2 and group.country != NG',
    );
    expect(some).toMatchObject({ items: 8, strata: [{ population: 8, drawn: 8 }] });
  });

  it('assign: the plan', async () => {
    const raters = ['--raters', 'Ada, Ben,Cy', '--overlap', '2', '--repeat', '2', '--seed', '3'];
    const plan = await ask('assign', project, '--sample', String(drawn.sample), ...raters);
    expect(plan).toMatchObject({ assignments: 26, items: 10, repeats: 6, gold: 0 });
    expect(Object.keys(Object(plan.per_rater))).toEqual(['Ada', 'Ben', 'Cy']);
  });

  it('ratings: what came in', async () => {
    expect(await ask('ratings', project, ratings)).toMatchObject({
      records: 48,
      imported: 48,
      duplicates: 0,
      rejected: 0,
      reasons: {},
    });
  });

  it('agreement: a report for each dimension', async () => {
    const { rubric, dimensions } = await ask('agreement', project, '--bootstrap', '200', '--seed', '7');
    expect(rubric).toBe('ssfb@1');
    const [sensibleness, specificity, fluency] = Array.isArray(dimensions) ? dimensions : [];
    expect(sensibleness).toMatchObject({
      dimension: 'sensibleness',
      headline: {
        value: null,
        reason: 'unanimous',
        reading: expect.stringContaining('everyone gave the same value'),
      },
    });
    expect(specificity).toMatchObject({
      dimension: 'specificity',
      level: 'nominal',
      headline: { value: number },
    });
    expect(fluency).toMatchObject({
      dimension: 'fluency',
      level: 'ordinal',
      raters: 2,
      units: 24,
      units_paired: 24,
      ratings: 48,
      categories: [1, 2, 3, 4, 5],
      percent_agreement: { value: number },
      krippendorff_alpha: {
        nominal: { value: number },
        ordinal: { value: number },
        ratio: { value: number },
      },
      cohen_kappa: [{ raters: RATERS, units: 24, unweighted: { value: number }, linear: { value: number } }],
      headline: {
        statistic: 'krippendorff_alpha',
        level: 'ordinal',
        value: number,
        ci: [number, number],
        reading: text,
      },
      bootstrap: { resamples: 200, seed: 7, krippendorff_alpha: { ordinal: [number, number] } },
      notes: expect.any(Array),
    });
  });

  it('agreement --dimension --by: one dimension, with a slice for each value', async () => {
    const { dimensions } = await ask('agreement', project, '--dimension', 'fluency', '--by', 'country');
    expect(dimensions).toMatchObject([
      {
        dimension: 'fluency',
        slices: [
          { key: 'DE', units: 16 },
          { key: 'NG', units: 8 },
        ],
      },
    ]);
  });

  it('stats: what is in the project', async () => {
    expect(await ask('stats', project)).toMatchObject({
      conversations: 12,
      messages: 36,
      items: 24,
      ratings: 48,
      raters: 3,
      ssa: { value: number, ci: [number, number] },
      rating_events: 48,
      sample_ids: expect.arrayContaining([drawn.sample]),
    });
  });

  it.each([
    ['trl-sft', 'sft', 10],
    ['trl-preference', 'preference', 9],
  ])(
    'export %s: the files, by their content, and what the trainer would say',
    async (format, alias, least) => {
      const out = join(folder, 'datasets');
      const written = await ask('export', project, '--format', format, '--out', out, '--seed', '7');
      expect(written).toMatchObject({
        dropped: expect.any(Object),
        preflight: { trl: { ok: true, rejected_rows: 0, warnings: [] } },
      });
      const [file] = Array.isArray(written.files) ? written.files : [];
      expect(digestOf(file.path)).toBe(file.sha256);
      expect(readFileSync(file.path, 'utf8').trim().split('\n')).toHaveLength(file.rows);
      expect(file.rows).toBeGreaterThanOrEqual(least);
      expect(existsSync(String(written.manifest))).toBe(true);
      const again = await ask(
        'export',
        project,
        '--format',
        alias,
        '--out',
        join(folder, 'again'),
        '--seed',
        '7',
      );
      expect(again.files).toMatchObject([{ rows: file.rows, sha256: file.sha256 }]);
    },
  );

  it('audit: bias samples that were drawn, and whether the record holds', async () => {
    expect(await ask('audit', project)).toMatchObject({ ok: true, events: 48, first_bad: null, samples: [] });
    const bias = await ask('audit', project, '--sample', '5', '--seed', '9');
    expect(bias).toMatchObject({
      ok: true,
      sample: text,
      seed: '9',
      dimension: 'bias',
      marked: 0,
      unmarked: 5,
      decided: 0,
      digest: sha256,
    });
    expect((await ask('audit', project)).samples).toMatchObject([{ sample: bias.sample, created_at: text }]);
  });

  it('verify: that the record holds, and the head of its log', async () => {
    const found = await ask('verify', project);
    expect(found).toMatchObject({ ok: true, events: 48, first_bad: null, head: sha256 });
    expect(found.checks).not.toHaveLength(0);
  });
});

describe('what each command prints for people', () => {
  it('agreement: a line for each dimension and a sentence on it, without colours where no one looks', async () => {
    const { stdout, stderr, status } = await touchstone(['agreement', project]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^fluency +ordinal +0\.\d{3}/m);
    expect(stdout).toMatch(/^sensibleness +nominal +undefined +100 % +24 +2 +48$/m);
    expect(stdout).toContain('everyone gave the same value');
    expect(stdout).not.toContain('\u001B');
  });

  it('stats and verify: in words', async () => {
    expect((await touchstone(['stats', project])).stdout).toMatch(/^conversations +12, with 36 messages$/m);
    expect((await touchstone(['verify', project])).stdout).toContain(
      'The record is intact: 48 rating events',
    );
  });

  it('prints nothing but the object with --json, wherever that stands', async () => {
    const done = await touchstone(['stats', '--json', project]);
    expect(done.stderr).toBe('');
    expect(done.stdout.trim().split('\n')).toHaveLength(1);
    expect(objectIn(done)).toHaveProperty('conversations', 12);
  });
});
