import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { complete, queueOf, RATERS, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines, writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
let study: Study;
let queues: Record<string, string[]>;
const idOf = (rater: string): string => study.raters[rater] ?? '';

beforeAll(async () => {
  const path = join(folder, 'study.touchstone');
  await engine.ask('project.create', { file: path });
  await engine.ask('import.transcripts', { files: [writeTranscripts(join(folder, 't.jsonl'), 3)] });
  const { sample } = await engine.ask('sample.draw', { size: 3, seed: 7 });
  const gold = writeLines(join(folder, 'gold.jsonl'), [
    {
      conversation: 'c-0',
      message: 2,
      rater: 'lead',
      values: { sensibleness: 1, specificity: 0, fluency: 5, bias: 0 },
    },
  ]);
  await engine.ask('assign.plan', {
    sample,
    raters: [...RATERS],
    overlap: 1,
    calibration: true,
    gold,
    seed: 7,
  });
  const { raters } = await engine.ask('project.summary', {});
  study = { path, sample, raters: Object.fromEntries(raters.map(({ name, id }) => [name, id])) };
  queues = Object.fromEntries(
    await Promise.all(RATERS.map(async (name) => [name, await queueOf(engine, idOf(name))])),
  );
});
afterAll(() => engine.close());

const textOf = async (assignment: string): Promise<string> =>
  (await engine.ask('item.show', { assignment })).answer.text;
const answersFor = (rater: string) =>
  engine.ask('calibration.answers', { rater: idOf(rater), round: study.sample });
const finish = async (rater: string, fluency: number) => {
  for (const assignment of queues[rater] ?? []) await rate(engine, assignment, complete(fluency));
};

describe('a calibration round', () => {
  test('gives every rater every item, whatever the overlap, and says so of each', async () => {
    expect(Object.values(queues).map((queue) => queue.length)).toEqual([3, 3, 3]);
    for (const rater of RATERS) {
      const { entries } = await engine.ask('queue.open', { rater: idOf(rater) });
      expect(new Set(entries.map(({ round }) => round))).toEqual(new Set([study.sample]));
    }
  });

  test('shows nothing before the rater has finished it', async () => {
    await rate(engine, queues.Ada?.[0] ?? '', complete(2));
    expect(
      await engine.refused('calibration.answers', { rater: idOf('Ada'), round: study.sample }),
    ).toMatchObject({
      code: 'ROUND_OPEN',
    });
    expect(await engine.ask('feedback.show', { assignment: queues.Ada?.[0] ?? '' })).toEqual({
      feedback: null,
    });
  });

  test('shows the known answer where there is one, else what those agree on who have finished', async () => {
    await finish('Ada', 2);
    const early = await answersFor('Ada');
    expect(early).toMatchObject({ raters: 3, finished: 1 });
    await finish('Ben', 4);
    await finish('Cyd', 4);
    const { finished, items } = await answersFor('Ada');
    expect(finished).toBe(3);
    expect(items.map(({ assignment }) => assignment)).toEqual(queues.Ada);
    for (const { answer, own, agreed } of items) {
      expect(own).toMatchObject({ fluency: 2 });
      if (answer.includes('Answer 0'))
        expect(agreed).toMatchObject({ source: 'gold', values: { fluency: 5, specificity: 0 } });
      else
        expect(agreed).toMatchObject({
          source: 'consensus',
          raters: 3,
          values: { fluency: 4, sensibleness: 1 },
          spread: {
            fluency: [
              { value: 4, raters: 2 },
              { value: 2, raters: 1 },
            ],
          },
        });
    }
  });

  test('has no agreed value where there is no majority, and tells of a skipped item that it was', async () => {
    const [first = ''] = queues.Cyd ?? [];
    const text = await textOf(first);
    await rate(engine, first, [{ kind: 'skip', reason: 'unclear' }]);
    const own = (await answersFor('Cyd')).items.find(({ answer }) => answer === text);
    expect(own?.own).toBeNull();
    if (own?.agreed?.source === 'consensus') expect(own.agreed.values.fluency).toBeNull();
  });

  test('is nothing to those who were not in it', async () => {
    const dan = await engine.ask('rater.add', { name: 'Dan' });
    expect(await engine.refused('calibration.answers', { rater: dan.id, round: study.sample })).toMatchObject(
      {
        code: 'SAMPLE_UNKNOWN',
      },
    );
  });

  test('stands in the audit log, and cannot be changed behind it', async () => {
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
});

describe('after a submit', () => {
  const shownOn = (assignment: string) => engine.ask('feedback.show', { assignment });

  test('the known answer is told where the project trains with it, and only of a submitted gold item', async () => {
    const texts = await Promise.all((queues.Ben ?? []).map(textOf));
    const gold = queues.Ben?.[texts.findIndex((text) => text.includes('Answer 0'))] ?? '';
    const plain = queues.Ben?.find((assignment) => assignment !== gold) ?? '';
    expect(await shownOn(gold)).toEqual({ feedback: null });
    await engine.ask('settings.change', { goldFeedback: 'training' });
    expect(await shownOn(gold)).toMatchObject({ feedback: { source: 'gold', values: { fluency: 5 } } });
    expect(await shownOn(plain)).toEqual({ feedback: null });
    await rate(engine, gold, [{ kind: 'reopen' }]);
    expect(await shownOn(gold)).toEqual({ feedback: null });
    await engine.ask('settings.change', { goldFeedback: 'hidden' });
  });

  test('a round that is shown item by item tells what the others gave by then', async () => {
    await engine.ask('settings.change', { calibrationFeedback: 'item' });
    const texts = await Promise.all((queues.Ada ?? []).map(textOf));
    const plain = queues.Ada?.[texts.findIndex((text) => !text.includes('Answer 0'))] ?? '';
    const { feedback } = await shownOn(plain);
    expect(feedback).toMatchObject({ source: 'consensus', values: { fluency: 4 } });
    expect(feedback?.spread.fluency?.some(({ value }) => value === 2)).toBe(false);
  });
});
