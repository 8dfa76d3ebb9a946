import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import { choice, conversationOf, itemsOf } from '../../support/comparisons.ts';
import { TestEngine } from '../../support/engine.ts';
import { rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const CANDIDATES = 3;
const folder = tempFolder();
const engine = new TestEngine();
const raters: Record<string, string> = {};
const queues: Record<string, ShownItem[]> = {};
let sample = '';

beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
  const file = writeLines(
    join(folder, 'choices.jsonl'),
    numbers(3).map((n) => choice(n, CANDIDATES)),
  );
  await engine.ask('import.transcripts', { files: [file] });
  ({ sample } = await engine.ask('sample.draw', { size: 10, seed: 7, comparisons: true }));
  const known = { rater: 'lead', candidates: ['k-0-1', 'k-0-2', 'k-0-3'], preference: 'k-0-2', strength: 2 };
  const gold = writeLines(join(folder, 'gold.jsonl'), [{ conversation: 'k-0', message: 2, ...known }]);
  await engine.ask('assign.plan', {
    sample,
    raters: ['Ada', 'Ben', 'Cyd'],
    overlap: 1,
    calibration: true,
    gold,
    seed: 7,
  });
  for (const { name, id } of (await engine.ask('project.summary', {})).raters) {
    raters[name] = id;
    queues[name] = await itemsOf(engine, id);
  }
});
afterAll(() => engine.close());

const itemOf = (rater: string, conversation: number): ShownItem => {
  const item = queues[rater]?.find((one) => conversationOf(one) === conversation);
  if (!item) throw new Error(`${rater} has no conversation ${conversation}`);
  return item;
};

/** The place, from 1, at which an item shows the candidate with a place in the source. */
const placeOf = ({ candidates }: ShownItem, source: number): number =>
  candidates.findIndex(({ message }) => message.text.endsWith(`version ${source}.`)) + 1;

/** Finds the candidate with this place in the source better, and submits. */
async function prefer(rater: string, conversation: number, source: number): Promise<void> {
  const item = itemOf(rater, conversation);
  const number = item.candidates[placeOf(item, source) - 1]?.number ?? 0;
  await rate(engine, item.assignment, [
    { kind: 'preference', choice: number, strength: 1 },
    { kind: 'submit' },
  ]);
}

describe('of a comparison', () => {
  test('raters are shown the candidates in orders of their own', () => {
    const orders = ['Ada', 'Ben', 'Cyd'].flatMap((name) =>
      numbers(3).map((n) =>
        itemOf(name, n)
          .candidates.map(({ number }) => number)
          .join(''),
      ),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('the known answer is told by the place at which each was shown it', async () => {
    await engine.ask('settings.change', { goldFeedback: 'training' });
    for (const name of ['Ada', 'Ben', 'Cyd']) {
      const item = itemOf(name, 0);
      expect(await engine.ask('feedback.show', { assignment: item.assignment })).toEqual({ feedback: null });
      await prefer(name, 0, 1);
      expect(await engine.ask('feedback.show', { assignment: item.assignment })).toEqual({
        feedback: { source: 'gold', raters: 0, values: { preference: placeOf(item, 2) }, spread: {} },
      });
    }
  });

  test('a calibration round tells what most found better, with the answers in the order each was shown', async () => {
    for (const [name, source] of [
      ['Ada', 1],
      ['Ben', 3],
      ['Cyd', 3],
    ] as const) {
      await prefer(name, 1, source);
      await rate(engine, itemOf(name, 2).assignment, [
        { kind: 'preference', choice: 'tie', strength: null },
        { kind: 'submit' },
      ]);
    }
    for (const name of ['Ada', 'Ben', 'Cyd']) {
      const { items } = await engine.ask('calibration.answers', { rater: raters[name] ?? '', round: sample });
      expect(items).toHaveLength(3);
      const [disputed, tied] = [1, 2].map((n) => {
        const shown = itemOf(name, n);
        return { shown, told: items.find(({ assignment }) => assignment === shown.assignment) };
      });
      const { shown, told } = disputed ?? {};
      if (!shown) throw new Error('there is no such item');
      expect(told?.candidates).toEqual(shown.candidates.map(({ message }) => message.text));
      expect(told?.own).toEqual({ preference: placeOf(shown, name === 'Ada' ? 1 : 3) });
      expect(told?.agreed).toEqual({
        source: 'consensus',
        raters: 3,
        values: { preference: placeOf(shown, 3) },
        spread: {
          preference: [
            { value: placeOf(shown, 3), raters: 2 },
            { value: placeOf(shown, 1), raters: 1 },
          ],
        },
      });
      expect(tied?.told).toMatchObject({
        own: { preference: 'tie' },
        agreed: { values: { preference: 'tie' }, spread: { preference: [{ value: 'tie', raters: 3 }] } },
      });
    }
  });
});
