import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, errorIn, scratch, touchstone } from './touchstone.ts';

describe('the agreement of a project', () => {
  const folder = scratch();
  const project = join(folder, 'study.touchstone');
  const page = join(folder, 'report.html');

  beforeAll(async () => {
    await ask('init', project);
    await ask('import', project, writeTranscripts(folder));
    await ask('ratings', project, writeRatings(folder));
  });

  it('is also written as a page, which has the figures that --json prints, without names', async () => {
    const printed = await ask('agreement', project, '--html', page, '--bootstrap', '50', '--seed', '7');
    expect(printed.html).toEqual({ path: page, sha256: digestOf(page) });
    const html = readFileSync(page, 'utf8');
    expect(html).not.toMatch(/\b(Ada|Ben)\b/);
    const { reproduction, dimensions } = Object(printed);
    expect(html).toContain(reproduction.digest);
    expect(html).toContain('--bootstrap 50 --seed 7 --json');
    for (const { dimension, headline } of dimensions)
      if (headline.value !== null)
        expect(html).toContain(
          `data-figure="dimensions.${dimension}.headline.value" data-value="${headline.value}"`,
        );
  });

  it('is told in words with what there is to know of each rater, of categories, places and models', async () => {
    const { stdout } = await touchstone(['agreement', project, '--html', page, '--names']);
    expect(stdout).toMatch(/rater +ratings +kappa, mean +leniency/);
    expect(stdout).toMatch(/Ada +24 +0\.\d\d/);
    expect(stdout).toContain('Dawid and Skene');
    expect(stdout).toMatch(/SSA \d+ %/);
    expect(stdout).toMatch(/digest\s+[0-9a-f]{64}/);
    expect(readFileSync(page, 'utf8')).toMatch(/\bAda\b/);
  });

  it.each([
    ['a PDF, which the window makes', ['--html', 'report.pdf'], 'window program'],
    ['a page of one dimension', ['--html', 'one.html', '--dimension', 'bias'], 'all dimensions'],
    ['names without a page', ['--names'], '--html'],
  ])('refuses %s, and says so', async (_what, options, says) => {
    const done = await touchstone(['agreement', project, ...options, '--json'], { cwd: folder });
    expect(done.status).toBe(2);
    expect(errorIn(done)).toMatchObject({ code: 'USAGE', message: expect.stringContaining(says) });
    expect(existsSync(join(folder, options[1] ?? 'none.html'))).toBe(false);
  });
});
