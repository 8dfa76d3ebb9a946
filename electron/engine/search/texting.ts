import { indexedText } from '../../../shared/search/words.ts';
import type { ReadConnection, WriteConnection } from '../db/connection.ts';
import { run } from '../db/statements.ts';
import { HASH_BYTES, SHARD, shardOf, shardSchema, shardTable } from './index-schema.ts';
import { forgetText } from './upkeep.ts';

/** Every text of a conversation, candidates too, as one document. */
const TEXTS = `SELECT conversation_id, group_concat(text, char(10)) FROM message
  WHERE conversation_id BETWEEN ? AND ? GROUP BY conversation_id`;

/** Puts the words of conversations into the full-text tables. */
export class Texting {
  private readonly project: ReadConnection;
  private readonly index: WriteConnection;
  private readonly ready = new Set<number>();

  constructor(project: ReadConnection, index: WriteConnection) {
    this.project = project;
    this.index = index;
  }

  /** Adds the conversations of a range of ids, both included. Call it within a transaction. */
  add(from: number, to: number): void {
    for (let start = from; start <= to; ) {
      const shard = shardOf(start);
      const end = Math.min(to, (shard + 1) * SHARD);
      this.addTo(shard, start, end);
      start = end + 1;
    }
  }

  /** Takes a conversation in anew. Call it within a transaction. */
  replace(conversation: number): void {
    const shard = shardOf(conversation);
    this.prepare(shard);
    forgetText(this.index, shard, conversation);
    this.add(conversation, conversation);
  }

  private addTo(shard: number, from: number, to: number): void {
    this.prepare(shard);
    const sql = `INSERT INTO ${shardTable(shard)} (rowid, text) VALUES (?, ?)`;
    const texts = this.project.prepare<number[], [number, string]>(TEXTS).raw().all(from, to);
    for (const [id, text] of texts) run(this.index, sql, id, indexedText(text));
  }

  private prepare(shard: number): void {
    if (this.ready.has(shard)) return;
    const table = shardTable(shard);
    this.index.exec(shardSchema(shard));
    run(this.index, `INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ?)`, BigInt(HASH_BYTES));
    this.ready.add(shard);
  }
}
