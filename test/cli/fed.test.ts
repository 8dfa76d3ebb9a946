import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, digestOf, FED, scratch } from './touchstone.ts';

const file = (name: string): string => join(FED, name);

if (!existsSync(FED)) console.warn(`skipped: there is no ${FED}`);

describe.skipIf(!existsSync(FED))('a published study (FED) from its files to its agreement', () => {
  const project = join(scratch(), 'fed.touchstone');
  let imported: Record<string, unknown>;
  let rated: Record<string, unknown>;

  beforeAll(async () => {
    await ask('init', project, '--rubric', file('rubric.json'));
    imported = await ask('import', project, file('transcripts.jsonl'));
    rated = await ask('ratings', project, file('ratings.jsonl'));
  });

  it('takes in every conversation and every rating', () => {
    expect(imported.files).toMatchObject([
      {
        sha256: digestOf(file('transcripts.jsonl')),
        records: 375,
        imported: 375,
        duplicates: 0,
        rejected: 0,
      },
    ]);
    expect(rated).toMatchObject({ records: 1875, imported: 1875, duplicates: 0, rejected: 0 });
  });

  it('gives alpha for every dimension of the rubric', async () => {
    const { dimensions } = await ask('agreement', project);
    const reports = Array.isArray(dimensions) ? dimensions : [];
    const rubric = JSON.parse(readFileSync(file('rubric.json'), 'utf8'));
    expect(reports.map(({ dimension }) => dimension)).toEqual(
      rubric.dimensions.map(({ id }: { id: string }) => id),
    );
    for (const { headline, level, krippendorff_alpha: alpha } of reports) {
      expect(headline.value).toBeGreaterThan(0);
      expect(headline.value).toBeLessThan(1);
      expect(alpha[level].value).toBe(headline.value);
    }
  });

  it('takes in nothing twice', async () => {
    expect((await ask('import', project, file('transcripts.jsonl'))).files).toMatchObject([
      { records: 375, imported: 0, duplicates: 375, rejected: 0, messages: 0 },
    ]);
    expect(await ask('ratings', project, file('ratings.jsonl'))).toMatchObject({
      imported: 0,
      duplicates: 1875,
      rejected: 0,
    });
    expect(await ask('stats', project)).toMatchObject({
      conversations: 375,
      ratings: 1875,
      rating_events: 1875,
    });
    expect(await ask('verify', project)).toMatchObject({ ok: true, events: 1875 });
  });
});
