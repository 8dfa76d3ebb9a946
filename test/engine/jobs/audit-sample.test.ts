import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { makeStudy } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
const MARKED = [1, 5, 9];
const RATERS = ['Ada', 'Ben', 'Cyd'];

beforeAll(async () => {
  await makeStudy(engine, folder, { conversations: 30 });
  const ratings = numbers(24).flatMap((n) =>
    RATERS.map((rater) => ({
      conversation: `c-${n}`,
      message: 2,
      rater,
      // One mark of one rater is enough.
      values: {
        sensibleness: 1,
        specificity: 1,
        fluency: 4,
        bias: MARKED.includes(n) && rater === 'Ben' ? 1 : 0,
      },
      rationale: `of ${n}`,
    })),
  );
  await engine.ask('import.ratings', { files: [writeLines(join(folder, 'ratings.jsonl'), ratings)] });
});
afterAll(() => engine.close());

const draw = (unmarked: number, seed: number | string) => engine.ask('audit.draw', { unmarked, seed });
const answersOf = async (sample: string) => (await engine.ask('audit.entries', { sample })).entries;
const numberIn = (answer: string): number => Number(/Answer (\d+)/.exec(answer)?.[1]);

describe('a bias sample', () => {
  test('has every marked item and as many unmarked ones as asked, in an order that does not tell which', async () => {
    const sample = await draw(6, 7);
    expect(sample).toMatchObject({ marked: 3, unmarked: 6, decided: 0, dimension: 'bias', seed: '7' });
    const entries = await answersOf(sample.id);
    const marked = entries.filter((entry) => entry.marked).map(({ answer }) => numberIn(answer));
    expect(marked.sort()).toEqual(MARKED);
    expect(entries).toHaveLength(9);
    expect(new Set(entries.map(({ answer }) => answer)).size).toBe(9);
    expect(
      entries.every(({ answer }) => numberIn(answer) < 24),
      'only what was rated',
    ).toBe(true);
    const first = entries.slice(0, 3).filter((entry) => entry.marked).length;
    expect(first).toBeLessThan(3);
  });

  test('is the same for the same seed, in the order drawn, and another for another', async () => {
    const [one, same, other] = [await draw(6, 'a'), await draw(6, 'a'), await draw(6, 'b')];
    expect(same.digest).toBe(one.digest);
    expect((await draw(6, 7)).digest).toBe((await draw(6, '7')).digest);
    expect(other.digest).not.toBe(one.digest);
    const order = async (id: string) => (await answersOf(id)).map(({ answer }) => answer);
    expect(await order(same.id)).toEqual(await order(one.id));
    expect(await order(other.id)).not.toEqual(await order(one.id));
  });

  test('of all the unmarked ones takes them all; without rated or marked items there is none', async () => {
    expect(await draw(1000, 1)).toMatchObject({ marked: 3, unmarked: 21 });
    expect(await draw(0, 1)).toMatchObject({ marked: 3, unmarked: 0 });
    const empty = new TestEngine();
    await makeStudy(empty, tempFolder(), { conversations: 3 });
    expect(await empty.refused('audit.draw', { unmarked: 5, seed: 1 })).toMatchObject({
      code: 'AUDIT_SAMPLE_EMPTY',
    });
    await empty.close();
  });

  test('also takes what a rater flagged for the lead', async () => {
    const { raters } = await engine.ask('project.summary', {});
    const ada = raters.find(({ name }) => name === 'Ada')?.id ?? '';
    const { entries } = await engine.ask('queue.open', { rater: ada });
    const mine = entries.find(({ status }) => status === 'submitted')?.assignment ?? '';
    await engine.ask('rating.record', {
      assignment: mine,
      action: { kind: 'flag', flagged: true, question: '' },
    });
    const flagged = numberIn((await engine.ask('item.show', { assignment: mine })).answer.text);
    const { id } = await draw(0, 'flagged');
    const numbersDrawn = (await answersOf(id)).map(({ answer }) => numberIn(answer));
    expect(new Set(numbersDrawn)).toEqual(new Set([...MARKED, flagged]));
  });
});

describe('an item of a bias sample', () => {
  test('is shown with all its ratings, raters under pseudonyms', async () => {
    const { id } = await draw(2, 'names');
    for (const { entry } of await answersOf(id)) {
      const item = await engine.ask('audit.item', { entry });
      expect(item.ratings).toHaveLength(3);
      expect(new Set(item.ratings.map(({ pseudonym }) => pseudonym)).size).toBe(3);
      expect(item.ratings.every(({ rating, rubric }) => rating.rationale !== '' && rubric === 'ssfb@1')).toBe(
        true,
      );
      expect(item.context.map(({ role }) => role)).toEqual(['system', 'user']);
      const text = JSON.stringify(item);
      expect(RATERS.filter((name) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/asst-|thumb/);
    }
  });

  test('keeps every decision, the newest first, and the sample counts what is decided', async () => {
    const { id } = await draw(2, 'decide');
    const [entry = ''] = (await answersOf(id)).map((own) => own.entry);
    await engine.ask('audit.decide', { entry, decision: 'escalate', reason: 'Not sure.' });
    engine.actor = 'Max';
    const { decisions } = await engine.ask('audit.decide', {
      entry,
      decision: 'overturn',
      reason: ' It is not. ',
    });
    expect(decisions).toEqual([
      { decision: 'overturn', reason: 'It is not.', actor: 'Max', at: '2026-03-02T09:00:00.000Z' },
      { decision: 'escalate', reason: 'Not sure.', actor: 'Lea', at: '2026-03-02T09:00:00.000Z' },
    ]);
    expect((await answersOf(id)).find((own) => own.entry === entry)?.decision).toBe('overturn');
    const { samples } = await engine.ask('audit.samples', {});
    expect(samples.find((sample) => sample.id === id)).toMatchObject({ decided: 1 });
    expect(await engine.refused('audit.decide', { entry, decision: 'confirm', reason: '  ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
