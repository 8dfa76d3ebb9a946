import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Interruption } from '../../electron/cli/interruption.ts';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, errorIn, objectIn, run, scratch, shellEnv, touchstone } from './touchstone.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CLI = join(ROOT, 'electron', 'cli.ts');
const folder = scratch();
const project = join(folder, 'study.touchstone');

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder));
  await ask('ratings', project, writeRatings(folder));
});

/** `touchstone ... | head -c 1`, with the status of the left one. */
const cutOff = (args: string): Promise<{ status: number | null; stderr: string }> =>
  run('bash', [
    '-c',
    `"${process.execPath}" "${CLI}" ${args} | head -c 1 >/dev/null; exit "\${PIPESTATUS[0]}"`,
  ]);

describe('stdout and stderr', () => {
  it('a reader that leaves early is no fault', async () => {
    expect(await cutOff(`agreement "${project}" --json`)).toMatchObject({ status: 0, stderr: '' });
    expect(await cutOff('--help')).toMatchObject({ status: 0, stderr: '' });
  });

  it('shows colours to no one who reads from a pipe or a file', async () => {
    const done = await touchstone(['verify', project], { env: { ...shellEnv(), TERM: 'xterm-256color' } });
    expect(done.stdout).not.toContain('\u001B');
  });

  it('makes control characters in names harmless', async () => {
    const own = join(folder, 'odd.touchstone');
    await ask('init', own, '--name', 'a\u001B[31mred\u0007');
    const { stdout } = await touchstone(['stats', own]);
    expect(stdout).toMatch(/^project +ared *$/m);
  });
});

describe('where paths start', () => {
  it('at the folder the command is called in', async () => {
    const done = await touchstone(['stats', 'study.touchstone', '--json'], { cwd: folder });
    expect(objectIn(done)).toMatchObject({ conversations: 12 });
  });

  it('at the folder npm is called in', async () => {
    const sub = join(folder, 'elsewhere');
    mkdirSync(sub);
    const npm = (...args: string[]) =>
      run('npm', ['--prefix', ROOT, 'run', '-s', 'touchstone', '--', ...args, '--json'], { cwd: sub });
    expect(objectIn(await npm('init', 'own.touchstone'))).toMatchObject({ project: 'own.touchstone' });
    expect(existsSync(join(sub, 'own.touchstone'))).toBe(true);
    expect(objectIn(await npm('stats', '../study.touchstone'))).toMatchObject({ conversations: 12 });
  });
});

describe('Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle of an import leaves the project as it was',
    async (signal) => {
      const before = await ask('stats', project);
      const large = writeTranscripts(folder, 60_000, 'large.jsonl');
      const done = await touchstone(['import', project, large, '--json'], {
        running: (child) => {
          const writing = setInterval(() => {
            if (!existsSync(`${project}-wal`) || statSync(`${project}-wal`).size < 200_000) return;
            clearInterval(writing);
            child.kill(signal);
          }, 5);
          child.once('exit', () => clearInterval(writing));
        },
      });
      expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code: 'CANCELLED' });
      expect(await ask('stats', project)).toEqual(before);
      expect(await ask('verify', project)).toMatchObject({ ok: true });
      expect(existsSync(`${project}-lock`)).toBe(false);
    },
  );

  it('ends the wait for a long computation at once, and hears nothing afterwards', async () => {
    const listeners = process.listenerCount('SIGINT');
    const waiting = new Interruption().orCancelled(() => new Promise(() => undefined));
    process.emit('SIGINT');
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'CANCELLED' } });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });

  it('lets no new change begin', async () => {
    const interruption = new Interruption();
    const asked: string[] = [];
    const work = interruption.tell(
      () => asked.push('stop'),
      async () => {
        process.emit('SIGTERM');
        interruption.check();
      },
    );
    await expect(work).rejects.toMatchObject({ failure: { code: 'CANCELLED' } });
    expect(asked).toEqual(['stop']);
  });
});
