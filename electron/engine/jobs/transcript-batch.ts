import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { JobContext } from '../lanes.ts';
import type { NewFault } from '../store/batches.ts';
import { ContentSet } from './content-set.ts';
import { contentHash, pack } from './pack-conversations.ts';

/** Hashes made known in one act. */
const INDEX_CHUNK = 5000;
/** Stands for "known before" among the row ids. */
const KNOWN = 0;

export interface Tally {
  imported: number;
  duplicates: number;
  rejected: number;
  messages: number;
  reasons: Record<string, number>;
}

export const emptyTally = (): Tally => ({
  imported: 0,
  duplicates: 0,
  rejected: 0,
  messages: 0,
  reasons: {},
});

export function countFaults(tally: Tally, faults: readonly NewFault[]): void {
  tally.rejected += faults.length;
  for (const { code } of faults) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
}

/** A batch of transcripts on its way in: tells what is new in the file, and makes it known when all of it is there. */
export class TranscriptBatch {
  readonly tally = emptyTally();
  private readonly context: JobContext;
  private readonly batch: number;
  private readonly seen = new ContentSet();
  private readonly rowIds: number[] = [];
  private readonly aliases: { name: string; hash: Uint8Array }[] = [];

  constructor(context: JobContext, batch: number) {
    this.context = context;
    this.batch = batch;
  }

  /** Hands one chunk to the writer. */
  async put(conversations: readonly Conversation[], faults: NewFault[]): Promise<void> {
    const hashes = conversations.map(contentHash);
    const fresh = conversations.filter((conversation, index) => this.isFirst(conversation, hashes[index]));
    const from = this.seen.size - fresh.length;
    const packed = pack(fresh, (index) => this.seen.at(from + index));
    this.tally.duplicates += conversations.length - fresh.length;
    const stored = await this.context.act('batch.conversations', { batch: this.batch, pack: packed, faults });
    stored.ids.forEach((id, index) => {
      this.rowIds[from + index] = id ?? KNOWN;
      if (id === null) this.tally.duplicates += 1;
      else this.tally.imported += 1;
    });
    this.tally.messages += stored.messages;
    countFaults(this.tally, faults);
  }

  /** Makes the new content known, in the order of its hashes. */
  async index(): Promise<void> {
    const order = this.seen.sorted().filter((index) => this.rowIds[index] !== KNOWN);
    for (let from = 0; from < order.length; from += INDEX_CHUNK) {
      const part = order.subarray(from, from + INDEX_CHUNK);
      const hashes = Buffer.concat(Array.from(part, (index) => this.seen.at(index)));
      const ids = Array.from(part, (index) => this.rowIds[index] ?? KNOWN);
      await this.context.act('batch.index', { hashes, ids });
    }
    if (this.aliases.length > 0)
      await this.context.act('batch.aliases', { batch: this.batch, aliases: this.aliases });
  }

  private isFirst({ externalId }: Conversation, hash: Uint8Array | undefined): boolean {
    if (hash === undefined || this.seen.add(hash)) return true;
    if (externalId !== null) this.aliases.push({ name: externalId, hash: Uint8Array.from(hash) });
    return false;
  }
}
