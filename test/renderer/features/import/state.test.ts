import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { allFiles, holdsRatings } from '../../../../renderer/features/import/chosen.ts';
import { BLANK } from '../../../../renderer/features/import/mapping/draft.ts';
import { importState } from '../../../../renderer/features/import/state.ts';
import type { JobsSlice } from '../../../../renderer/store/jobs.ts';
import type { PickedFile } from '../../../../shared/contract/window.ts';
import { withEngine } from '../../../support/engine.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { numbers, transcript, writeLines, writeTranscripts } from '../../../support/transcripts.ts';
import { enginePage, pickedFile, pickedFolder } from '../engine-page.ts';

const folder = tempFolder();
const at = (name: string) => join(folder, name);
const good = writeTranscripts(at('good.jsonl'), 6);
const broken = writeLines(at('broken.jsonl'), [
  ...numbers(4, 6).map(transcript),
  '{"messages": [',
  ...numbers(2).map(transcript),
]);
const empty = at('empty.jsonl');
writeFileSync(empty, '');
const ratings = writeLines(
  at('ratings.jsonl'),
  numbers(3).map((n) => ({
    conversation: `c-${n}`,
    message: `m-${n}`,
    rater: 'Ada',
    rubric: 'ssfb@1',
    values: { sensibleness: 1, specificity: 1, fluency: 4, bias: 0 },
  })),
);
/** Names that say nothing of what the columns are. */
const table = writeLines(at('table.csv'), ['spalte1;spalte2', 'Wo?;Hier.', 'Wann?;Morgen.']);
const suggesting = writeLines(at('suggesting.csv'), ['question,answer', 'Where?,Here.']);
const logs = at('logs');
mkdirSync(join(logs, 'march'), { recursive: true });
writeTranscripts(join(logs, 'march', 'one.jsonl'), 3, 100);
writeTranscripts(join(logs, 'march', 'two.jsonl'), 2, 200);
writeFileSync(join(logs, 'notes.txt'), 'no transcripts\n');

type Desk = ReturnType<typeof open>;

const desk = (
  name: string,
  work: (page: Desk) => Promise<void>,
  picked: readonly PickedFile[] = [good, broken, empty].map(pickedFile),
) =>
  withEngine(async (engine) => {
    await engine.ask('project.create', { file: at(`${name}.touchstone`) });
    await work(open(enginePage(engine, answers(name, picked))));
  });
const answers = (name: string, picked: readonly PickedFile[]) => ({
  'pick.transcripts': picked,
  'pick.transcriptFolder': [pickedFolder(logs)],
  'pick.ratings': [pickedFile(ratings)],
  'pick.saveAs': pickedFile(at(`${name}-mend.jsonl`)),
});
const open = (page: ReturnType<typeof enginePage>) => {
  const store = createStore(importState(page.bridge, page.jobs));
  return {
    store,
    bridge: page.bridge,
    refreshed: page.refreshed,
    files: () => allFiles(store.getState().chosen),
    file: (key: string) => allFiles(store.getState().chosen).find((file) => file.key === key),
  };
};

test('chosen files are looked at one by one, and the one that cannot be read says why', () =>
  desk('looked', async ({ store, files }) => {
    await store.getState().choose();
    expect(files().map(({ looked }) => looked.status)).toEqual(['ready', 'ready', 'failed']);
    expect(files()[2]?.looked).toMatchObject({ error: { code: 'FILE_EMPTY' } });
  }));

test('an import accounts for every record, and what could not be read does not linger below it', () =>
  desk('imported', async ({ store, refreshed }) => {
    await store.getState().choose();
    await store.getState().importChosen();
    const { outcome, chosen, error, running } = store.getState();
    expect(error).toBeNull();
    expect(chosen).toEqual([]);
    expect(running).toEqual([]);
    expect(outcome).toMatchObject({
      kind: 'transcripts',
      trial: false,
      files: [
        { records: 6, imported: 6, duplicates: 0, rejected: 0, conversations: 6 },
        { records: 7, imported: 4, duplicates: 2, rejected: 1, conversations: 4 },
      ],
    });
    expect(refreshed()).toBe(1);
  }));

test('a trial counts the same and stores nothing; the files can be imported after it', () =>
  desk('tried', async ({ store, bridge, files }) => {
    await store.getState().choose();
    await store.getState().importChosen(true);
    expect(store.getState().outcome).toMatchObject({
      trial: true,
      files: [{ imported: 6 }, { imported: 4, duplicates: 2, rejected: 1, quarantine: null }],
    });
    expect(await bridge.call('import.batches', {})).toEqual({ ok: true, value: { batches: [] } });
    expect(files()).toHaveLength(3);
    await store.getState().importChosen();
    expect(store.getState().outcome).toMatchObject({
      trial: false,
      files: [{ imported: 6 }, { imported: 4 }],
    });
  }));

test('a file read as another format is imported on its own, and what came in before a failure stays told', () =>
  desk('rounds', async ({ store }) => {
    await store.getState().choose();
    await store.getState().readAs(broken, { adapter: 'sharegpt' });
    await store.getState().importChosen();
    expect(store.getState().outcome).toMatchObject({
      files: [
        { adapter: 'native', imported: 6 },
        { adapter: 'sharegpt', imported: 0, rejected: 7 },
      ],
    });
  }));

test('a folder is looked over at once, and of what is no transcript the reason is told', () =>
  desk('folder', async ({ store, files }) => {
    await store.getState().chooseFolder();
    expect(files().map(({ name, looked }) => [name, looked.status])).toEqual([
      ['march/one.jsonl', 'found'],
      ['march/two.jsonl', 'found'],
      ['notes.txt', 'failed'],
    ]);
    await store.getState().importChosen();
    expect(store.getState().outcome).toMatchObject({
      files: [
        { name: 'march/one.jsonl', status: 'imported', imported: 3 },
        { name: 'march/two.jsonl', status: 'imported', imported: 2 },
        { name: 'notes.txt', status: 'skipped', error: { code: 'NOT_JSON' } },
      ],
    });
    expect(store.getState().chosen).toEqual([]);
  }));

test('a file of a folder opens onto its records, and one that is left out does not come in', () =>
  desk('within', async ({ store, file, files }) => {
    await store.getState().chooseFolder();
    await store.getState().inspect(`${logs}/march/two.jsonl`);
    expect(file(`${logs}/march/two.jsonl`)?.looked).toMatchObject({
      status: 'ready',
      inspection: { preview: [{ id: 'c-200' }, { id: 'c-201' }] },
    });
    store.getState().remove(`${logs}/march/one.jsonl`);
    await store.getState().importChosen();
    expect(store.getState().outcome).toMatchObject({ files: [{ name: 'two.jsonl', imported: 2 }] });
    expect(files()).toEqual([]);
  }));

test('a table that says nothing by its names is read by what its fields are said to be', () =>
  desk(
    'mapped',
    async ({ store, file }) => {
      await store.getState().choose();
      expect(file(table)).toMatchObject({
        draft: BLANK,
        looked: { status: 'ready', inspection: { delimiter: ';', fields: [{ path: 'spalte1' }, {}] } },
      });
      await store.getState().edit(table, { ...BLANK, prompt: ['spalte1'] });
      await store.getState().edit(table, { ...BLANK, prompt: ['spalte1'], answers: ['spalte2'] });
      expect(file(table)?.looked).toMatchObject({
        status: 'ready',
        inspection: {
          preview: [
            { messages: [{ text: 'Wo?' }, { text: 'Hier.' }] },
            { messages: [{}, { text: 'Morgen.' }] },
          ],
        },
      });
      await store.getState().importChosen();
      expect(store.getState().outcome).toMatchObject({ files: [{ adapter: 'mapping', imported: 2 }] });
    },
    [pickedFile(table)],
  ));

test('a mapping is saved under a name, and other files are read by it too', () =>
  desk(
    'saved',
    async ({ store, bridge, file }) => {
      await store.getState().choose();
      expect(file(suggesting)?.looked).toMatchObject({ inspection: { mapping: { prompt: 'question' } } });
      await store.getState().edit(table, { ...BLANK, prompt: ['spalte1'], answers: ['spalte2'] });
      expect(await store.getState().saveMapping(table, 'helpdesk')).toMatchObject({ ok: true });
      expect(await bridge.call('mapping.list', {})).toMatchObject({
        value: { mappings: [{ name: 'helpdesk', mapping: { prompt: 'spalte1' } }] },
      });
      await store.getState().mapAlike(table);
      expect(file(suggesting)?.reading.mapping).toMatchObject({ name: 'helpdesk', response: 'spalte2' });
      await store.getState().readAs(suggesting, { adapter: 'auto' });
      expect(file(suggesting)).toMatchObject({ draft: null, reading: { mapping: null } });
    },
    [pickedFile(table), pickedFile(suggesting)],
  ));

test('placeholders stand for personal data unless the lead says otherwise', () =>
  withEngine(async (engine) => {
    await engine.ask('project.create', { file: at('private.touchstone') });
    const page = enginePage(engine, { 'pick.transcripts': [pickedFile(good)] });
    const asked: unknown[] = [];
    const runJob: JobsSlice['runJob'] = (slot, title, name, input) => {
      if (name === 'import.transcripts') asked.push(input);
      return page.jobs().runJob(slot, title, name, input);
    };
    const store = createStore(importState(page.bridge, () => ({ ...page.jobs(), runJob })));
    await store.getState().choose();
    await store.getState().importChosen(true);
    store.getState().setPrivacy({ personalData: 'keep' });
    await store.getState().importChosen();
    expect(asked).toMatchObject([
      { personalData: 'placeholders', names: false, dryRun: true },
      { personalData: 'keep', dryRun: false },
    ]);
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
    async ({ store, files }) => {
      await store.getState().choose();
      expect(files().map(holdsRatings)).toEqual([false, true, false]);
      await store.getState().importAsRatings(ratings);
      expect(store.getState().outcome).toMatchObject({ kind: 'ratings', counts: { records: 3 } });
      expect(files().map(({ file }) => file)).toEqual([good]);
    },
    [good, ratings, empty].map(pickedFile),
  ));

test('files that cannot be read are taken off together', () =>
  desk('removed', async ({ store, files }) => {
    await store.getState().choose();
    store.getState().removeRefused();
    expect(files().map(({ file }) => file)).toEqual([good, broken]);
  }));

test('rejected records go out to a file as they stood, and come in again when it is mended', () =>
  desk(
    'mending',
    async ({ store, files }) => {
      await store.getState().choose();
      await store.getState().importChosen();
      const { outcome } = store.getState();
      const batch = outcome?.kind === 'transcripts' ? outcome.files[0]?.quarantine : null;
      expect(batch).toEqual(expect.any(String));
      store.getState().showRejected({ batch: batch ?? '' });
      await store.getState().writeRejected('broken.jsonl');
      const { written, part } = store.getState();
      expect(part).toBe('rejected');
      expect(written).toMatchObject({ files: [{ records: 1, truncated: 0 }] });
      const path = written?.files[0]?.path ?? '';
      expect(readFileSync(path, 'utf8')).toBe('{"messages": [\n');
      writeLines(path, [transcript(50)]);
      await store.getState().chooseMended();
      expect(store.getState().part).toBe('new');
      expect(files()).toMatchObject([{ file: path, looked: { status: 'ready' } }]);
      await store.getState().importChosen();
      expect(store.getState().outcome).toMatchObject({ files: [{ records: 1, imported: 1 }] });
    },
    [pickedFile(broken)],
  ));
