import type { ReadConnection, WriteConnection } from '../db/connection.ts';
import { run } from '../db/statements.ts';
import { firstOf, lastOf, makeBlock, packBlock, spanOf } from './block.ts';
import { StoredCoder } from './dictionary.ts';
import { readEntries } from './entries.ts';

/** Writes blocks of the catalogue. */
export class Listing {
  private readonly project: ReadConnection;
  private readonly index: WriteConnection;
  private readonly coder: StoredCoder;

  constructor(project: ReadConnection, index: WriteConnection) {
    this.project = project;
    this.index = index;
    this.coder = new StoredCoder(index);
  }

  /** Takes the conversations of a block in, up to one, in place of what the index had of it. */
  write(number: number, to: number): void {
    try {
      this.index.transaction(() => this.replace(number, to)).immediate();
    } catch (error) {
      this.coder.forget();
      throw error;
    }
  }

  private replace(number: number, to: number): void {
    const until = Math.min(lastOf(number), to);
    const block = makeBlock(readEntries(this.project, this.coder, firstOf(number), until));
    const { newest, oldest } = spanOf(block);
    run(this.index, 'UPDATE state SET revision = revision + 1, listed_to = max(listed_to, ?)', until);
    run(
      this.index,
      `INSERT OR REPLACE INTO block (number, revision, rows, newest, oldest, body)
       VALUES (?, (SELECT revision FROM state), ?, ?, ?, ?)`,
      number,
      block.rows,
      newest,
      oldest,
      packBlock(block),
    );
  }
}
