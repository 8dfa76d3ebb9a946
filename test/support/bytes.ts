import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** SHA-256 of a file, to see that nothing touched it. */
export const digestOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** Changes one byte of a file in place. */
export function flipByte(path: string, offset: number): void {
  const file = openSync(path, 'r+');
  try {
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, offset);
    byte[0] = ~(byte[0] ?? 0) & 0xff;
    writeSync(file, byte, 0, 1, offset);
  } finally {
    closeSync(file);
  }
}

/** What SQLite and the engine have left beside a project, without the project's own name. */
export const companions = (project: string): string[] =>
  readdirSync(dirname(project))
    .filter((name) => name.startsWith(basename(project)) && name !== basename(project))
    .map((name) => name.slice(basename(project).length))
    .sort();
