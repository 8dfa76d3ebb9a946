import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/commands.ts';
import { withDatabase } from '../../support/database.ts';
import { TestEngine } from '../../support/engine.ts';
import { complete, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const path = join(folder, 'study.touchstone');
const engine = new TestEngine();

/** Forty conversations of three answers each, or of two candidates; one in four has a thumb down. */
const record = (n: number) => {
  const answer = (turn: number) => ({
    role: 'assistant',
    content: `Answer ${n}.${turn}: ${'so '.repeat(10 * (1 + (n % 3)))}`,
    ...(n % 4 === 0 ? { feedback: [{ kind: 'explicit', signal: 'thumb', value: -1 }] } : {}),
  });
  const question = (turn: number) => ({ role: 'user', content: `Question ${n}.${turn}` });
  return {
    id: `c-${n}`,
    created_at: new Date(Date.UTC(2026, 0, 1 + n)).toISOString(),
    model: n % 10 === 0 ? 'rare' : 'usual',
    messages: n < 30 ? numbers(3).flatMap((turn) => [question(turn), answer(turn)]) : [question(0)],
    ...(n < 30 ? {} : { candidates: [answer(0), answer(1)] }),
  };
};

beforeAll(async () => {
  await engine.ask('project.create', { file: path });
  const file = writeLines(join(folder, 'all.jsonl'), numbers(40).map(record));
  await engine.ask('import.transcripts', { files: [file] });
});
afterAll(() => engine.close());

const asked = { size: 20, seed: 7 };
const plan = (given: Partial<InputOf<'sample.plan'>>) => engine.ask('sample.plan', { ...asked, ...given });

interface Item {
  conversation: string;
  inclusion: number;
  at: number;
  position: number;
}
const itemsOf = (sample: string): Item[] =>
  withDatabase(path, (db) =>
    db
      .prepare<[string], Item>(
        `SELECT c.name AS conversation, s.inclusion, c.created_at AS at, m.position FROM sample_item s
         JOIN sample p ON p.id = s.sample_id JOIN item i ON i.id = s.item_id JOIN message m ON m.id = i.message_id
         JOIN conversation c ON c.id = m.conversation_id WHERE p.uuid = ? ORDER BY s.position`,
      )
      .all(sample),
  );
const drawn = async (given: Partial<InputOf<'sample.draw'>>): Promise<Item[]> =>
  itemsOf((await engine.ask('sample.draw', { ...asked, ...given })).sample);
const numberIn = ({ conversation }: Item): number => Number(conversation.slice(2));

describe('the population', () => {
  test('is every answer, the last ones, one of each conversation, or candidates alone', async () => {
    expect((await plan({})).population).toBe(110);
    expect((await plan({ answers: 'last' })).population).toBe(50);
    expect((await plan({ answers: 'one' })).population).toBe(40);
    expect((await plan({ candidatesOnly: true })).population).toBe(20);
    expect((await plan({ candidatesOnly: true, answers: 'one' })).population).toBe(10);
    expect((await plan({ where: 'candidates >= 2 or position > 3' })).population).toBe(50);
  });

  test('falls into strata of numbers and times by buckets', async () => {
    const { strata } = await plan({ strata: ['created_at', 'length'], where: 'candidates = 1' });
    expect(strata.map(({ key, population }) => [key, population])).toEqual([
      ['created_at=2026-01, length=0-99', 60],
      ['created_at=2026-01, length=100-299', 30],
    ]);
  });
});

describe('one answer of each conversation', () => {
  test('is taken by chance, and its chance is part of what the draw gave it', async () => {
    const items = await drawn({ answers: 'one', size: 40, includeRated: true });
    expect(new Set(items.map(({ conversation }) => conversation)).size).toBe(40);
    for (const item of items) expect(item.inclusion).toBeCloseTo(numberIn(item) < 30 ? 1 / 3 : 1 / 2, 10);
    expect(new Set(items.map(({ position }) => position)).size).toBeGreaterThan(2);
  });

  test('is counted for the plan as it is drawn', async () => {
    const given = { answers: 'one' as const, strata: ['position'] };
    const planned = await plan(given);
    const { strata } = await engine.ask('sample.draw', { ...asked, ...given });
    expect(planned.strata).toMatchObject(strata);
  });
});

describe('the strategy', () => {
  test('systematic spreads the draw evenly over time', async () => {
    const items = await drawn({ strategy: 'systematic', answers: 'one', size: 10 });
    const days = items.map(numberIn).sort((a, b) => a - b);
    expect(days.map((day) => Math.floor(day / 4))).toEqual(numbers(10));
  });

  test('weighted prefers negative feedback, by the weight that is asked for', async () => {
    const shareOf = (items: readonly Item[]): number =>
      items.filter((item) => numberIn(item) % 4 === 0).length;
    const simple = shareOf(await drawn({ size: 40 }));
    const heavy = await drawn({
      size: 40,
      strategy: 'weighted',
      weights: [{ where: 'feedback.thumb = -1', weight: 50 }],
    });
    expect(simple).toBeLessThan(20);
    expect(shareOf(heavy), 'nearly all of the 28 there are').toBeGreaterThan(24);
    for (const item of heavy) expect(item.inclusion > 0.9).toBe(numberIn(item) % 4 === 0);
    const refused = await engine.refused('sample.draw', {
      ...asked,
      strategy: 'weighted',
      weights: [{ where: 'thumb = -1', weight: 5 }],
    });
    expect(refused.code).toBe('EXPRESSION_INVALID');
  });

  test('equal allocation gives small strata as much as large ones', async () => {
    const { strata } = await plan({ strata: ['model'], allocation: 'equal' });
    expect(strata).toMatchObject([
      { key: 'model=rare', population: 11, drawn: 10 },
      { key: 'model=usual', population: 99, drawn: 10 },
    ]);
  });

  test('Neyman goes by the rates one expects, which are kept with the sample', async () => {
    const given = { strata: ['model'], allocation: 'neyman' as const, rates: { 'model=usual': 0.01 } };
    const { strata } = await plan(given);
    expect(strata).toMatchObject([
      { key: 'model=rare', drawn: 7, spread: 0.5 },
      { key: 'model=usual', drawn: 13, spread: 0.099499 },
    ]);
    const { sample } = await engine.ask('sample.draw', { ...asked, ...given });
    expect((await engine.ask('sample.verify', { sample })).result).toBe('same');
  });

  test('is refused where parameters contradict each other, or minimums exceed the size', async () => {
    const refusal = async (given: object) =>
      (await engine.refused('sample.draw', { ...asked, ...given })).code;
    expect(await refusal({ strategy: 'stratified' })).toBe('SAMPLE_PLAN_INVALID');
    expect(await refusal({ strata: ['model'], allocation: 'neyman', dimension: 'fluency' })).toBe(
      'SAMPLE_PLAN_INVALID',
    );
    expect(await refusal({ strata: ['model'], minPerStratum: 15 })).toBe('SAMPLE_TOO_SMALL');
    expect(await refusal({ strata: ['created_at:hour'] })).toBe('EXPRESSION_INVALID');
    expect(await refusal({ strata: ['text'] })).toBe('EXPRESSION_INVALID');
  });
});

describe('answers that have been rated', () => {
  const rated = async (count: number): Promise<void> => {
    const { sample } = await engine.ask('sample.draw', { size: count, seed: 'rated', strata: ['model'] });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    for (const [n, { assignment }] of entries.entries())
      await rate(engine, assignment, complete(1 + (n % 5)));
  };

  test('are passed over by later samples unless these are told to take them, and so are sampled ones where asked', async () => {
    await rated(30);
    const sampled = new Set(
      withDatabase(path, (db) => db.prepare('SELECT DISTINCT item_id FROM sample_item').pluck().all()),
    ).size;
    expect(await plan({})).toMatchObject({ population: 80, left_out: { rated: 30, sampled: 0 } });
    expect(await plan({ includeRated: true })).toMatchObject({ population: 110, left_out: { rated: 0 } });
    expect(await plan({ excludeSampled: true })).toMatchObject({
      population: 110 - sampled,
      left_out: { rated: 30, sampled: sampled - 30 },
    });
    const drawn = await engine.ask('sample.draw', { ...asked, where: 'rated = true' });
    expect(drawn.population, 'where all have been rated, they are what there is').toBe(30);
    expect((await engine.ask('sample.verify', { sample: drawn.sample })).result).toBe('same');
  });

  test('tell how much each stratum varies, for Neyman', async () => {
    const { strata } = await plan({ strata: ['model'], allocation: 'neyman', dimension: 'fluency' });
    for (const { spread } of strata) expect(spread).toBeGreaterThan(0.5);
    const again = await engine.ask('sample.draw', {
      ...asked,
      strata: ['model'],
      allocation: 'neyman',
      dimension: 'fluency',
    });
    expect((await engine.ask('sample.verify', { sample: again.sample })).result).toBe('same');
  });
});
