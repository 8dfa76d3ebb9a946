import { readFileSync } from 'node:fs';
import { Fault } from '../../shared/contract/errors.ts';
import { faultAt } from '../engine/faults.ts';
import { pathOf } from './surroundings.ts';

/** Names the passphrase where the command line itself, which others can see, must not. */
const VARIABLE = 'TOUCHSTONE_PASSPHRASE';

export const PASSPHRASE_OPTION = {
  flags: '--passphrase-file <file>',
  about: `file whose first line is the passphrase; or the variable ${VARIABLE}`,
} as const;

/** The passphrase from a file or from the environment; undefined where there is none. */
export function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return process.env[VARIABLE] || undefined;
  const path = pathOf(file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw faultAt(error, path);
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new Fault('FILE_EMPTY', `There is no passphrase in ${path}.`, { file: path });
  return line;
}
