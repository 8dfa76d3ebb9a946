import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheRoot, ensureArtifact } from '../../electron/provision/cache.ts';
import { listeningLog, temporaryFolder, whenWritten } from './scene.ts';

const CHILD = join(import.meta.dirname, 'cache-child.ts');
const integrity = `sha512-${createHash('sha512').update('half and half').digest('base64')}`;

function startChild(cache: string, journal: string, stayAt = '') {
  const child = spawn(process.execPath, [CHILD, cache, journal, integrity, stayAt]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return { child, ended: once(child, 'close').then(([status]) => ({ status, stderr })) };
}

const artifact = (make: (folder: string) => Promise<void>) => ({ name: 'thing-1.0.0', make });
const write = (content: string) => (folder: string) => writeFile(join(folder, 'one'), content);
const never = () => Promise.reject(new Error('made again'));

describe('the cache', () => {
  it('makes a thing once and gives it again afterwards', async () => {
    const cache = await temporaryFolder();
    const first = await ensureArtifact(cache, artifact(write('x')), listeningLog());
    expect(await ensureArtifact(cache, artifact(never), listeningLog())).toBe(first);
    expect(await readFile(join(first, 'one'), 'utf8')).toBe('x');
  });

  it.each([
    ['lost a file', (file: string) => rm(file)],
    ['was cut short', (file: string) => truncate(file, 1)],
  ])('makes a thing anew that %s', async (_, damage) => {
    const cache = await temporaryFolder();
    const folder = await ensureArtifact(cache, artifact(write('whole')), listeningLog());
    await damage(join(folder, 'one'));
    await ensureArtifact(cache, artifact(write('whole')), listeningLog());
    expect(await readFile(join(folder, 'one'), 'utf8')).toBe('whole');
  });

  it('keeps nothing of a making that failed', async () => {
    const cache = await temporaryFolder();
    const failing = ensureArtifact(
      cache,
      artifact(async (folder) => {
        await write('half')(folder);
        throw new Error('disk full');
      }),
      listeningLog(),
    );
    await expect(failing).rejects.toThrow('disk full');
    expect(await readdir(cache)).toEqual(['locks']);
  });

  it('lets two processes that want the same at once make it once', async () => {
    const cache = await temporaryFolder();
    const journal = join(cache, 'journal');
    const children = [startChild(cache, journal), startChild(cache, journal)];
    const ends = await Promise.all(children.map(({ ended }) => ended));
    expect(ends.map(({ status }) => status)).toEqual([0, 0]);
    const steps = (await readFile(journal, 'utf8')).trim().split('\n').sort();
    expect(steps).toEqual(['fetched', 'half fetched', 'half made', 'ready', 'ready']);
  });

  it('says that it waits for another, and goes on as soon as that one is gone', async () => {
    const cache = await temporaryFolder();
    const journal = join(cache, 'journal');
    const holder = startChild(cache, journal, 'half made');
    await whenWritten(journal, 'half fetched\nfetched\nhalf made\n'.length);
    const log = listeningLog();
    const waiting = ensureArtifact(cache, artifact(write('mine')), log);
    while (log.said.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(log.said).toEqual(['Another Touchstone set-up is making thing-1.0.0; waiting for it.']);
    holder.child.kill('SIGKILL');
    expect(await readFile(join(await waiting, 'one'), 'utf8')).toBe('mine');
  });

  it.each([
    ['in the middle of the download', 'half fetched', ['half fetched', 'fetched', 'half made', 'ready']],
    ['in the middle of the making', 'half made', ['half made', 'ready']],
  ])('killed %s, goes on from the last whole step', async (_, stayAt, resumed) => {
    const cache = await temporaryFolder();
    const journal = join(cache, 'journal');
    const killed = startChild(cache, journal, stayAt);
    while (!(await whenWritten(journal)).includes(stayAt))
      await new Promise((resolve) => setTimeout(resolve, 10));
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await readdir(cache)).not.toContain('thing-1.0.0');

    await rm(journal);
    expect((await startChild(cache, journal).ended).status).toBe(0);
    expect((await readFile(journal, 'utf8')).trim().split('\n')).toEqual(resumed);
    expect((await readdir(join(cache, 'thing-1.0.0'))).sort()).toEqual(['.complete.json', 'one', 'two']);
    expect((await readdir(cache)).sort()).toEqual(['downloads', 'journal', 'locks', 'thing-1.0.0']);
    expect(await readdir(join(cache, 'downloads'))).toEqual(['thing-1.0.0.txt']);
  });
});

describe('where the cache is', () => {
  it.each([
    ['linux', { TOUCHSTONE_CACHE: '/c', XDG_CACHE_HOME: '/x' }, /^\/c$/],
    ['linux', { XDG_CACHE_HOME: '/x' }, /^\/x\/touchstone$/],
    ['linux', {}, /\/\.cache\/touchstone$/],
    ['darwin', {}, /\/Library\/Caches\/touchstone$/],
    ['win32', { LOCALAPPDATA: '/l' }, /^\/l\/touchstone\/Cache$/],
  ])('%s with %o: %s', (platform, env, expected) => {
    expect(cacheRoot(env, platform).replaceAll('\\', '/')).toMatch(expected);
  });
});
