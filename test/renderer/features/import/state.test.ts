import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { holdsRatings } from '../../../../renderer/features/import/chosen.ts';
import { importState } from '../../../../renderer/features/import/state.ts';
import { withEngine } from '../../../support/engine.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { numbers, transcript, writeLines, writeTranscripts } from '../../../support/transcripts.ts';
import { enginePage, pickedFile } from '../engine-page.ts';

const folder = tempFolder();
const good = writeTranscripts(join(folder, 'good.jsonl'), 6);
const broken = writeLines(join(folder, 'broken.jsonl'), [
  ...numbers(4, 6).map(transcript),
  '{"messages": [',
  ...numbers(2).map(transcript),
]);
const empty = join(folder, 'empty.jsonl');
writeFileSync(empty, '');
const ratings = writeLines(
  join(folder, 'ratings.jsonl'),
  numbers(3).map((n) => ({
    conversation: `c-${n}`,
    message: `m-${n}`,
    rater: 'Ada',
    rubric: 'ssfb@1',
    values: { sensibleness: 1, specificity: 1, fluency: 4, bias: 0 },
  })),
);

const desk = (
  name: string,
  work: (page: ReturnType<typeof open>) => Promise<void>,
  picked: readonly string[] = [good, broken, empty],
) =>
  withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, `${name}.touchstone`) });
    await work(open(enginePage(engine, answers(picked))));
  });
const answers = (picked: readonly string[]) => ({
  'pick.transcripts': picked.map(pickedFile),
  'pick.ratings': [pickedFile(ratings)],
});
const open = (page: ReturnType<typeof enginePage>) => ({
  store: createStore(importState(page.bridge, page.jobs)),
  refreshed: page.refreshed,
});

test('chosen files are looked at one by one, and the one that cannot be read says why', () =>
  desk('looked', async ({ store }) => {
    await store.getState().choose();
    const looked = store.getState().chosen.map(({ looked: { status } }) => status);
    expect(looked).toEqual(['ready', 'ready', 'failed']);
    expect(store.getState().chosen[2]?.looked).toMatchObject({ error: { code: 'FILE_EMPTY' } });
  }));

test('an import accounts for every record, and what could not be read does not linger below it', () =>
  desk('imported', async ({ store, refreshed }) => {
    await store.getState().choose();
    await store.getState().importChosen();
    const { outcome, chosen, error } = store.getState();
    expect(error).toBeNull();
    expect(chosen).toEqual([]);
    expect(outcome).toMatchObject({
      kind: 'transcripts',
      files: [
        { records: 6, imported: 6, duplicates: 0, rejected: 0 },
        { records: 7, imported: 4, duplicates: 2, rejected: 1 },
      ],
    });
    expect(refreshed()).toBe(1);
  }));

test('a file read as another format is imported on its own, and what came in before a failure stays told', () =>
  desk('rounds', async ({ store }) => {
    await store.getState().choose();
    await store.getState().readAs(broken, 'sharegpt');
    await store.getState().importChosen();
    const { outcome } = store.getState();
    expect(outcome).toMatchObject({
      files: [
        { adapter: 'native', imported: 6 },
        { adapter: 'sharegpt', imported: 0, rejected: 7 },
      ],
    });
  }));

test('ratings join the answers they name; before the transcripts they are kept aside', () =>
  desk('ratings', async ({ store }) => {
    await store.getState().importRatings();
    expect(store.getState().outcome).toMatchObject({ kind: 'ratings', counts: { records: 3, rejected: 3 } });
    await store.getState().choose();
    await store.getState().importChosen();
    await store.getState().importRatings();
    expect(store.getState().outcome).toMatchObject({ counts: { records: 3, imported: 3, rejected: 0 } });
  }));

test('ratings offered as transcripts are known as such and go in as ratings from the list', () =>
  desk(
    'offered',
    async ({ store }) => {
      await store.getState().choose();
      const { chosen, importAsRatings } = store.getState();
      expect(chosen.map(holdsRatings)).toEqual([false, true, false]);
      await importAsRatings(ratings);
      expect(store.getState().outcome).toMatchObject({ kind: 'ratings', counts: { records: 3 } });
      expect(store.getState().chosen.map(({ file }) => file)).toEqual([good]);
    },
    [good, ratings, empty],
  ));

test('files that cannot be read are taken off together', () =>
  desk('removed', async ({ store }) => {
    await store.getState().choose();
    store.getState().removeRefused();
    expect(store.getState().chosen.map(({ file }) => file)).toEqual([good, broken]);
  }));
