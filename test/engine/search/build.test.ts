import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { ChildEngine } from '../../support/child-engine.ts';
import { type TestEngine, unwrap, withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, transcript, writeLines } from '../../support/transcripts.ts';
import { variedTranscripts, writeVaried } from '../../support/varied-transcripts.ts';

const folder = tempFolder();

async function foundBy(engine: TestEngine, text: string, where = ''): Promise<string[]> {
  const refs: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await engine.ask('browse.page', {
      text,
      where,
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    refs.push(...page.rows.map(({ ref }) => ref));
    if (page.next === null) return refs;
    after = page.next;
  }
}

const stateOf = (engine: TestEngine) => engine.ask('search.state', {});

test('an index whose making is killed at any moment is gone on with, and finds what one made in one go does', async () => {
  const path = join(folder, 'killed.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', { files: [writeVaried(join(folder, 'killed.jsonl'), 12_000, 3)] });
  });
  const random = seededRandom('kill the index');
  let kills = 0;
  for (let isComplete = false; !isComplete; ) {
    const child = await ChildEngine.start(20 + kills);
    let left = 1 + random.below(5);
    const killed = new Promise<null>((resolve) => {
      child.onPush = () => {
        left -= 1;
        if (left === 0) void child.kill().then(() => resolve(null));
      };
    });
    unwrap(await child.call('project.open', { file: path }));
    const built = await Promise.race([killed, child.call('search.build', {}, 'build')]);
    isComplete = built?.ok === true;
    if (!isComplete) kills += 1;
    await child.kill();
  }
  expect(kills).toBeGreaterThan(1);
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    expect(await stateOf(engine)).toEqual({ conversations: 12_000, listed: 12_000, searchable: 12_000 });
    const found = await foundBy(engine, '"order number" 退款');
    const copy = join(folder, 'one-go.touchstone');
    await engine.close();
    copyFileSync(path, copy);
    await engine.ask('project.open', { file: copy });
    await engine.ask('search.build', {});
    expect(found.length).toBeGreaterThan(100);
    expect(await foundBy(engine, '"order number" 退款')).toEqual(found);
    expect((await engine.ask('audit.verify', {})).ok).toBe(true);
  });
});

test('paging gives every conversation once, also while an import adds some and the index follows', async () => {
  const path = join(folder, 'growing.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', { files: [writeVaried(join(folder, 'old.jsonl'), 600, 4)] });
    await engine.ask('search.build', {});
    const old = variedTranscripts(600, 4).map((record) => ('id' in record ? String(record.id) : ''));
    const seen: string[] = [];
    let importing: Promise<unknown> = Promise.resolve();
    for (let after: string | undefined, page = 0; ; page += 1) {
      if (page === 3)
        importing = engine.ask('import.transcripts', {
          files: [writeVaried(join(folder, 'new.jsonl'), 4000, 5)],
        });
      if (page === 9) await engine.ask('search.build', {});
      const { rows, next } = await engine.ask('browse.page', {
        limit: 20,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...rows.map(({ ref }) => ref));
      if (next === null) break;
      after = next;
    }
    await importing;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((ref) => ref.startsWith('v-4-')).sort()).toEqual(old.sort());
    await engine.ask('search.build', {});
    expect(await stateOf(engine)).toEqual({ conversations: 4600, listed: 4600, searchable: 4600 });
    expect((await foundBy(engine, '')).length).toBe(4600);
  });
});

test('an import that is cancelled leaves nothing to be found', async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, 'cancelled.touchstone') });
    await engine.ask('import.transcripts', {
      files: [writeLines(join(folder, 'few.jsonl'), numbers(10).map(transcript))],
    });
    await engine.ask('search.build', {});
    const call = engine.call(
      'import.transcripts',
      { files: [writeVaried(join(folder, 'many.jsonl'), 20_000, 6)] },
      'cut',
    );
    setTimeout(() => engine.engine.cancel('cut'), 150);
    const during = await foundBy(engine, '');
    expect(during.length).toBe(10);
    expect(await call).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await engine.ask('search.build', {});
    expect(await stateOf(engine)).toEqual({ conversations: 10, listed: 10, searchable: 10 });
  });
});

test('what comes later to a conversation is found with it: more turns, and what its user thought', async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, 'later.touchstone') });
    const first = transcript(1);
    const quiet = { ...first, messages: first.messages.map(({ feedback: _later, ...message }) => message) };
    await engine.ask('import.transcripts', {
      files: [writeLines(join(folder, 'first.jsonl'), [quiet, transcript(2)])],
    });
    await engine.ask('search.build', {});
    const down = 'feedback.thumb = -1';
    expect(await foundBy(engine, '', down)).toEqual(['c-2']);
    await engine.ask('import.transcripts', { files: [writeLines(join(folder, 'thumb.jsonl'), [first])] });
    const longer = { ...first, messages: [...first.messages, { role: 'user', content: 'Is it a zebra?' }] };
    await engine.ask('import.transcripts', { files: [writeLines(join(folder, 'longer.jsonl'), [longer])] });
    await engine.ask('search.build', {});
    expect((await foundBy(engine, '', down)).sort()).toEqual(['c-1', 'c-2']);
    expect(await foundBy(engine, 'zebra')).toEqual(['c-1']);
  });
});

test('an index of a project that was put back to an earlier state is not believed', async () => {
  const path = join(folder, 'restored.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', {
      files: [writeLines(join(folder, 'r1.jsonl'), numbers(5).map(transcript))],
    });
    await engine.close();
    copyFileSync(path, `${path}.kept`);
    await engine.ask('project.open', { file: path });
    await engine.ask('import.transcripts', {
      files: [writeLines(join(folder, 'r2.jsonl'), numbers(5, 5).map(transcript))],
    });
    await engine.ask('search.build', {});
    await engine.close();
    copyFileSync(`${path}.kept`, path);
    await engine.ask('project.open', { file: path });
    const other = numbers(5, 20).map(transcript);
    await engine.ask('import.transcripts', { files: [writeLines(join(folder, 'r3.jsonl'), other)] });
    const all = ['c-0', 'c-1', 'c-2', 'c-20', 'c-21', 'c-22', 'c-23', 'c-24', 'c-3', 'c-4'];
    expect((await foundBy(engine, 'parcel')).sort()).toEqual(all);
    await engine.ask('search.build', {});
    expect((await foundBy(engine, 'parcel')).sort()).toEqual(all);
  });
});

test('the project file is not touched by indexing, and the index is one file beside it', async () => {
  const path = join(folder, 'untouched.touchstone');
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', {
      files: [writeLines(join(folder, 'u.jsonl'), numbers(20).map(transcript))],
    });
    const { total } = await engine.ask('audit.log', { limit: 1 });
    await engine.ask('search.build', {});
    expect((await engine.ask('audit.log', { limit: 1 })).total).toBe(total);
    await engine.ask('browse.page', { text: 'parcel' });
    await engine.ask('search.build', {});
  });
  expect(['', '-wal', '-shm', '-journal'].filter((suffix) => existsSync(`${path}-index${suffix}`))).toEqual([
    '',
  ]);
});
