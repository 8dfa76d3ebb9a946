import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { showItem } from '../../../electron/engine/store/queue.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { Desk } from '../../support/desk.ts';
import { unwrap, withEngine } from '../../support/engine.ts';
import { idOf, makeStudy, queueOf, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { numbers } from '../../support/transcripts.ts';

const ROUNDS = times(12, 30);
/** Actions that wait for their answer at any time, so that the engine dies with work before it. */
const IN_FLIGHT = 4;

const folder = tempFolder();
let study: Study;
let queue: string[];
beforeAll(async () => {
  await withEngine(async (engine) => {
    study = await makeStudy(engine, folder);
    queue = await queueOf(engine, idOf(study, 'Ada'));
  });
});

const note = (text: string): RatingAction => ({ kind: 'rationale', text });

test(`killed ${ROUNDS} times in the middle of rating, every rating that was answered is there`, async () => {
  const random = seededRandom('kill');
  const expected = new Map<string, { answered: string; sent: string[] }>();
  let events = 0;
  let lost = 0;
  // The next engine starts while the last one's project is looked at.
  let starting = ChildEngine.start(10);
  for (const round of numbers(ROUNDS)) {
    const engine = await starting;
    starting = ChildEngine.start(round + 11);
    unwrap(await engine.call('project.open', { file: study.path }));
    const moment = 5 + random.below(100);
    let sent = 0;
    let answered = 0;
    const rateNext = (): void => {
      const assignment = queue[random.below(queue.length)] ?? '';
      const text = `round ${round}, action ${sent}`;
      const own = expected.get(assignment) ?? { answered: '', sent: [] };
      expected.set(assignment, own);
      own.sent.push(text);
      sent += 1;
      void engine.call('rating.record', { assignment, action: note(text) }).then((result) => {
        unwrap(result);
        own.answered = text;
        answered += 1;
        rateNext();
      });
    };
    for (let n = 0; n < IN_FLIGHT; n += 1) rateNext();
    await setTimeout(moment);
    await engine.kill();

    const after = await Desk.open(study.path);
    expect(after.project.notices).toEqual([expect.stringContaining('ended without closing')]);
    const found = verify(after.db, () => undefined);
    expect(found.first_bad).toBeNull();
    expect(found.events - events).toBeGreaterThanOrEqual(answered);
    expect(found.events - events).toBeLessThanOrEqual(sent);
    lost += events + sent - found.events;
    events = found.events;
    for (const [assignment, own] of expected) {
      const { rationale } = showItem(after.db, assignment).stored.rating;
      // What was sent after the last answer may be there or not; what stands there is never older than that answer.
      expect(own.sent.indexOf(rationale)).toBeGreaterThanOrEqual(own.sent.indexOf(own.answered));
      own.answered = rationale;
    }
    after.close();
  }
  await (await starting).kill();
  expect(lost, 'the engine did die with work before it').toBeGreaterThan(0);
});
