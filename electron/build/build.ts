import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { cacheRoot } from '../provision/cache.ts';
import { withLock } from '../provision/lock.ts';
import { createLog, type Log } from '../provision/log.ts';
import { report } from '../provision/setup-fault.ts';
import { sourceDigest } from './sources.ts';
import { mainConfig, preloadConfig } from './vite-electron.ts';
import { rendererConfig } from './vite-renderer.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DIGEST_FILE = '.built-from';

export interface BuildOptions {
  /** Builds even if nothing changed since the last time. */
  force?: boolean;
  log: Log;
  root?: string;
}

/** Builds the program into `out/`, unless what is there was built from the same sources. */
export async function build({ force = false, log, root = ROOT }: BuildOptions): Promise<void> {
  const out = join(root, 'out');
  const lock = `build-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  await withLock(cacheRoot(), lock, log, async () => {
    const digest = await sourceDigest(root);
    const digestFile = join(out, DIGEST_FILE);
    const built = await readFile(digestFile, 'utf8').catch(() => '');
    if (built === digest && !force) return;
    const started = performance.now();
    await rm(digestFile, { force: true });
    await viteBuild(mainConfig(root, out));
    await viteBuild(preloadConfig(root, out));
    await viteBuild(rendererConfig(root, out));
    await cp(join(root, 'electron', 'engine', 'db', 'migrations'), join(out, 'electron', 'migrations'), {
      recursive: true,
    });
    await writeFile(digestFile, digest);
    log.say(`Built Touchstone in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  });
}

if (import.meta.main) {
  try {
    await build({ force: process.argv.includes('--force'), log: createLog() });
  } catch (error) {
    process.exitCode = report(error);
  }
}
