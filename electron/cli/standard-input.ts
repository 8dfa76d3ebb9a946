import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** How standard input is called among the files. */
export const STANDARD_INPUT = '-';

/**
 * Does something with the files the user named, standard input among them: it can be read once only, and an import looks at
 * everything before it takes anything in, so it is kept in a temporary file until then. `pathOf` makes the other names paths.
 */
export async function withStandardInput<Value>(
  given: readonly string[],
  pathOf: (name: string) => string,
  work: (paths: string[]) => Promise<Value>,
): Promise<Value> {
  if (!given.includes(STANDARD_INPUT)) return await work(given.map(pathOf));
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-input-'));
  try {
    const path = join(folder, 'standard-input');
    await pipeline(process.stdin, createWriteStream(path));
    return await work(given.map((name) => (name === STANDARD_INPUT ? path : pathOf(name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
