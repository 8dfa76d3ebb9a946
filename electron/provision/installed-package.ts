import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({ version: z.string() });

/** The version of an installed package, by its folder. */
export async function packageVersion(folder: string): Promise<string> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).version;
}
