import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Random, seededRandom } from '../../shared/sampling/random.ts';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { times } from '../support/thorough.ts';
import { Hands } from './hands.ts';
import { kill, launch, type Touchstone, workFolder } from './harness.ts';
import { eventsAfter, itemKeys, landed, type Step, standing } from './rating-script.ts';
import type { ShownAsSaved } from './saved-watch.ts';

const SEED = 2026;
const RATER = 'Ada';
/** Each launch ends three times for the engine and the page, and then as a whole. */
const VICTIMS = ['engine', 'page', 'engine', 'program'] as const;
type Victim = (typeof VICTIMS)[number];
/** Two hundred kills where it is to be thorough, which take minutes. */
const LAUNCHES = times(4, 50);

/** The whole session as far as it is known what must be in the journal. */
interface Session {
  project: string;
  random: Random;
  /** Steps pressed since the event `since`. */
  steps: Step[];
  since: number;
  seen: ShownAsSaved[];
}

/** Presses the keys of whole items, one after another, until told to stop or the page is gone. */
async function rateAway(hands: Hands, session: Session, more: () => boolean): Promise<void> {
  const { project, random, steps } = session;
  let left = standing(project, RATER);
  while (more()) {
    const presses = itemKeys(random, left);
    steps.push(...presses.flatMap(([, step]) => step ?? []));
    if (!(await hands.press(presses.map(([key]) => [key, random.below(12)] as const)))) return;
    left = { values: {}, rationale: '' };
  }
}

/** The steps that are in the journal, which must be the first of those pressed. */
function countLanded({ project, steps, since }: Session, when: string): number {
  const count = landed(steps, eventsAfter(project, RATER, since));
  if (typeof count === 'string') throw new Error(`${when}: ${count}`);
  return count;
}

/** What was shown as saved and has no event in the file. */
function missing({ project, seen }: Session): string[] {
  const events = eventsAfter(project, RATER, 0).map(({ place, payload }) => ({
    place,
    ...JSON.parse(payload),
  }));
  const values = new Set(events.map(({ place, dimension, value }) => `${place} ${dimension} ${value}`));
  const done = new Set(
    events.filter(({ kind }) => kind === 'submit' || kind === 'skip').map(({ place }) => place),
  );
  const lost = seen.flatMap((shown) =>
    Object.entries(shown.values)
      .map(([dimension, value]) => `${shown.position} ${dimension} ${value}`)
      .filter((value) => !values.has(value)),
  );
  return [...lost, ...seen.filter((shown) => shown.done > done.size).map((shown) => `${shown.done} done`)];
}

/** From here on what is in the journal is known; what did not get there was never pressed. */
function beginAnew(session: Session): void {
  session.steps = [];
  session.since = eventsAfter(session.project, RATER, 0).at(-1)?.seq ?? 0;
}

async function sitDown(folder: string, project: string): Promise<Touchstone> {
  const touchstone = await launch(folder, { project });
  await touchstone.page.waitForSelector('html[data-ready=rate], [role=radio], h1');
  if (await touchstone.page.getByText('Who is at the desk?').isVisible()) await touchstone.press('1');
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  return touchstone;
}

/** Ends a part of the program in the middle of rating, and judges what is left. */
async function strike(touchstone: Touchstone, hands: Hands, session: Session, victim: Victim): Promise<void> {
  const { all, engine } = await touchstone.processes();
  const pids = victim === 'engine' ? [engine] : victim === 'page' ? [await hands.page()] : all;
  let isStruck = false;
  const rating = rateAway(hands, session, () => !isStruck).catch(() => undefined);
  await sleep(40 + session.random.below(560));
  await kill(...pids);
  isStruck = true;
  await rating;
  // Nothing typed is lost with the engine: not what was on its way, not what was typed while it was away.
  if (victim === 'engine')
    await expect
      .poll(() => landed(session.steps, eventsAfter(session.project, RATER, session.since)), {
        timeout: 20_000,
      })
      .toBe(session.steps.length);
  if (victim === 'page') await hands.untilReady();
  countLanded(session, `after the ${victim} was killed`);
  expect(missing({ ...session, seen: [...session.seen, ...hands.seen] }), victim).toEqual([]);
  beginAnew(session);
}

test(`the journal is what was pressed, as far as it was shown as saved, after ${LAUNCHES * VICTIMS.length} kills in the middle of rating`, async () => {
  await using folder = await workFolder();
  const { path: project } = await withEngine((engine) =>
    makeStudy(engine, folder.path, { conversations: LAUNCHES * 120, overlap: 3 }),
  );
  const session: Session = { project, random: seededRandom(SEED), steps: [], since: 0, seen: [] };
  for (let launched = 0; launched < LAUNCHES; launched += 1) {
    await using touchstone = await sitDown(folder.path, project);
    const hands = new Hands(touchstone);
    await hands.watch();
    for (const victim of VICTIMS) await strike(touchstone, hands, session, victim);
    session.seen.push(...hands.seen);
  }
  expect(session.seen.length).toBeGreaterThan(LAUNCHES * VICTIMS.length);
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: project });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
}, 900_000);
