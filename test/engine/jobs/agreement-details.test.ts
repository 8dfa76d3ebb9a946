import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { TestEngine } from '../../support/engine.ts';
import { ssfb } from '../../support/rubric.ts';
import { queueOf, RATERS, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';

let engine: TestEngine;

afterEach(() => engine.close());

/** Twelve answers for three raters, each rated by two; two answers are known; each rater gets two hidden repeats. */
beforeEach(async () => {
  const folder = tempFolder();
  engine = new TestEngine();
  await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
  await engine.ask('import.transcripts', { files: [writeTranscripts(join(folder, 't.jsonl'), 14)] });
  const { sample } = await engine.ask('sample.draw', { size: 12, seed: 7 });
  const gold = writeLines(join(folder, 'gold.jsonl'), [
    { conversation: 'c-1', message: 2, rater: 'lead', values: { sensibleness: 1, fluency: 5 } },
    { conversation: 'c-2', message: 2, rater: 'lead', values: { sensibleness: 1, fluency: 1 } },
  ]);
  await engine.ask('assign.plan', { sample, raters: [...RATERS], overlap: 2, repeat: 2, gold, seed: 3 });
});

/** What a rater says of an answer: how fluent, how biased, and where in it. */
const judgement = (fluency: number, bias: number, span?: [start: number, end: number]): RatingAction[] => [
  { kind: 'value', dimension: 'sensibleness', value: 1 },
  { kind: 'value', dimension: 'specificity', value: 1 },
  { kind: 'value', dimension: 'fluency', value: fluency },
  { kind: 'value', dimension: 'bias', value: bias },
  ...(bias > 0 ? [{ kind: 'categories' as const, categories: ['age'] }] : []),
  ...(span ? [{ kind: 'spans' as const, spans: [{ start: span[0], end: span[1], label: 'age' }] }] : []),
  { kind: 'submit' },
];

/** Everyone rates all they have; Cyd one lower than the others. Answers with an even number are biased against an age. */
async function rateAll(): Promise<void> {
  const { raters } = await engine.ask('project.summary', {});
  for (const { id, name } of raters) {
    for (const assignment of await queueOf(engine, id)) {
      const { answer } = await engine.ask('item.show', { assignment });
      const number = Number(/Answer (\d+)/.exec(answer.text)?.[1]);
      const fluency = 2 + (number % 4) - (name === 'Cyd' ? 1 : 0);
      const biased = number % 2 === 0;
      await rate(engine, assignment, judgement(fluency, biased ? 1 : 0, biased ? [0, 6] : undefined));
    }
  }
}

type Dimension = OutputOf<'agreement.report'>['dimensions'][number];
const of = (report: OutputOf<'agreement.report'>, id: string): Dimension => {
  const found = report.dimensions.find(({ dimension }) => dimension === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('the agreement report of a project', () => {
  test('sets raters beside themselves, known answers and each other', async () => {
    await rateAll();
    const report = await engine.ask('agreement.report', {});
    const fluency = of(report, 'fluency');
    expect(fluency.intra_rater?.all).toMatchObject({ repeats: 6, same: 6, agreement: { value: 1 } });
    expect(fluency.intra_rater?.raters.map(({ rater, repeats }) => [rater, repeats])).toEqual([
      ['Ada', 2],
      ['Ben', 2],
      ['Cyd', 2],
    ]);
    // Answer 1 is known to be 5 and got 3, 3, 2; answer 2 is known to be 1 and got 4, 4, 3.
    expect(fluency.gold?.all).toMatchObject({ answers: 6, correct: 0 });
    expect(fluency.gold?.confusion.map(({ gold, count }) => [gold, count])).toEqual([
      [1, 1],
      [1, 2],
      [5, 1],
      [5, 2],
    ]);
    const shifts = fluency.leniency?.map(({ rater, shift }) => [rater, Math.sign(shift.value ?? 0)]);
    expect(shifts).toEqual([
      ['Ada', 1],
      ['Ben', 1],
      ['Cyd', -1],
    ]);
    expect(fluency.rating_scale).toMatchObject({ converged: true, linked: [['Ada', 'Ben', 'Cyd']] });
    expect(fluency.drift?.map(({ rater }) => rater)).toEqual(['Ada', 'Ben', 'Cyd']);
    expect(fluency.drift?.[0]?.agreement.cusum).toMatchObject({ reason: 'too_few_ratings' });
  });

  test('looks at categories and spans where a dimension has them', async () => {
    await rateAll();
    const bias = of(await engine.ask('agreement.report', { bootstrap: 50 }), 'bias');
    expect(bias.multi_label).toMatchObject({ masi: { value: 1 }, masi_marked: { reason: 'unanimous' } });
    expect(bias.multi_label?.labels.map(({ label }) => label)).toEqual(
      ssfb.dimensions.find(({ id }) => id === 'bias')?.categories,
    );
    expect(bias.spans).toMatchObject({
      anywhere: { value: 1 },
      labelled: { value: 1 },
      f1: { exact: { value: 1 }, characters: { value: 1 } },
    });
    expect(bias.dawid_skene?.value).toBeGreaterThan(0.8);
    expect(bias.consensus).toMatchObject({ ties: 'model', open: 0, disputed: 0 });
    expect(of(await engine.ask('agreement.report', {}), 'sensibleness').multi_label).toBeUndefined();
  });

  test('says how much and how fast each rater rated, and the SSA', async () => {
    await rateAll();
    const { raters, ssa, dimensions } = await engine.ask('agreement.report', {});
    expect(raters?.map(({ rater }) => rater)).toEqual(['Ada', 'Ben', 'Cyd']);
    // A second for each key: five of them, and two more for a biased answer.
    for (const { ratings, days, first, last, pace } of raters ?? []) {
      expect({ days, known: pace?.ratings }).toEqual({ days: 1, known: ratings });
      expect(first <= last).toBe(true);
      expect(pace?.quartiles[0]).toBeGreaterThanOrEqual(5000);
      expect(pace?.quartiles[1]).toBeLessThanOrEqual(7000);
    }
    expect(ssa).toMatchObject({ value: 1 });
    expect(raters?.reduce((sum, { ratings }) => sum + ratings, 0)).toBe(dimensions[0]?.ratings);
  });

  test('shows what a new version of the rubric changed', async () => {
    await rateAll();
    const changed = ssfb.dimensions.map((entry) =>
      entry.id === 'fluency' ? { ...entry, question: 'How well?' } : entry,
    );
    await engine.ask('rubric.save', { base: 1, rubric: { ...ssfb, dimensions: changed }, note: '' });
    await engine.ask('rubric.rerate', { dimensions: ['fluency'] });
    const { raters } = await engine.ask('project.summary', {});
    for (const { id } of raters) {
      const { entries } = await engine.ask('queue.open', { rater: id });
      for (const { assignment, status } of entries) {
        if (status === 'open' || status === 'draft') await rate(engine, assignment, judgement(5, 0));
      }
    }
    const { rubric_versions: effect } = of(await engine.ask('agreement.report', {}), 'fluency');
    expect(effect?.versions.map(({ version }) => version)).toEqual(['ssfb@1', 'ssfb@2']);
    const [change] = effect?.changes ?? [];
    expect(change).toMatchObject({ from: 'ssfb@1', to: 'ssfb@2' });
    expect(change?.common.units).toBeGreaterThan(0);
    expect(change?.mean.value).toBeGreaterThan(0);
  });

  test('is counted a dimension at a time, and left when it is no more wanted', async () => {
    await rateAll();
    const left = engine.call('agreement.report', { bootstrap: 2000 }, 'count');
    engine.engine.cancel('count');
    expect(await left).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect((await engine.ask('agreement.report', {})).dimensions).toHaveLength(4);
  });

  test('takes what the lead decided for the consensus', async () => {
    await rateAll();
    const { units } = await engine.ask('agreement.costly', { dimension: 'fluency' });
    const unit = units[0]?.unit;
    if (!unit) throw new Error('nobody differs');
    await engine.ask('adjudication.decide', { decisions: [{ unit, value: 5 }] });
    const fluency = of(await engine.ask('agreement.report', {}), 'fluency');
    expect(fluency.consensus?.sources.adjudicated).toBe(1);
  });

  test('without ratings there is nothing beside', async () => {
    const report = await engine.ask('agreement.report', {});
    expect(report.raters).toEqual([]);
    expect(of(report, 'fluency').dawid_skene).toBeUndefined();
    expect(of(report, 'fluency').gold).toBeUndefined();
  });
});
