import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Random, seededRandom } from '../../shared/sampling/random.ts';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { kill, launch, readProject, type Touchstone, workFolder } from './harness.ts';
import { type ShownAsSaved, watchSaved } from './saved-watch.ts';

const SEED = 2026;
const LAUNCHES = 10;
/** With one kill of the whole program at the end of each launch: 30 kills in all. */
const ENGINE_KILLS = 2;
const RATER = 'Ada';

type Values = Record<string, number>;

const judgement = (random: Random): Values =>
  random.below(4) === 0
    ? { sensibleness: 0, fluency: 1 + random.below(5), bias: 0 }
    : { sensibleness: 1, specificity: random.below(2), fluency: 1 + random.below(5), bias: 0 };

/** Presses the keys of whole ratings, one after another, until told to stop; gives what was submitted. */
async function rateAway(touchstone: Touchstone, random: Random, more: () => boolean): Promise<Values[]> {
  const submitted: Values[] = [];
  while (more()) {
    const values = judgement(random);
    for (const key of ['s', ...Object.values(values).map(String), 'Enter']) {
      await touchstone.press(key);
      await sleep(random.below(12));
    }
    submitted.push(values);
  }
  return submitted;
}

interface Place {
  place: number;
  values: Values;
  status: string | null;
}

const QUEUE = `SELECT row_number() OVER (ORDER BY a.position) AS place, a.rater_id, a.item_id, a.occasion
  FROM assignment a JOIN rater r ON r.id = a.rater_id WHERE r.name = '${RATER}'`;

/** The rater's queue as it stands in the file: current values and status by place. */
function storedRatings(project: string): Place[] {
  using db = readProject(project);
  return db
    .prepare<[], { place: number; body: string; status: string }>(
      `SELECT q.place, r.body, r.status FROM (${QUEUE}) q JOIN rating r USING (rater_id, item_id, occasion) ORDER BY q.place`,
    )
    .all()
    .map(({ place, body, status }) => ({ place, status, values: JSON.parse(body).values }));
}

/** What was shown as saved and has no event in the file. */
function missing(project: string, seen: readonly ShownAsSaved[]): string[] {
  using db = readProject(project);
  const events = db
    .prepare<[], { place: number; payload: string }>(
      `SELECT q.place, e.payload FROM (${QUEUE}) q JOIN rating_event e USING (rater_id, item_id, occasion)`,
    )
    .all()
    .map(({ place, payload }) => ({ place, action: JSON.parse(payload) }));
  const stored = new Set(events.map(({ place, action }) => `${place} ${action.dimension} ${action.value}`));
  const submits = new Set(events.filter(({ action }) => action.kind === 'submit').map(({ place }) => place));
  const lostValues = seen.flatMap(({ position, values }) =>
    Object.entries(values)
      .map(([dimension, value]) => `${position} ${dimension} ${value}`)
      .filter((value) => !stored.has(value)),
  );
  const lostSubmits = seen.filter(({ done }) => done > submits.size).map(({ done }) => `${done} done`);
  return [...lostValues, ...lostSubmits];
}

/** A value given before the gate closed stays in the record, unasked. */
const asked = ({ specificity, ...others }: Values): Values =>
  specificity === undefined || others.sensibleness === 0 ? others : { ...others, specificity };

const submittedIn = (project: string): Values[] =>
  storedRatings(project)
    .filter(({ status }) => status === 'submitted')
    .map(({ values }) => asked(values));

async function sitDown(folder: string, project: string): Promise<Touchstone> {
  const touchstone = await launch(folder, { project });
  await touchstone.page.waitForSelector('html[data-ready=rate], [role=radio], h1');
  if (await touchstone.page.getByText('Who is at the desk?').isVisible()) await touchstone.press('1');
  await touchstone.page.waitForSelector('html[data-ready=rate]');
  return touchstone;
}

test('whatever was shown as saved is there after 30 kills in the middle of rating', async () => {
  await using folder = await workFolder();
  const { path: project } = await withEngine((engine) =>
    makeStudy(engine, folder.path, { conversations: 900, overlap: 3 }),
  );
  const random = seededRandom(SEED);
  const seen: ShownAsSaved[] = [];
  let kills = 0;
  for (let launched = 0; launched < LAUNCHES; launched += 1) {
    await using touchstone = await sitDown(folder.path, project);
    const watched = await watchSaved(touchstone.page);
    for (let round = 0; round < ENGINE_KILLS; round += 1) {
      const before = submittedIn(project);
      const { engine } = await touchstone.processes();
      let killed = false;
      const rating = rateAway(touchstone, random, () => !killed);
      await sleep(40 + random.below(360));
      await kill(engine);
      killed = true;
      kills += 1;
      const typed = await rating;
      // Nothing typed is lost either: not what was on its way, not what was typed while the engine was away.
      await expect
        .poll(() => submittedIn(project), { timeout: 20_000, message: `after kill ${kills}` })
        .toEqual([...before, ...typed]);
      expect(await touchstone.page.getByRole('alert').count()).toBe(0);
      expect(missing(project, watched)).toEqual([]);
    }
    const { all } = await touchstone.processes();
    const rating = rateAway(touchstone, random, () => true).catch(() => 'the window is gone');
    await sleep(40 + random.below(360));
    await kill(...all);
    kills += 1;
    expect(await rating).toBe('the window is gone');
    seen.push(...watched);
    expect(missing(project, seen), `after kill ${kills}`).toEqual([]);
  }
  expect(kills).toBe(30);
  expect(seen.length).toBeGreaterThan(kills);
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: project });
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
  });
});
