import { hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface WrittenFile {
  path: string;
  sha256: string;
}

/** A file that appears under its name whole or not at all: written beside, synced to disk, then renamed. */
export class WholeFile {
  readonly path: string;
  readonly sha256: string;
  private readonly partial: string;

  constructor(path: string, text: string) {
    this.path = path;
    this.partial = `${path}.partial`;
    this.sha256 = hash('sha256', text, 'hex');
    const descriptor = openSync(this.partial, 'w');
    try {
      const bytes = Buffer.from(text);
      for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  /** Gives the file its name. */
  publish(): void {
    renameSync(this.partial, this.path);
  }

  discard(): void {
    rmSync(this.partial, { force: true });
  }
}

/** Writes several files: on an error while writing none gets its name, and what is not whole is removed. */
export function writeWhole(files: readonly { path: string; text: string }[]): WrittenFile[] {
  const written: WholeFile[] = [];
  try {
    for (const { path, text } of files) written.push(new WholeFile(path, text));
  } catch (error) {
    for (const file of written) file.discard();
    for (const { path } of files) rmSync(`${path}.partial`, { force: true });
    throw error;
  }
  try {
    for (const file of written) file.publish();
  } finally {
    for (const file of written) file.discard();
  }
  for (const folder of new Set(written.map(({ path }) => dirname(path)))) syncFolder(folder);
  return written.map(({ path, sha256 }) => ({ path, sha256 }));
}

/** Makes the new names durable; not every system lets a folder be opened for that. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
