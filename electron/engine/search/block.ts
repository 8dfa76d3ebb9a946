/** Conversations of one block: those with ids from `BLOCK * number + 1` on. */
export const BLOCK = 4096;
export const blockOf = (conversation: number): number => Math.floor((conversation - 1) / BLOCK);
export const firstOf = (block: number): number => block * BLOCK + 1;
export const lastOf = (block: number): number => (block + 1) * BLOCK;

/** What the catalogue knows of a conversation. */
export interface Entry {
  id: number;
  /** UTC milliseconds, or null. */
  time: number | null;
  /** Messages of the main line, and of them the user's. */
  messages: number;
  turns: number;
  /** Characters of the shortest and of the longest answer. */
  shortest: number;
  longest: number;
  /** Alternative answers. */
  candidates: number;
  /** Codes of its facts, ascending, each once. */
  codes: readonly number[];
}

/**
 * The entries of a block, column by column, in the order of their ids. Conversations with the same facts share a set: a condition on
 * facts is asked once a set, not once a conversation.
 */
export interface Block {
  readonly rows: number;
  /** Id less that of the block's first place. */
  readonly places: Uint16Array;
  /** UTC milliseconds; NaN where unknown. */
  readonly times: Float64Array;
  /** Index of the entry's set. */
  readonly sets: Uint16Array;
  readonly messages: Uint16Array;
  readonly turns: Uint16Array;
  readonly candidates: Uint16Array;
  readonly shortest: Uint32Array;
  readonly longest: Uint32Array;
  /** Set n has the codes from starts[n] to before starts[n + 1]. */
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
}

const MOST = 0xffff;

const clipped = (value: number): number => Math.min(value, MOST);

export function makeBlock(entries: readonly Entry[]): Block {
  const known = new Map<string, number>();
  const lists = new Map<readonly number[], number>();
  const starts = [0];
  const codes: number[] = [];
  const setOf = (entry: Entry): number => {
    const same = lists.get(entry.codes);
    if (same !== undefined) return same;
    const key = entry.codes.join(',');
    const set = known.get(key) ?? known.size;
    if (set === known.size) {
      known.set(key, set);
      for (const code of entry.codes) codes.push(code);
      starts.push(codes.length);
    }
    lists.set(entry.codes, set);
    return set;
  };
  return {
    rows: entries.length,
    places: Uint16Array.from(entries, ({ id }) => (id - 1) % BLOCK),
    times: Float64Array.from(entries, ({ time }) => time ?? Number.NaN),
    sets: Uint16Array.from(entries, setOf),
    messages: Uint16Array.from(entries, ({ messages }) => clipped(messages)),
    turns: Uint16Array.from(entries, ({ turns }) => clipped(turns)),
    candidates: Uint16Array.from(entries, ({ candidates }) => clipped(candidates)),
    shortest: Uint32Array.from(entries, ({ shortest }) => shortest),
    longest: Uint32Array.from(entries, ({ longest }) => longest),
    starts: Uint32Array.from(starts),
    codes: Uint32Array.from(codes),
  };
}

/** Header: rows, length of starts, length of codes, nothing. Then the columns, widest cells first, so that each is aligned. */
export function packBlock(block: Block): Buffer {
  const header = Uint32Array.of(block.rows, block.starts.length, block.codes.length, 0);
  const columns = [
    header,
    block.times,
    block.shortest,
    block.longest,
    block.starts,
    block.codes,
    block.places,
    block.sets,
    block.messages,
    block.turns,
    block.candidates,
  ];
  return Buffer.concat(
    columns.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );
}

export function unpackBlock(body: Uint8Array): Block {
  // In a buffer of its own, so that every column starts where its cells may.
  const buffer = body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
  const [rows = 0, starts = 0, codes = 0] = new Uint32Array(buffer, 0, 4);
  let at = 16;
  const take = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    rows,
    times: new Float64Array(buffer, take(8 * rows), rows),
    shortest: new Uint32Array(buffer, take(4 * rows), rows),
    longest: new Uint32Array(buffer, take(4 * rows), rows),
    starts: new Uint32Array(buffer, take(4 * starts), starts),
    codes: new Uint32Array(buffer, take(4 * codes), codes),
    places: new Uint16Array(buffer, take(2 * rows), rows),
    sets: new Uint16Array(buffer, take(2 * rows), rows),
    messages: new Uint16Array(buffer, take(2 * rows), rows),
    turns: new Uint16Array(buffer, take(2 * rows), rows),
    candidates: new Uint16Array(buffer, take(2 * rows), rows),
  };
}

/** Earliest and latest time of a block; null where no conversation has one. */
export function spanOf({ times }: Block): { oldest: number | null; newest: number | null } {
  let oldest = Number.POSITIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < oldest) oldest = time;
    if (time > newest) newest = time;
  }
  return oldest > newest ? { oldest: null, newest: null } : { oldest, newest };
}
