import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineCommandName, InputOf } from '../../../shared/contract/commands.ts';
import { TestEngine } from '../../support/engine.ts';
import { BLIND_RATER, leaks, makeSecretStudy, SECRETS } from '../../support/secret-study.ts';
import { complete, queueOf } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const engine = new TestEngine();
let ids: Record<string, string>;
let queue: string[];

beforeAll(async () => {
  ({ ids } = await makeSecretStudy(engine, folder));
  queue = await queueOf(engine, ids[BLIND_RATER] ?? '');
});
afterAll(() => engine.close());

/** What the window of a rater gets, one call after another. */
async function* session(): AsyncGenerator<[EngineCommandName, unknown]> {
  const ask = async <Name extends EngineCommandName>(name: Name, input: InputOf<Name>) =>
    [name, await engine.ask(name, input)] as [EngineCommandName, unknown];
  const rater = ids[BLIND_RATER] ?? '';
  yield await ask('queue.open', { rater });
  for (const assignment of queue) {
    yield await ask('item.show', { assignment });
    for (const action of complete(3)) yield await ask('rating.record', { assignment, action });
    yield await ask('feedback.show', { assignment });
  }
  for (let step = 0; step < 6; step += 1) yield await ask('rating.undo', { rater });
  for (let step = 0; step < 6; step += 1) yield await ask('rating.redo', { rater });
  const [assignment = ''] = queue;
  yield await ask('item.show', { assignment });
  const place = { assignment, dimension: 'fluency', panel: null };
  yield await ask('place.keep', { rater, place });
  yield await ask('pace.since', { rater, since: '2026-01-01T00:00:00Z' });
  yield await ask('queue.open', { rater });
}

describe('a blind rater', () => {
  test('is sent nothing of the model, the source, feedback, gold or other raters, by any command of rating', async () => {
    const told = new Set<string>();
    for await (const [name, answer] of session()) {
      expect(leaks(answer), name).toEqual([]);
      told.add(name);
    }
    expect(told.size).toBe(8);
  });

  test('is sent the same for a gold item and a repeat as for any other', async () => {
    const { entries } = await engine.ask('queue.open', { rater: ids[BLIND_RATER] ?? '' });
    expect(new Set(entries.map((entry) => Object.keys(entry).sort().join()))).toEqual(
      new Set(['assignment,flagged,status']),
    );
    const shapes = new Set<string>();
    for (const assignment of queue)
      shapes.add(Object.keys(await engine.ask('item.show', { assignment })).join());
    expect(shapes.size).toBe(1);
  });

  test('of a project full of what is to be hidden: the check itself finds it where it is shown', async () => {
    const [item] = (await engine.ask('browse.page', {})).rows;
    const whole = await engine.ask('browse.conversation', { id: item?.id ?? 0 });
    expect(leaks(whole)).toEqual(expect.arrayContaining(['model', 'comment', 'messageModel']));
  });
});

describe('a project that is not blind', () => {
  test('shows model, version, source, feedback and what others submitted, until it is blind again', async () => {
    const [assignment = ''] = queue;
    await engine.ask('settings.change', { blind: false });
    const { unblinded, answer } = await engine.ask('item.show', { assignment });
    const n = /Answer (\d+)/.exec(answer.text)?.[1];
    expect(unblinded).toEqual({
      file: `${SECRETS.file}.jsonl`,
      conversation: `${SECRETS.conversation}-${n}`,
      answers: [
        {
          model: SECRETS.messageModel,
          version: SECRETS.version,
          feedback: [
            { signal: 'thumb', value: -1, text: null, comment: SECRETS.comment },
            { signal: 'edited', value: null, text: SECRETS.edited, comment: null },
            { signal: SECRETS.signal, value: null, text: null, comment: null },
          ],
        },
      ],
      ratings: [
        {
          rater: SECRETS.otherRater,
          values: { sensibleness: 1, specificity: 1, fluency: 2, bias: 0 },
        },
      ],
    });
    await engine.ask('settings.change', { blind: true });
    expect((await engine.ask('item.show', { assignment })).unblinded).toBeNull();
  });
});
