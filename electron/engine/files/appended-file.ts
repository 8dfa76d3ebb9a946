import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

const BUFFERED = 256 * 1024;

/** A file that is written piece by piece and appears under its name whole or not at all. */
export class AppendedFile {
  private readonly path: string;
  private readonly partial: string;
  private readonly descriptor: number;
  private pieces: Buffer[] = [];
  private length = 0;
  private isOpen = true;

  constructor(path: string) {
    this.path = path;
    this.partial = `${path}.partial`;
    this.descriptor = openSync(this.partial, 'w');
  }

  append(bytes: Buffer): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
    if (this.length >= BUFFERED) this.flush();
  }

  /** Gives the file its name; it is on disk then. */
  publish(): void {
    this.flush();
    fsyncSync(this.descriptor);
    this.close();
    renameSync(this.partial, this.path);
  }

  /** Removes what was not published. */
  discard(): void {
    this.close();
    rmSync(this.partial, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.concat(this.pieces);
    for (let from = 0; from < bytes.length; ) from += writeSync(this.descriptor, bytes, from);
    this.pieces = [];
    this.length = 0;
  }

  private close(): void {
    if (this.isOpen) closeSync(this.descriptor);
    this.isOpen = false;
  }
}
