import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { PickedFile } from '../shared/contract/window.ts';
import type { FileTokens } from './file-tokens.ts';

/** Describes a path to the page: a token, the file's own name and its size; 0 bytes for what is not there yet. */
export async function pickedOne(path: string, tokens: FileTokens): Promise<PickedFile> {
  const found = await stat(path).catch(() => null);
  return { file: tokens.issue(path), name: basename(path), bytes: found?.isFile() ? found.size : 0 };
}

/** Describes several; what is not an absolute path is left out. */
export const picked = (paths: readonly string[], tokens: FileTokens): Promise<PickedFile[]> =>
  Promise.all(paths.filter((path) => isAbsolute(path)).map((path) => pickedOne(path, tokens)));
