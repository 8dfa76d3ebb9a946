import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Folders and files that the built program is made of. */
const SOURCES = ['electron', 'renderer', 'shared', 'package-lock.json', 'package.json'];
/** Below `electron/`: run from the sources, never bundled. */
const NOT_BUNDLED = [join('electron', 'provision')];

async function sourceFiles(root: string): Promise<string[]> {
  const found = await Promise.all(
    SOURCES.map(async (name) => {
      if (name.includes('.')) return [name];
      const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    }),
  );
  return found
    .flat()
    .filter((file) => !NOT_BUNDLED.some((folder) => file.startsWith(folder + sep)))
    .sort();
}

/** SHA-256 over names and contents of everything a build reads: equal digests, equal builds. */
export async function sourceDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sourceFiles(root)) {
    const content = await readFile(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
