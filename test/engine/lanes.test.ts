import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import { TestEngine, unwrap, withEngine } from '../support/engine.ts';
import { idOf, makeStudy, queueOf, type Study } from '../support/study.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeTranscripts } from '../support/transcripts.ts';

const folder = tempFolder();
let study: Study;
let large: string;
beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder));
  large = writeTranscripts(join(folder, 'large.jsonl'), 20_000, 100);
});

/** True of an event of an import that takes records in, past the look at what the file is. */
const isTakingIn = (event: PushedEvent) => event.kind === 'progress' && event.phase.startsWith('importing');

function event(): { happened: Promise<void>; happen: () => void } {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
}

/** An engine on the study that tells when a job has got under way, and when an import takes records in. */
async function openStudy() {
  const events: PushedEvent[] = [];
  const underWay = event();
  const takingIn = event();
  const engine = new TestEngine({
    push: (event) => {
      events.push(event);
      underWay.happen();
      if (isTakingIn(event)) takingIn.happen();
    },
  });
  await engine.ask('project.open', { file: study.path });
  return { engine, events, underWay: underWay.happened, takingIn: takingIn.happened };
}

describe('while a large import is under way', () => {
  test('ratings are stored, items shown and questions answered, and none of it waits for the end', async () => {
    const { engine, events, underWay } = await openStudy();
    const queue = await queueOf(engine, idOf(study, 'Ada'));
    const before = (await engine.ask('project.summary', {})).counts;

    let ended = false;
    const importing = engine.call('import.transcripts', { files: [large] }, 'import').finally(() => {
      ended = true;
    });
    await underWay;
    for (const assignment of queue.slice(0, 4)) {
      await engine.ask('item.show', { assignment });
      await engine.ask('rating.record', {
        assignment,
        action: { kind: 'value', dimension: 'fluency', value: 3 },
      });
    }
    const { counts } = await engine.ask('project.summary', {});
    expect(ended, 'the import was still under way').toBe(false);
    expect(counts, 'of which nothing shows').toEqual(before);

    const [file] = unwrap((await importing) as Result<{ files: { imported: number }[] }>).files;
    expect(file?.imported).toBe(20_000);
    expect((await engine.ask('project.summary', {})).counts.conversations).toBe(
      before.conversations + 20_000,
    );
    const progress = events.flatMap((event) =>
      event.kind === 'progress' && isTakingIn(event) ? [event] : [],
    );
    expect(progress.every(({ job, unit }) => job === 'import' && unit === 'bytes')).toBe(true);
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, events: 4 });
    await engine.close();
  });

  test('the project can be closed: nothing of the import is left, and the next opening says so', async () => {
    const { engine, takingIn } = await openStudy();
    const before = (await engine.ask('project.stats', {})).conversations;
    const more = writeTranscripts(join(folder, 'more.jsonl'), 15_000, 50_000);
    const importing = engine.call('import.transcripts', { files: [more] }, 'import');
    await takingIn;
    await engine.ask('project.close', {});
    expect(await importing).toMatchObject({ ok: false });
    const { counts, notices } = await engine.ask('project.open', { file: study.path });
    expect(counts.conversations).toBe(before);
    expect(notices).toEqual([expect.stringContaining('import the file again')]);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    await engine.close();
  });
});

describe('a reading thread that dies', () => {
  const threads: Worker[] = [];
  const remember = (thread: Worker): void => void threads.push(thread);
  beforeEach(() => {
    threads.length = 0;
    process.on('worker', remember);
  });
  afterEach(() => {
    process.off('worker', remember);
  });

  test('in the middle of a job answers the job, leaves the others alone, and is replaced', async () => {
    const { engine, underWay } = await openStudy();
    const queue = await queueOf(engine, idOf(study, 'Ada'));
    const before = threads.length;
    const running = engine.call('import.transcripts', { files: [large] }, 'import');
    await underWay;
    const shown = engine.call('item.show', { assignment: queue[0] ?? '' });
    await threads[before]?.terminate();
    expect(await running).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    expect(await shown).toMatchObject({ ok: true });
    expect(await engine.ask('rater.add', { name: 'Dan' })).toMatchObject({ name: 'Dan' });
    const { files } = await engine.ask('import.transcripts', { files: [large] });
    expect(files).toMatchObject([{ imported: 0, duplicates: 20_000 }]);
    await engine.close();
  });

  test('answers every call that waits for it', async () => {
    const { engine } = await openStudy();
    const calls = Array.from({ length: 20 }, () => engine.call('project.stats', {}));
    await setImmediate();
    await threads[0]?.terminate();
    const results = await Promise.all(calls);
    expect(results.some((result) => !result.ok)).toBe(true);
    for (const result of results) if (!result.ok) expect(result.error.code).toBe('ENGINE_STOPPED');
    expect((await engine.ask('project.stats', {})).name).toBe('study');
    await engine.close();
  });

  test('because the project is gone says so at every call, and hangs at none', async () => {
    const path = join(folder, 'gone.touchstone');
    const engine = new TestEngine();
    await engine.ask('project.create', { file: path });
    await engine.ask('project.stats', {});
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`);
    for (let times = 0; times < 2; times += 1)
      expect(await engine.refused('audit.verify', {})).toMatchObject({ code: 'ENGINE_STOPPED' });
    await engine.close();
  });
});
