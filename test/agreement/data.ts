import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Published material beside the repository; tests that need it are skipped where it is missing. */
const folder = resolve(import.meta.dirname, '../../../shared/data');

export const hasData = (file: string): boolean => {
  const found = existsSync(resolve(folder, file));
  if (!found) console.warn(`skipped: ${file} is not here (it is looked for in ${folder})`);
  return found;
};

export const dataText = (file: string): string => readFileSync(resolve(folder, file), 'utf8');
