import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportPage } from '../../../electron/engine/report/page.ts';
import type { AgreementReport } from '../../../shared/agreement/index.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { TestEngine } from '../../support/engine.ts';
import { ssfb } from '../../support/rubric.ts';
import { queueOf, RATERS, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';

const AT = '2026-10-05T14:02:11.000Z';
const OPTIONS = { bootstrap: 60, seed: 7, by: 'model' };
const folder = tempFolder();
const engine = new TestEngine();
afterAll(() => engine.close());

const judgement = (fluency: number, bias: number): RatingAction[] => [
  { kind: 'value', dimension: 'sensibleness', value: fluency > 1 ? 1 : 0 },
  ...(fluency > 1 ? [{ kind: 'value' as const, dimension: 'specificity', value: 1 }] : []),
  { kind: 'value', dimension: 'fluency', value: fluency },
  { kind: 'value', dimension: 'bias', value: bias },
  ...(bias > 0 ? [{ kind: 'categories' as const, categories: ['age'] }] : []),
  ...(bias > 0 ? [{ kind: 'spans' as const, spans: [{ start: 0, end: 6, label: 'age' }] }] : []),
  { kind: 'submit' },
];

/** Three raters, two known answers, hidden repeats; everybody differs here and there. */
beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'a <b> & "c".touchstone') });
  await engine.ask('import.transcripts', { files: [writeTranscripts(join(folder, 't.jsonl'), 14)] });
  const { sample } = await engine.ask('sample.draw', { size: 12, seed: 7 });
  const gold = writeLines(join(folder, 'gold.jsonl'), [
    { conversation: 'c-1', message: 2, rater: 'lead', values: { sensibleness: 1, fluency: 5 } },
  ]);
  await engine.ask('assign.plan', { sample, raters: [...RATERS], overlap: 2, repeat: 2, gold, seed: 3 });
  const { raters } = await engine.ask('project.summary', {});
  for (const { id, name } of raters)
    for (const assignment of await queueOf(engine, id)) {
      const { answer } = await engine.ask('item.show', { assignment });
      const number = Number(/Answer (\d+)/.exec(answer.text)?.[1]);
      const fluency = 2 + (number % 4) - (name === 'Cyd' ? number % 2 : 0);
      await rate(engine, assignment, judgement(fluency, number % 3 === 0 ? 1 : 0));
    }
});

const pageOf = async (names = false): Promise<string> => {
  const { html } = await engine.ask('agreement.document', {
    ...OPTIONS,
    names,
    at: AT,
    program: 'Touchstone 9',
  });
  return html ?? '';
};

/** What a path through the report leads to; a dimension by its id. */
function at(report: AgreementReport, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value.find((one) => one?.dimension === step) ?? value[Number(step)];
    return Object(value)[step];
  }, report);
}

const figuresOf = (html: string): [path: string, value: number][] =>
  [...html.matchAll(/data-figure="([^"]+)" data-value="([^"]+)"/g)].map(([, path = '', value]) => [
    path,
    Number(value),
  ]);

describe('the report as a page', () => {
  test('has the very figures of the report object, for all that it shows', async () => {
    const report = await engine.ask('agreement.report', { ...OPTIONS, reproduction: true });
    const figures = figuresOf(await pageOf(true));
    expect(figures.length).toBeGreaterThan(300);
    for (const [path, value] of figures) expect(at(report, path), path).toBeCloseTo(value, 12);
    const parts = new Set(figures.map(([path]) => path.split('.')[2]));
    for (const part of [
      'headline',
      'cohen_kappa',
      'leniency',
      'gold',
      'intra_rater',
      'multi_label',
      'spans',
      'consensus',
      'slices',
    ])
      expect(parts, part).toContain(part);
  });

  test('needs nothing from outside, runs nothing, and says who may', async () => {
    const html = await pageOf();
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|video|audio|base|form)\b/i);
    expect(html).not.toMatch(/\b(src|href|action|srcset|xlink:href)=|@import|url\(/i);
    expect([...html.matchAll(/https?:[^"\s<]*/g)].map(([url]) => url)).toEqual(
      [...html.matchAll(/xmlns="([^"]+)"/g)].map(([, url]) => url),
    );
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  });

  test('calls raters by pseudonyms, everywhere, unless names are asked for', async () => {
    const { raters } = await engine.ask('project.summary', {});
    const [hidden, named] = [await pageOf(), await pageOf(true)];
    for (const { name, pseudonym } of raters) {
      expect(hidden).not.toMatch(new RegExp(`\\b${name}\\b`));
      expect(hidden).toContain(pseudonym);
      expect(named).toContain(name);
      expect(named).not.toContain(pseudonym);
    }
  });

  test('is the same page for the same ratings, and has their digest', async () => {
    expect(await pageOf()).toBe(await pageOf());
    const { reproduction } = await engine.ask('agreement.report', { reproduction: true });
    expect(await pageOf()).toContain(reproduction?.digest);
    expect((await engine.ask('agreement.report', {})).reproduction).toBeUndefined();
  });

  test('is written whole, and never over another file', async () => {
    const out = join(folder, 'report.html');
    const { html, bytes } = await engine.ask('agreement.document', { out, at: AT });
    expect(html).toBeNull();
    expect(readFileSync(out)).toHaveLength(bytes);
    await engine.ask('agreement.document', { out, at: AT });
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, 'mine');
    expect(await engine.refused('agreement.document', { out: notes, at: AT })).toMatchObject({
      code: 'FILE_EXISTS',
    });
    expect(readFileSync(notes, 'utf8')).toBe('mine');
  });

  test('every plot and every table says what it is', async () => {
    const html = await pageOf();
    const plots = [...html.matchAll(/<svg [^>]*>/g)].map(([plot]) => plot);
    expect(plots.length).toBeGreaterThan(20);
    for (const plot of plots) expect(plot).toMatch(/role="img" aria-label="[^"]{10,}"/);
    for (const [, inside = ''] of html.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/g))
      expect(inside).toMatch(/^\n<caption>.+<\/caption>/);
    expect(html).not.toMatch(/NaN|undefined<|Infinity|\[object/);
  });

  test('of a project without ratings says so, without a figure made up', () => {
    const none = { report: { rubric: 'ssfb@1', dimensions: [], raters: [] }, facts: factsOf() };
    const html = reportPage(none);
    expect(html).toContain('0 raters submitted 0 ratings');
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});

const factsOf = () => ({
  project: 'none',
  illustrative: false,
  rubric: ssfb,
  conversations: 0,
  items: 0,
  at: AT,
  program: 'Touchstone 9',
  names: false,
});

test('the digest is that of the ratings: another one with another rating, the same in another project', async () => {
  const digest = async (of: TestEngine): Promise<string | undefined> =>
    (await of.ask('agreement.report', { reproduction: true })).reproduction?.digest;
  const transcripts = writeTranscripts(join(folder, 'same.jsonl'), 6);
  const lines = [1, 2, 3].flatMap((n) =>
    ['Ada', 'Ben'].map((rater) => ({ conversation: `c-${n}`, message: 2, rater, values: { fluency: n } })),
  );
  const made = await Promise.all(
    [lines, lines.toReversed(), lines.slice(1)].map(async (some, number) => {
      const other = new TestEngine();
      await other.ask('project.create', { file: join(folder, `p${number}.touchstone`) });
      await other.ask('import.transcripts', { files: [transcripts] });
      await other.ask('import.ratings', { files: [writeLines(join(folder, `r${number}.jsonl`), some)] });
      const found = await digest(other);
      await other.close();
      return found;
    }),
  );
  expect(made[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(made[1]).toBe(made[0]);
  expect(made[2]).not.toBe(made[0]);
});

test('the pulse is another one once something was rated', async () => {
  const { pulse } = await engine.ask('agreement.pulse', {});
  expect((await engine.ask('agreement.pulse', {})).pulse).toBe(pulse);
  const { raters } = await engine.ask('project.summary', {});
  const [first = ''] = await queueOf(engine, raters[0]?.id ?? '');
  await rate(engine, first, judgement(5, 0));
  expect((await engine.ask('agreement.pulse', {})).pulse).not.toBe(pulse);
});
