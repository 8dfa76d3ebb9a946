import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { type Block, firstOf, lastOf, makeBlock, unpackBlock } from './block.ts';
import { Dictionary } from './dictionary.ts';
import { readEntries } from './entries.ts';
import { IndexReader } from './index-file.ts';
import { type IndexState, isOf, readState } from './state.ts';

/** A block before it is looked into. */
export interface BlockRef {
  number: number;
  rows: number;
  /** Latest and earliest time of its conversations, UTC milliseconds; null where none has one. */
  newest: number | null;
  oldest: number | null;
  /** In the index; otherwise it is made from the project when it is first needed. */
  isStored: boolean;
  revision: number;
}

/** What of an index can be used now. */
export interface UsableIndex {
  db: ReadConnection;
  state: IndexState;
}

const TAIL = `SELECT (id - 1) / 4096 AS number, count(*) AS rows, max(created_at) AS newest, min(created_at) AS oldest
  FROM conversation WHERE id > ? AND batch_id IN (SELECT id FROM batch WHERE status = 'ready') GROUP BY 1 ORDER BY 1`;

/**
 * Every conversation of the project with its facts, by blocks: those of the index, and for conversations that are not in it yet, or
 * where there is no index, blocks made on the way.
 */
export class Catalogue {
  readonly project: ReadConnection;
  private readonly reader: IndexReader;
  private readonly stored = new Map<number, { revision: number; block: Block }>();
  private made = new Map<number, Block>();
  private refs: BlockRef[] = [];
  private seen = '';
  private words = new Dictionary(null);
  private usable: UsableIndex | null = null;
  private opened: ReadConnection | null = null;
  private files = 0;

  constructor(project: ReadConnection, path: string) {
    this.project = project;
    this.reader = new IndexReader(path);
  }

  get blocks(): readonly BlockRef[] {
    return this.refs;
  }

  get dictionary(): Dictionary {
    return this.words;
  }

  /** The index, or null where there is none or one of another project. */
  get index(): UsableIndex | null {
    return this.usable;
  }

  /** Changes when the project or the index has grown. */
  get version(): string {
    return this.seen;
  }

  get conversations(): number {
    return this.refs.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Looks whether the project or the index has grown since. Call it once a question. */
  refresh(): void {
    const db = this.reader.open();
    const state = db ? readState(db) : undefined;
    const index = db && state && isOf(this.project, state) ? { db, state } : null;
    if (db !== this.opened) {
      this.opened = db;
      this.files += 1;
      this.stored.clear();
    }
    const ready = get<{ ready: string }>(
      this.project,
      "SELECT count(*) || ' ' || coalesce(max(id), 0) AS ready FROM batch WHERE status = 'ready'",
    );
    const seen = `${ready?.ready} ${this.files} ${index ? index.state.revision : 'none'}`;
    this.usable = index;
    if (seen === this.seen) return;
    this.seen = seen;
    this.words = new Dictionary(index?.db ?? null);
    this.made = new Map();
    this.refs = this.listBlocks(index);
    const kept = new Map(
      this.refs.filter(({ isStored }) => isStored).map(({ number, revision }) => [number, revision]),
    );
    for (const [number, { revision }] of this.stored)
      if (kept.get(number) !== revision) this.stored.delete(number);
  }

  private listBlocks(index: UsableIndex | null): BlockRef[] {
    const listedTo = index?.state.listed_to ?? 0;
    const stored = index
      ? all<Omit<BlockRef, 'isStored'>>(
          index.db,
          'SELECT number, rows, newest, oldest, revision FROM block ORDER BY number',
        )
      : [];
    const tail = all<Omit<BlockRef, 'isStored' | 'revision'>>(this.project, TAIL, listedTo);
    const refs = new Map<number, BlockRef>(stored.map((ref) => [ref.number, { ...ref, isStored: true }]));
    for (const ref of tail) {
      const known = refs.get(ref.number);
      refs.set(ref.number, {
        number: ref.number,
        rows: ref.rows + (known?.rows ?? 0),
        newest: latest(ref.newest, known?.newest ?? null),
        oldest: earliest(ref.oldest, known?.oldest ?? null),
        isStored: false,
        revision: 0,
      });
    }
    return [...refs.values()].sort((a, b) => a.number - b.number);
  }

  /** True where looking into a block costs next to nothing. */
  isAtHand(ref: BlockRef): boolean {
    return ref.isStored || this.made.has(ref.number);
  }

  block(ref: BlockRef): Block {
    return ref.isStored ? this.storedBlock(ref) : this.madeBlock(ref.number);
  }

  private storedBlock({ number, revision }: BlockRef): Block {
    const kept = this.stored.get(number);
    if (kept) return kept.block;
    const row =
      this.usable && get<{ body: Buffer }>(this.usable.db, 'SELECT body FROM block WHERE number = ?', number);
    const block = row ? unpackBlock(row.body) : this.madeBlock(number);
    this.stored.set(number, { revision, block });
    return block;
  }

  private madeBlock(number: number): Block {
    const kept = this.made.get(number);
    if (kept) return kept;
    const block = makeBlock(readEntries(this.project, this.words, firstOf(number), lastOf(number)));
    this.made.set(number, block);
    return block;
  }
}

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
const earliest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
