import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACTS } from '../../../electron/engine/acts.ts';
import { createProjectFile } from '../../../electron/engine/db/open.ts';
import { toFailure } from '../../../electron/engine/faults.ts';
import { Session } from '../../../electron/engine/session.ts';
import { discardUnfinished } from '../../../electron/engine/store/batches.ts';
import { projectCounts } from '../../../electron/engine/store/project.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { fixedSource } from '../../support/source.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
let session: Session;
let files = 0;
beforeEach(async () => {
  files += 1;
  const path = join(folder, `${files}.touchstone`);
  createProjectFile(path);
  session = await Session.open(path, { source: fixedSource(), backups: false, complain: () => undefined });
});
afterEach(() => session.close());

/** Imports so many transcripts, always the same. */
const importSome = (count: number) =>
  session.job(
    'import.transcripts',
    { files: [writeTranscripts(join(folder, 'some.jsonl'), count)], adapter: 'auto', dryRun: false },
    {
      act: (name, payload) => {
        try {
          return ok(session.write('Lea', (context) => ACTS[name](context, payload as never)));
        } catch (error) {
          return fail(toFailure(error));
        }
      },
      progress: () => undefined,
    },
  ).result;

/** Leaves the last import as one that was cut off just before its end, and that the full disk did not let be taken back. */
const leaveUnfinished = (): void =>
  session.write('', ({ db }) => {
    db.exec("UPDATE batch SET status = 'loading' WHERE id = (SELECT max(id) FROM batch)");
  });
const counts = () => session.write('', ({ db }) => projectCounts(db));
const rowsIn = (table: string): number =>
  session.write('', ({ db }) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()));

test('what an import could not take back does not show, and the next one takes it back before it begins', async () => {
  await importSome(5);
  expect(counts()).toMatchObject({ conversations: 5, messages: 15, answers: 5 });
  leaveUnfinished();
  expect(counts()).toMatchObject({ conversations: 0, messages: 0, answers: 0 });
  expect(await importSome(8), 'none of it counts as known').toMatchObject({
    value: { files: [{ imported: 8, duplicates: 0 }] },
  });
  expect(counts().conversations).toBe(8);
});

test('taking back leaves what was finished', async () => {
  await importSome(3);
  await importSome(6);
  leaveUnfinished();
  expect(session.write('', discardUnfinished)).toBe(1);
  expect(session.write('', discardUnfinished)).toBe(0);
  expect(['conversation', 'known_content', 'message', 'feedback'].map(rowsIn)).toEqual([3, 3, 9, 3]);
  expect(await importSome(6)).toMatchObject({ value: { files: [{ imported: 3, duplicates: 3 }] } });
});
