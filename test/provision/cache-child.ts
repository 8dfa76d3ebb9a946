import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureArtifact } from '../../electron/provision/cache.ts';
import { verifiedDownload } from '../../electron/provision/download.ts';
import { createLog } from '../../electron/provision/log.ts';

/**
 * Makes an artifact out of a download in a process of its own.
 * Arguments: cache, journal (one line for each step reached), integrity, and the step to stay at for ever, if any.
 */
const [cache = '', journal = '', integrity = '', stayAt = ''] = process.argv.slice(2);
const log = createLog();

async function step(name: string): Promise<void> {
  await appendFile(journal, `${name}\n`);
  if (name === stayAt) await sleep(10 * 60_000);
}

const file = 'thing-1.0.0.txt';
const download = {
  file,
  label: 'The thing',
  integrity,
  async fetch(folder: string) {
    await writeFile(join(folder, file), 'half');
    await step('half fetched');
    await writeFile(join(folder, file), 'half and half');
    await step('fetched');
    return join(folder, file);
  },
};

await ensureArtifact(
  cache,
  {
    name: 'thing-1.0.0',
    async make(folder) {
      await verifiedDownload(cache, download, log);
      await writeFile(join(folder, 'one'), 'first part');
      await step('half made');
      await sleep(100);
      await writeFile(join(folder, 'two'), 'second part');
    },
  },
  log,
);
await step('ready');
