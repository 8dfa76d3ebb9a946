import { holds, type TextQuestion } from '../../../shared/search/question.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, each, get } from '../db/statements.ts';
import { BLOCK, blockOf, firstOf, lastOf } from './block.ts';
import type { BlockRef, Catalogue, UsableIndex } from './catalogue.ts';
import { shardOf, shardTable } from './index-schema.ts';
import type { BlockTest } from './row-test.ts';

/** One bit a conversation of a block. */
export type Bits = Uint8Array;

export const newBits = (): Bits => new Uint8Array(BLOCK / 8);
export const setBit = (bits: Bits, place: number): void => {
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
};
export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;

interface MessageRow {
  conversation_id: number;
  text: string;
}

interface Known {
  bits: Bits;
  /** Conversations of the block, and rewrites of the index, when it was looked at. */
  rows: number;
  rewrites: number;
}

/**
 * Which conversations hold what a question asks for, found block by block as they are needed and kept: by the full-text index as
 * far as it goes, beyond it by reading the texts.
 */
export class TextMatches {
  private readonly question: TextQuestion;
  private readonly catalogue: Catalogue;
  private readonly blocks = new Map<number, Known>();
  private shard: { number: number; to: number; found: Map<number, Bits> | null } | null = null;
  private named: ReadonlySet<number> | null = null;

  constructor(question: TextQuestion, catalogue: Catalogue) {
    this.question = question;
    this.catalogue = catalogue;
  }

  isAtHand(ref: BlockRef): boolean {
    return (
      this.known(ref) !== undefined ||
      (this.isIndexed(ref) && !this.question.verify && this.shardOf(ref) !== null)
    );
  }

  of(ref: BlockRef): Bits {
    const known = this.known(ref);
    if (known) return known;
    const bits = this.fromIndex(ref) ?? this.fromTexts(ref.number);
    for (const id of this.byName()) if (blockOf(id) === ref.number) setBit(bits, (id - 1) % BLOCK);
    this.blocks.set(ref.number, { bits, rows: ref.rows, rewrites: this.rewrites });
    return bits;
  }

  readonly test: BlockTest = ({ places }, ref) => {
    const bits = this.of(ref);
    return (row) => hasBit(bits, places[row] ?? 0);
  };

  private get rewrites(): number {
    return this.catalogue.index?.state.rewrites ?? 0;
  }

  private known(ref: BlockRef): Bits | undefined {
    const known = this.blocks.get(ref.number);
    return known?.rows === ref.rows && known.rewrites === this.rewrites ? known.bits : undefined;
  }

  private isIndexed({ number, isStored }: BlockRef): boolean {
    const state = this.catalogue.index?.state;
    return (
      state !== undefined &&
      isStored &&
      (lastOf(number) <= state.texted_to || state.texted_to >= state.listed_to)
    );
  }

  /** What was found in the table that the block is in, if it is the one looked at last. */
  private shardOf(ref: BlockRef): Map<number, Bits> | null {
    const { shard, catalogue } = this;
    const isSame =
      shard?.number === shardOf(firstOf(ref.number)) && shard.to === catalogue.index?.state.texted_to;
    return isSame ? shard.found : null;
  }

  private fromIndex(ref: BlockRef): Bits | null {
    const { index } = this.catalogue;
    if (!index || !this.isIndexed(ref)) return null;
    const number = shardOf(firstOf(ref.number));
    if (this.shard?.number !== number || this.shard.to !== index.state.texted_to)
      this.shard = { number, to: index.state.texted_to, found: matchesOfShard(index, number, this.question) };
    const { found } = this.shard;
    if (found === null) return null;
    const bits = found.get(ref.number) ?? newBits();
    return this.question.verify ? this.verified(ref.number, bits) : bits;
  }

  /** Leaves those that hold the words as they are asked for: side by side, in order. */
  private verified(block: number, bits: Bits): Bits {
    const kept = newBits();
    for (let place = 0; place < BLOCK; place += 1)
      if (
        hasBit(bits, place) &&
        holds(this.question, textsOf(this.catalogue.project, firstOf(block) + place))
      )
        setBit(kept, place);
    return kept;
  }

  private fromTexts(block: number): Bits {
    const bits = newBits();
    const rows = each<MessageRow>(
      this.catalogue.project,
      'SELECT conversation_id, text FROM message WHERE conversation_id BETWEEN ? AND ? ORDER BY conversation_id',
      firstOf(block),
      lastOf(block),
    );
    let current = 0;
    let texts: string[] = [];
    const close = (): void => {
      if (texts.length > 0 && holds(this.question, texts)) setBit(bits, (current - 1) % BLOCK);
    };
    for (const { conversation_id: id, text } of rows) {
      if (id !== current) {
        close();
        current = id;
        texts = [];
      }
      texts.push(text);
    }
    close();
    return bits;
  }

  /** Who types the id of a conversation means that one. */
  private byName(): ReadonlySet<number> {
    this.named ??= new Set(
      all<{ id: number }>(
        this.catalogue.project,
        'SELECT id FROM conversation WHERE name = ? UNION SELECT conversation_id FROM conversation_alias WHERE name = ?',
        this.question.text.trim(),
        this.question.text.trim(),
      ).map(({ id }) => id),
    );
    return this.named;
  }
}

const textsOf = (db: ReadConnection, conversation: number): string[] =>
  all<{ text: string }>(db, 'SELECT text FROM message WHERE conversation_id = ?', conversation).map(
    ({ text }) => text,
  );

/** What the index finds in one of its tables, by blocks; null where it cannot tell: a word of ours is none, or several, of its own. */
function matchesOfShard(
  { db }: UsableIndex,
  shard: number,
  { match }: TextQuestion,
): Map<number, Bits> | null {
  const table = shardTable(shard);
  if (!get(db, 'SELECT 1 FROM sqlite_schema WHERE name = ?', table)) return null;
  const blocks = new Map<number, Bits>();
  try {
    const ids = db
      .prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
      .pluck()
      .all(match);
    for (const id of ids) {
      const block = blockOf(id);
      let bits = blocks.get(block);
      if (!bits) {
        bits = newBits();
        blocks.set(block, bits);
      }
      setBit(bits, (id - 1) % BLOCK);
    }
    return blocks;
  } catch {
    return null;
  }
}
