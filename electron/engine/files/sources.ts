import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { fileFault } from './file-fault.ts';

/** A file to be read. Those found in a folder may turn out to be something else; those named by the user may not. */
export interface Candidate {
  path: string;
  /** The path within the folder, with `/`, or undefined for a file that was named itself. */
  within?: string;
}

/**
 * The files that the user's paths stand for: files as they are, of folders all that is in them, in the order of their
 * names. Hidden files and folders are left out, each file comes once however many links lead to it, and so does each
 * folder. `except` are paths that are never taken: the project itself and what lies beside it. Throws FILE_EMPTY for
 * a folder in which there is nothing.
 */
export async function candidates(
  paths: readonly string[],
  except: (path: string) => boolean = () => false,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      found.push({ path });
      continue;
    }
    const inside = await filesIn(path, except);
    if (inside.length === 0)
      throw new Fault('FILE_EMPTY', `There is no file in the folder: ${path}`, { file: path });
    for (const file of inside) found.push({ path: file, within: relative(path, file).split(sep).join('/') });
  }
  return found;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileFault(error, path);
  }
}

async function filesIn(folder: string, except: (path: string) => boolean): Promise<string[]> {
  const files: string[] = [];
  const seen = new Set<string>();
  const isNew = async (path: string): Promise<boolean> => {
    const real = await realpath(path);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  };
  async function visit(path: string): Promise<void> {
    if (!(await isNew(path))) return;
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    for (const name of names) {
      const inner = join(path, name);
      if (except(inner)) continue;
      const kind = await kindOf(inner);
      if (kind === 'folder') await visit(inner);
      else if (kind === 'other' || (await isNew(inner))) files.push(inner);
    }
  }
  try {
    await visit(folder);
  } catch (error) {
    throw fileFault(error, folder);
  }
  return files;
}

/** A link that leads nowhere, a pipe or a socket is told of like any other file that cannot be read. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
