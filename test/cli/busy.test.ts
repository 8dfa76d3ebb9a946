import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, errorIn, SAMPLE, scratch, shellEnv, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
let transcripts: string;
let ratings: string;
let holder: ChildProcess | undefined;
let before: Record<string, unknown>;

beforeAll(async () => {
  transcripts = writeTranscripts(folder);
  ratings = writeRatings(folder);
  await ask('init', project);
  await ask('import', project, transcripts);
  before = await ask('stats', project);
  holder = spawn(
    process.execPath,
    [join(import.meta.dirname, 'hold-project.ts'), project, join(SAMPLE, '..')],
    {
      env: shellEnv(),
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const [said]: unknown[] = holder.stdout ? await once(holder.stdout, 'data') : [];
  expect(String(said)).toBe('open\n');
});

afterAll(async () => {
  if (!holder) return;
  const gone = once(holder, 'exit');
  holder.stdin?.end();
  await gone;
});

describe('a project that another program has open', () => {
  it.each([
    ['import', () => [writeTranscripts(folder, 30, 'more.jsonl')]],
    ['ratings', () => [ratings]],
    ['sample', () => ['--size', '3', '--seed', '1']],
  ])('%s is refused, and nothing is changed', async (command, rest) => {
    const done = await touchstone([command, project, ...rest(), '--json']);
    expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code: 'PROJECT_BUSY' });
    expect(await ask('stats', project)).toEqual(before);
  });

  it('can be read: stats, agreement, verify and trial imports work beside it', async () => {
    expect(await ask('stats', project)).toMatchObject({ conversations: 12 });
    expect(await ask('agreement', project)).toMatchObject({ rubric: 'ssfb@1' });
    expect(await ask('verify', project)).toMatchObject({ ok: true });
    expect(await ask('import', project, transcripts, '--dry-run')).toMatchObject({
      files: [{ duplicates: 12 }],
    });
  });
});
