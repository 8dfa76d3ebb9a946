import { copyFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verify } from '../../../electron/engine/verify/verify.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { Desk } from '../../support/desk.ts';
import { unwrap } from '../../support/engine.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { times } from '../../support/thorough.ts';
import { numbers } from '../../support/transcripts.ts';
import { scene } from './scene.ts';

const ROUNDS = times(4, 30);
const { at, study, inProject, rated, merge } = scene({ conversations: 30 });

test('a merge that is killed at any moment leaves each packet in whole or not at all, and can be made again', async () => {
  const files = [await rated('Ada', 'a', 3), await rated('Ben', 'b', 4), await rated('Cyd', 'c', 2)];
  const whole = await inProject(async (engine) => (await merge(engine, ...files)).digest);
  const random = seededRandom('kill a merge');
  const path = at('killed.touchstone');
  const seen = new Set<number>();
  let starting = ChildEngine.start(40);
  for (const round of numbers(ROUNDS)) {
    copyFileSync(study().path, path);
    const engine = await starting;
    starting = ChildEngine.start(41 + round);
    unwrap(await engine.call('project.open', { file: path }));
    const begun = new Promise<void>((resolve) => {
      engine.onPush = (event) => event.kind === 'progress' && resolve();
    });
    const merging = engine.call('packet.merge', { files }, 'merge');
    await begun;
    // The first dies as it begins, the last when all is said.
    const wait = round === 0 ? 0 : random.below(150);
    await Promise.race([round === ROUNDS - 1 ? merging : setTimeout(wait), merging]);
    await engine.kill();

    const desk = await Desk.open(path);
    const perRater = desk.db.prepare('SELECT count(*) AS n FROM rating GROUP BY rater_id').pluck().all();
    expect(verify(desk.db, () => undefined).first_bad).toBeNull();
    desk.close();
    for (const ratings of perRater) expect(ratings).toBe(20);
    seen.add(perRater.length);
    await inProject(async (again) => {
      expect((await merge(again, ...files)).digest).toBe(whole);
    }, path);
  }
  await (await starting).kill();
  expect(seen.size, 'moments before and after').toBeGreaterThan(1);
});

test('ratings by hand go on while packets are merged, and both are there', async () => {
  const file = await rated('Ben', 'at home', 3);
  await inProject(async (engine) => {
    const queue = await queueOf(engine, idOf(study(), 'Ada'));
    const merging = merge(engine, file);
    for (const assignment of queue.slice(0, 5)) await rate(engine, assignment, complete(2));
    expect(await merging).toMatchObject({ new: 20, conflicts: [] });
    expect((await engine.ask('project.stats', {})).per_rater).toMatchObject({ Ada: 5, Ben: 20 });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});

test('a merge that is cancelled says how far it came', async () => {
  const files = [await rated('Ada', 'x', 3, 2), await rated('Cyd', 'y', 3, 2)];
  await inProject(async (engine) => {
    const merging = engine.call('packet.merge', { files }, 'merge');
    engine.engine.cancel('merge');
    const result = await merging;
    if (!result.ok)
      expect(result.error).toMatchObject({
        code: 'CANCELLED',
        message: expect.stringContaining('of 2 files'),
      });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});
