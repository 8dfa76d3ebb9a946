import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative } from 'node:path';
import { Fault } from '../shared/contract/errors.ts';
import type { PickedFile } from '../shared/contract/window.ts';
import type { FileTokens } from './file-tokens.ts';

/** Describes a path to the page: a token, the file's own name and its size; 0 bytes for what is not there yet. */
export async function pickedOne(path: string, tokens: FileTokens): Promise<PickedFile> {
  const found = await stat(path).catch(() => null);
  return {
    file: tokens.issue(path),
    name: basename(path),
    bytes: found?.isFile() ? found.size : 0,
    ...(found?.isDirectory() ? { folder: true } : {}),
  };
}

/** Describes several; what is not an absolute path is left out. */
export const picked = (paths: readonly string[], tokens: FileTokens): Promise<PickedFile[]> =>
  Promise.all(paths.filter((path) => isAbsolute(path)).map((path) => pickedOne(path, tokens)));

/** The path of a file in a folder, told with `/`; or the path itself for null. What leads out of the folder is refused. */
export function pathWithin(path: string, within: string | null): string {
  if (within === null) return path;
  const inner = join(path, within);
  const way = relative(path, inner);
  if (way === '' || way.split(/[\\/]/)[0] === '..' || isAbsolute(way))
    throw new Fault('INVALID_INPUT', `pick.again: within: this is not in the folder: ${within}`, {
      path: 'within',
    });
  return inner;
}
