import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The least that can be made durable with SQLite: one row a transaction, synced. Gives the milliseconds that each takes. */
export class SyncedRows implements Disposable {
  readonly times: number[] = [];
  private readonly db: Database.Database;

  constructor(folder: string) {
    this.db = new Database(join(folder, 'bare.db'));
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    this.db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)');
  }

  add(): void {
    const from = performance.now();
    this.db.prepare('INSERT INTO row (text) VALUES (?)').run('x'.repeat(200));
    this.times.push(performance.now() - from);
  }

  [Symbol.dispose](): void {
    this.db.close();
  }
}
