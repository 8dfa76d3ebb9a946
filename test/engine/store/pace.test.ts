import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestEngine } from '../../support/engine.ts';
import { fixedSource } from '../../support/source.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const source = fixedSource(77);
const engine = new TestEngine({ source });
const DAY = 86_400_000;
let study: Study;
let queue: string[];
beforeAll(async () => {
  study = await makeStudy(engine, folder);
  queue = await queueOf(engine, idOf(study, 'Ada'));
});
afterAll(() => engine.close());

const since = (time: number) =>
  engine.ask('pace.since', { rater: idOf(study, 'Ada'), since: new Date(time).toISOString() });

test('own pace counts what was finished since a moment and is so still, and the active time given', async () => {
  const yesterday = source.now();
  await rate(engine, queue[0] ?? '', complete());
  source.advance(DAY);
  const today = source.now();
  expect(await since(today)).toEqual({ items: 0, activeMs: 0 });
  await rate(engine, queue[1] ?? '', complete());
  await rate(engine, queue[2] ?? '', [{ kind: 'skip', reason: 'unclear' }]);
  await rate(engine, queue[3] ?? '', complete().slice(0, 3));
  expect(await since(today)).toEqual({ items: 2, activeMs: 9000 });
  expect(await since(yesterday)).toEqual({ items: 3, activeMs: 14_000 });
  await engine.ask('rating.undo', { rater: idOf(study, 'Ada') });
  await rate(engine, queue[1] ?? '', [{ kind: 'reopen' }]);
  expect((await since(today)).items).toBe(1);
});

test('what others do is not in it', async () => {
  const before = await since(0);
  for (const assignment of await queueOf(engine, idOf(study, 'Ben')))
    await rate(engine, assignment, complete());
  expect(await since(0)).toEqual(before);
});
