import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listBackups } from '../../../electron/engine/db/backup.ts';
import { closeProject, openForWriting } from '../../../electron/engine/db/open.ts';
import { toFailure } from '../../../electron/engine/faults.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { companions, digestOf, flipByte } from '../../support/bytes.ts';
import { withDatabase } from '../../support/database.ts';
import { withEngine } from '../../support/engine.ts';
import { makeStudy } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const project = join(folder, 'study.touchstone');
let pageSize = 0;
let newest = '';

beforeAll(async () => {
  await withEngine((engine) => makeStudy(engine, folder), { backups: true });
  pageSize = withDatabase(project, (db) => Number(db.pragma('page_size', { simple: true })));
  newest = listBackups(project)[0] ?? '';
});

/** A copy with its backups beside it, so that a refusal has one to name. */
function copyOf(name: string): string {
  const path = join(folder, `${name}.touchstone`);
  copyFileSync(project, path);
  mkdirSync(`${path}-backups`);
  copyFileSync(join(`${project}-backups`, newest), join(`${path}-backups`, newest));
  return path;
}

async function expectRefused(path: string): Promise<void> {
  const before = digestOf(path);
  const failure = await openForWriting(path, 0).then(
    (open) => {
      closeProject(open);
      return null;
    },
    (error: unknown) => toFailure(error),
  );
  expect(failure).toMatchObject({ code: 'PROJECT_CORRUPT', place: { file: path } });
  expect(failure?.advice, 'the newest backup is named').toContain(newest);
  expect(failure?.advice).toContain(`${basename(path)}-backups`);
  expect(digestOf(path), 'the file is left as it is').toBe(before);
  expect(companions(path), 'and nothing is left beside it').toEqual(['-backups']);
}

/** Offsets of pages that are b-trees: their first byte says which kind. */
function treePages(path: string): number[] {
  const bytes = readFileSync(path);
  const offsets = Array.from({ length: bytes.length / pageSize }, (_, page) => page * pageSize).slice(1);
  return offsets.filter((offset) => [2, 5, 10, 13].includes(bytes[offset] ?? 0));
}

describe('a damaged project is refused with its newest backup named, and left as it is', () => {
  test('where the b-trees are hit, whichever of them', async () => {
    const random = seededRandom('damage');
    const pages = treePages(project);
    expect(pages.length).toBeGreaterThan(20);
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const path = copyOf(`tree-${round}`);
      const page = pages[random.below(pages.length)] ?? 0;
      flipByte(path, page + (round % 2 === 0 ? 0 : 3));
      await expectRefused(path);
    }
  });

  test('where the schema is hit', async () => {
    const path = copyOf('schema');
    flipByte(path, 100);
    await expectRefused(path);
  });

  test('where the file is cut off', async () => {
    const path = copyOf('cut');
    const file = openSync(path, 'r+');
    ftruncateSync(file, pageSize * 8);
    closeSync(file);
    await expectRefused(path);
  });
});

test('a damaged project without a backup is refused too, and the advice does not promise one', async () => {
  const path = join(folder, 'alone.touchstone');
  writeFileSync(path, readFileSync(project));
  flipByte(path, treePages(path)[3] ?? 0);
  const failure = await openForWriting(path, 0).catch((error: unknown) => toFailure(error));
  expect(failure).toMatchObject({
    code: 'PROJECT_CORRUPT',
    advice: expect.stringContaining('there is no backup'),
  });
});
