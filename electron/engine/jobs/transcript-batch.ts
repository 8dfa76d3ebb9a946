import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { Contents } from '../store/batches.ts';
import { ConversationDigest } from '../store/conversation-digest.ts';
import { type NewFault, QuarantineDigest } from '../store/quarantine.ts';
import { type CameAgain, withNewFeedback } from './adding-feedback.ts';
import type { Arrivals } from './arrivals.ts';
import { ComingAgain, type Late } from './coming-again.ts';
import type { Enrichment } from './enrichment.ts';
import type { Known } from './known-content.ts';
import { contentHash, Packing } from './pack-conversations.ts';
import type { Sink } from './sink.ts';
import { countFaults, countRecords, emptyTally } from './tally.ts';

/** What was read as one: a record, one inside another, or a group of them. */
export interface IncomingRecord {
  conversations: Conversation[];
  /** Characters had to be replaced. */
  repaired: boolean;
}

/** A conversation on its way in, and what is to be said of its record. */
export interface Incoming {
  conversation: Conversation;
  hash: string;
  record: Fate;
}

/** What becomes of a record: imported if anything in it was new, merged if anything of it was added to what was there. */
export interface Fate {
  isNew: boolean;
  isMerged: boolean;
  isRepaired: boolean;
  /** Rows it becomes in the project, at most. */
  weight: number;
}

/** Conversations that are looked up together: enough that looking up costs little, few enough that they are soon forgotten. */
const TOGETHER = 32;

export interface BatchOptions {
  batch: number;
  arrivals: Arrivals;
  sink: Sink;
  enrichment: Enrichment | null;
}

/** A batch of transcripts on its way in: tells what is new in the file, and what belongs to conversations that are there. */
export class TranscriptBatch {
  readonly tally = emptyTally();
  readonly options: BatchOptions;
  private readonly digest: ConversationDigest;
  private readonly quarantine = new QuarantineDigest();
  private readonly again: ComingAgain;
  private incoming: Incoming[] = [];
  /** What is new since the last chunk, and the places of its contents among what was seen; emptied when the chunk is handed on. */
  private readonly packing = new Packing();
  private places: number[] = [];
  /** What came again since the last chunk. */
  private late: Late[] = [];
  private answers = 0;
  /** What came again is looked at when all before it is stored, one chunk after another. */
  private turn: Promise<void> = Promise.resolve();

  constructor(options: BatchOptions) {
    this.options = options;
    this.digest = new ConversationDigest(options.batch);
    this.again = new ComingAgain(this);
  }

  /** Takes a record in. What becomes of it is known when its chunk was put. */
  take({ conversations, repaired }: IncomingRecord): Fate {
    const record: Fate = { isNew: false, isMerged: false, isRepaired: repaired, weight: 0 };
    for (const conversation of conversations) {
      record.weight += 1 + conversation.messages.length + conversation.candidates.length;
      this.incoming.push({ conversation, hash: contentHash(conversation), record });
    }
    if (this.incoming.length >= TOGETHER) this.sort();
    return record;
  }

  /** Hands on a chunk: all that was taken in since the last one, whose fates these are, and what was rejected. */
  async put(records: readonly Fate[], faults: NewFault[]): Promise<void> {
    this.sort();
    const { places, late } = this;
    this.places = [];
    this.late = [];
    const stored = this.store(this.packing, places, faults);
    const before = this.turn;
    this.turn = Promise.all([stored, before]).then(() => this.again.settle(late));
    await this.turn;
    for (const fault of faults) this.quarantine.add(fault);
    countFaults(this.tally, faults);
    countRecords(this.tally, records);
  }

  /** What came in, when all of the file is there. */
  contents(layout: Contents['layout']): Contents {
    const { conversations, messages, merged, repaired } = this.tally;
    return {
      conversations,
      messages,
      answers: this.answers,
      merged,
      continued: this.again.continued,
      feedback: this.again.feedback,
      repaired,
      digests: { conversations: this.digest.hex(), quarantine: this.quarantine.hex() },
      layout,
      report: this.options.enrichment?.report() ?? null,
    };
  }

  /** Sentences about what is out of the ordinary. */
  notes(): string[] {
    const { sameName } = this.again;
    const one = sameName === 1;
    return sameName === 0
      ? []
      : [
          `${sameName} conversation${one ? '' : 's'} came under an id that another one has, with other content; ${one ? 'it is a conversation of its' : 'each is a conversation of its'} own.`,
        ];
  }

  /** Hands packed conversations to the writer; `places` are their indices among what was seen. */
  async store(packing: Packing, places: readonly number[], faults: NewFault[]): Promise<void> {
    if (packing.isEmpty() && faults.length === 0) return;
    const { arrivals, sink, batch } = this.options;
    const { messages, answers, ...pack } = packing.take();
    const { conversations, extras, feedback } = pack;
    // The writer is given the memory of the places.
    const kept = {
      conversations,
      extras,
      feedback,
      places: extras.length > 0 ? pack.places.slice() : pack.places,
    };
    const first = await sink.conversations(batch, pack, faults);
    places.forEach((place, index) => {
      arrivals.place(place, first + index);
    });
    if (sink.stores && places.length > 0)
      this.digest.addPack(arrivals.db, kept, { first, last: first + places.length - 1 });
    this.tally.conversations += places.length;
    this.countMessages(messages, answers);
  }

  countMessages(messages: number, answers: number): void {
    this.tally.messages += messages;
    this.answers += answers;
  }

  pack(packing: Packing, { conversation, hash, record }: Incoming): void {
    record.isNew = true;
    packing.add(conversation, hash, this.options.enrichment?.enrich(conversation) ?? null);
  }

  /** Tells new conversations, which are packed, from those that came before or may belong to one that did. */
  private sort(): void {
    const { incoming } = this;
    if (incoming.length === 0) return;
    this.incoming = [];
    const { arrivals } = this.options;
    const { known } = arrivals;
    const inProject = known.find(incoming.map(({ hash }) => hash));
    const named = arrivals.seenNames(
      incoming.map(({ conversation }) => conversation.externalId),
      (index) => inProject.has(index),
    );
    const late = new Set(withNewFeedback(arrivals, cameAgain(incoming, inProject)).map(({ at }) => at));
    incoming.forEach((one, index) => {
      const before = known.seen.add(one.hash);
      const place = known.seen.size - 1;
      const base = inProject.get(index);
      if (base) {
        if (before === null) arrivals.placeKnown(place, base.id);
        // Most of what is known brings nothing, and is forgotten at once.
        const { externalId } = one.conversation;
        if (late.has(index) || (externalId !== null && externalId !== base.name))
          this.late.push({ kind: 'known', ...one, base });
      } else if (before !== null) this.late.push({ kind: 'again', ...one, place: before });
      else if (named[index]) this.late.push({ kind: 'named', ...one, place });
      else {
        this.pack(this.packing, one);
        this.places.push(place);
      }
    });
  }
}

/** Those whose content the project has, with the conversation that has it and where they stand in the list. */
const cameAgain = (
  incoming: readonly Incoming[],
  inProject: ReadonlyMap<number, Known>,
): (CameAgain & { at: number })[] =>
  incoming.flatMap(({ conversation }, at) => {
    const base = inProject.get(at);
    return base ? [{ conversation, id: base.id, at }] : [];
  });
