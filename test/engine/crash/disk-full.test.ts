import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestEngine } from '../../support/engine.ts';
import { withEngine } from '../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeTranscripts } from '../../support/transcripts.ts';

const folder = tempFolder();
const small = join(folder, 'disk');

/** A disk of twelve megabytes, which only root on Linux can make. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const mounted = mountSmallDisk();
afterAll(() => {
  if (mounted) execFileSync('umount', [small]);
});

const filler = join(small, 'filler');

/** Leaves this much free on the disk, in megabytes. */
function fillUp(left = 0): void {
  const { bavail, bsize } = statfsSync(small);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left * 1024 * 1024)));
}

/** Rates on until the disk refuses; gives back how many actions were stored. */
async function rateUntilRefused(engine: TestEngine, assignment: string): Promise<number> {
  for (let stored = 0; stored < 10_000; stored += 1) {
    const action = { kind: 'rationale' as const, text: `${stored} ${'x'.repeat(500)}` };
    const result = await engine.call('rating.record', { assignment, action });
    if (result.ok) continue;
    expect(result.error).toMatchObject({
      code: 'DISK_FULL',
      advice: expect.stringContaining('Free some space'),
    });
    return stored;
  }
  throw new Error('the disk never filled up');
}

describe.skipIf(!mounted)('on a full disk (needs root on Linux, for a small disk of its own)', () => {
  let study: Study;
  let large: string;

  beforeAll(async () => {
    large = writeTranscripts(join(folder, 'large.jsonl'), 16_000, 100);
    study = await withEngine((engine) => makeStudy(engine, small));
  });

  test('an import is refused and leaves nothing to see; with space again it goes in whole, in the same session', async () => {
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: study.path });
      const before = await engine.ask('project.stats', {});
      fillUp(6);
      expect(await engine.refused('import.transcripts', { files: [large] })).toMatchObject({
        code: 'DISK_FULL',
        advice: expect.stringContaining('Free some space'),
      });
      expect(await engine.ask('project.stats', {})).toEqual(before);
      expect((await engine.ask('import.batches', {})).batches).toHaveLength(1);

      rmSync(filler);
      const some = writeTranscripts(join(folder, 'some.jsonl'), 500, 100);
      const { files } = await engine.ask('import.transcripts', { files: [some] });
      expect(files).toMatchObject([{ records: 500, imported: 500, duplicates: 0 }]);
      expect((await engine.ask('project.stats', {})).conversations).toBe(before.conversations + 500);
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    });
  });

  test('a rating is refused, what was stored before it is there, and with space again work goes on', async () => {
    let stored = 0;
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: study.path });
      const [first = '', second = ''] = await queueOf(engine, idOf(study, 'Ada'));
      fillUp();
      stored = await rateUntilRefused(engine, first);
      const shown = await engine.ask('item.show', { assignment: first });
      expect(shown.stored.rating.rationale.split(' ')[0]).toBe(stored === 0 ? '' : String(stored - 1));
      expect((await engine.ask('project.stats', {})).rating_events).toBe(stored);

      rmSync(filler);
      expect((await rate(engine, second, complete())).rating.status).toBe('submitted');
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: stored + 5 });
      fillUp();
    });
    rmSync(filler);
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: study.path });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: stored + 5 });
    });
  });

  test('a new project is refused and no file of it is left', async () => {
    fillUp();
    const path = join(small, 'new.touchstone');
    await withEngine(async (engine) => {
      expect(await engine.refused('project.create', { file: path })).toMatchObject({ code: 'DISK_FULL' });
    });
    rmSync(filler);
    await withEngine(async (engine) => {
      expect((await engine.ask('project.create', { file: path })).file).toBe('new.touchstone');
    });
  });
});
