import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type TestEngine, withEngine } from '../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, RATERS, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const at = (name: string): string => join(folder, name);
let study: Study;

const inProject = <Value>(path: string, work: (engine: TestEngine) => Promise<Value>): Promise<Value> =>
  withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    return await work(engine);
  });

beforeAll(async () => {
  study = await withEngine(async (engine) => {
    const made = await makeStudy(engine, folder, { conversations: 3, overlap: 3 });
    for (const [place, rater] of RATERS.entries())
      for (const assignment of await queueOf(engine, idOf(made, rater)))
        await rate(engine, assignment, complete(2 + place));
    return made;
  });
  copyFileSync(study.path, at('copy.touchstone'));
});

const decide = (engine: TestEngine, place: number, value: number) =>
  engine.ask('adjudication.queue', { dimension: 'fluency' }).then(({ units }) => {
    const sorted = units.toSorted((a, b) => (a.conversation < b.conversation ? -1 : 1));
    const { item, candidate, dimension } = sorted[place] ?? { item: '', candidate: null, dimension: '' };
    return engine.ask('adjudication.decide', {
      decisions: [{ unit: { item, candidate, dimension }, value }],
    });
  });

test('decisions of two project files come together, whichever is merged into which, and once only', async () => {
  await inProject(study.path, (engine) => decide(engine, 0, 2));
  await inProject(at('copy.touchstone'), async (engine) => {
    engine.actor = 'Max';
    await decide(engine, 0, 4);
    await decide(engine, 1, 5);
  });
  copyFileSync(study.path, at('other.touchstone'));
  const here = await inProject(study.path, async (engine) => {
    const merged = await engine.ask('packet.merge', { files: [at('copy.touchstone')] });
    expect(merged.brought.decisions).toBe(2);
    const again = await engine.ask('packet.merge', { files: [at('copy.touchstone')] });
    expect(again.brought.decisions).toBe(0);
    expect(again.digest).toBe(merged.digest);
    expect((await engine.ask('adjudication.queue', { dimension: 'fluency' })).counts).toMatchObject({
      decided: 2,
    });
    const [unit] = (await engine.ask('adjudication.queue', { state: 'decided' })).units.filter(
      ({ conversation }) => conversation === 'c-0',
    );
    const { item, candidate, dimension } = unit ?? { item: '', candidate: null, dimension: '' };
    const { history } = await engine.ask('adjudication.unit', { item, candidate, dimension });
    expect(history.map(({ value, by, merged: came }) => [value, by, came]).toSorted()).toEqual([
      [2, 'Lea', false],
      [4, 'Max', true],
    ]);
    expect((await engine.refused('adjudication.redo', {})).code).toBe('NOTHING_TO_REDO');
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
    return { digest: merged.digest, value: unit?.decided };
  });
  await inProject(at('copy.touchstone'), async (engine) => {
    const merged = await engine.ask('packet.merge', { files: [at('other.touchstone')] });
    expect(merged).toMatchObject({ digest: here.digest, brought: { decisions: 1 } });
    const [unit] = (await engine.ask('adjudication.queue', { state: 'decided' })).units.filter(
      ({ conversation }) => conversation === 'c-0',
    );
    expect(unit?.decided).toBe(here.value);
  });
});
