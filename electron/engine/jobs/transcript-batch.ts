import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { JobContext } from '../lanes.ts';
import type { Contents, NewFault } from '../store/batches.ts';
import { ConversationDigest } from '../store/conversation-digest.ts';
import { KnownContent } from './known-content.ts';
import { contentHash, Packing } from './pack-conversations.ts';

/** Hashes or names handed to the writer in one act. */
const PART = 5000;

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

/**
 * A batch of transcripts on its way in: tells what is new in the file, and makes it known when all of it is there. Nothing else
 * may bring content in meanwhile.
 */
export class TranscriptBatch {
  readonly tally = emptyTally();
  private readonly context: JobContext;
  private readonly batch: number;
  private readonly known: KnownContent;
  private readonly digest: ConversationDigest;
  private readonly packing = new Packing();
  /** Index among what was seen of each conversation in the packing. */
  private places: number[] = [];
  /** Row id of each new content, by its index among what was seen. */
  private readonly rowIds: number[] = [];
  private answers = 0;
  private readonly aliases: { name: string; hash: Uint8Array }[] = [];

  constructor(context: JobContext, batch: number) {
    this.context = context;
    this.batch = batch;
    this.known = new KnownContent(context.db);
    this.digest = new ConversationDigest(batch);
  }

  /** Takes a conversation in; true where it is new. */
  take(conversation: Conversation): boolean {
    const hash = contentHash(conversation);
    const place = this.known.add(hash);
    if (place === null) this.countDuplicate(conversation, hash);
    else {
      this.packing.add(conversation, hash);
      this.places.push(place);
    }
    return place !== null;
  }

  /** Hands what was taken in to the writer. */
  async put(faults: NewFault[]): Promise<void> {
    const { packing, places } = this;
    const { messages, answers, ...pack } = packing.take();
    this.places = [];
    const without = (['extras', 'feedback'] as const).filter((kind) => pack[kind].length === 0);
    const first = await this.context.act('batch.conversations', { batch: this.batch, pack, faults });
    places.forEach((place, index) => {
      this.rowIds[place] = first + index;
    });
    this.digest.add(this.context.db, { first, last: first + places.length - 1, without });
    this.tally.imported += places.length;
    this.tally.messages += messages;
    this.answers += answers;
    countFaults(this.tally, faults);
  }

  /** Makes the new content known, in the order of its hashes. Gives back what came in. */
  async finish(): Promise<Contents> {
    const order = this.known.seen.sorted().filter((index) => this.rowIds[index] !== undefined);
    for (let from = 0; from < order.length; from += PART) {
      const part = order.subarray(from, from + PART);
      const hashes = Buffer.concat(Array.from(part, (index) => this.known.seen.at(index)));
      const ids = Array.from(part, (index) => this.rowIds[index] ?? 0);
      await this.context.act('batch.index', { hashes, ids });
    }
    for (let from = 0; from < this.aliases.length; from += PART)
      await this.context.act('batch.aliases', {
        batch: this.batch,
        aliases: this.aliases.slice(from, from + PART),
      });
    return { messages: this.tally.messages, answers: this.answers, digest: this.digest.hex() };
  }

  private countDuplicate({ externalId }: Conversation, hash: string): void {
    this.tally.duplicates += 1;
    if (externalId !== null && this.known.nameOf(hash) !== externalId)
      this.aliases.push({ name: externalId, hash: Buffer.from(hash, 'latin1') });
  }
}
