import { isJudgeable, placedMessages } from '../../../shared/domain/conversation.ts';
import { all } from '../db/statements.ts';
import { ADDED_FEEDBACK, type Additions } from '../store/additions.ts';
import { WHOLE_PARTS } from '../store/original-text.ts';
import type { Cell } from '../store/packed.ts';
import { type CameAgain, newFeedback } from './adding-feedback.ts';
import { relationOf } from './continuing.ts';
import type { Known } from './known-content.ts';
import { messageCells } from './message-cells.ts';
import { Packing, replacedParts } from './pack-conversations.ts';
import type { Incoming, TranscriptBatch } from './transcript-batch.ts';

/** A conversation that can only be judged when what came before it is stored. */
export type Late = Incoming &
  (
    | { kind: 'known'; base: Known }
    /** The same content as that at this index among what was seen. */
    | { kind: 'again'; place: number }
    /** New content, at this index, under a name that was seen. */
    | { kind: 'named'; place: number }
  );

type Settled = CameAgain & Pick<Incoming, 'record'>;

/** What a batch brings of conversations that are there: other names, feedback, turns. All of it is added, nothing replaced. */
export class ComingAgain {
  /** Conversations that went on. */
  continued = 0;
  /** Feedback that was added. */
  feedback = 0;
  /** Conversations that share their name, and not their content, with another one. */
  sameName = 0;
  private readonly batch: TranscriptBatch;

  constructor(batch: TranscriptBatch) {
    this.batch = batch;
  }

  /** Judges what came again; all that came before it is stored. */
  async settle(late: readonly Late[]): Promise<void> {
    if (late.length === 0) return;
    const { arrivals, sink, batch, enrichment } = this.batch.options;
    const additions = new Staging(this.batch);
    const settled: Settled[] = [];
    const names: { name: string; conversation: number }[] = [];
    const own = new OwnConversations(this.batch);
    for (const one of late) {
      const { conversation, record } = one;
      await own.storeBefore(one);
      if (one.kind === 'named') await additions.storeBefore(conversation.externalId ?? '');
      const id = one.kind === 'named' ? this.relate(one, additions, own) : this.idOf(one);
      if (id === null) continue;
      settled.push({ conversation, record, id });
      const name = conversation.externalId;
      if (name !== null && !(one.kind === 'known' && one.base.name === name))
        names.push({ name, conversation: id });
    }
    await own.store();
    const { rows, from } = newFeedback(
      arrivals,
      settled.filter(({ id }) => sink.holds(id)),
      enrichment,
    );
    additions.rows.feedback.push(...rows);
    this.feedback += rows.length / ADDED_FEEDBACK.length;
    for (const one of settled) if (from.has(one)) one.record.isMerged = true;
    const aliases = this.withoutOwn(names);
    if (aliases.length > 0) await sink.aliases(batch, aliases);
    await additions.store();
  }

  private idOf(one: Exclude<Late, { kind: 'named' }>): number | null {
    return one.kind === 'known' ? one.base.id : (this.batch.options.arrivals.rowId(one.place) ?? null);
  }

  /** What a conversation whose name was seen is to the one of that name; null where it is one of its own. */
  private relate(
    one: Extract<Late, { kind: 'named' }>,
    additions: Staging,
    own: OwnConversations,
  ): number | null {
    const { arrivals, sink } = this.batch.options;
    const { conversation, place } = one;
    const relation = relationOf(arrivals, conversation, conversation.externalId ?? '', sink.holds);
    if (relation.kind === 'other') {
      if (own.add(one)) this.sameName += 1;
      return null;
    }
    if (relation.kind === 'begins') arrivals.placeKnown(place, relation.id);
    else this.goOn(one, relation, additions);
    return relation.id;
  }

  private goOn(
    { conversation, hash, record, place }: Extract<Late, { kind: 'named' }>,
    { id, from }: { id: number; from: number },
    { rows, names }: Staging,
  ): void {
    const { arrivals, enrichment } = this.batch.options;
    const counts = { messages: conversation.messages.length, candidates: conversation.candidates.length };
    arrivals.place(place, id);
    arrivals.ends.set(id, counts);
    names.add(conversation.externalId ?? '');
    const enriched = enrichment?.goOn(conversation, from) ?? null;
    const language = enriched?.detectedLanguage ?? null;
    rows.continuations.push({ conversation: id, hash: Buffer.from(hash, 'latin1'), language, ...counts });
    const made = enriched?.conversation ?? conversation;
    const parts = replacedParts(conversation, made);
    let answers = 0;
    placedMessages(made).forEach(({ message, position, candidate }, index) => {
      if (position < from) return;
      if (isJudgeable(message)) answers += 1;
      rows.messages.push(id, position, candidate, ...messageCells(message));
      rows.messages.push(
        listOrNull(enriched?.findings.filter((found) => found.message === index).map(({ code }) => code)),
        listOrNull([
          ...(enriched?.redactions ?? [])
            .filter((made) => made.message === index)
            .map(({ start, end, kind, placeholder, original }) => [start, end, kind, placeholder, original]),
          ...parts
            .filter((replaced) => replaced.message === index)
            .map(({ original }) => [0, 0, WHOLE_PARTS, '', original]),
        ]),
      );
    });
    this.continued += 1;
    record.isMerged = true;
    this.batch.countMessages(counts.messages + counts.candidates - from, answers);
  }

  /** A conversation's own name is no other name of it. Those that were made up in a trial have none. */
  private withoutOwn(
    names: readonly { name: string; conversation: number }[],
  ): { name: string; conversation: number }[] {
    if (names.length === 0 || !this.batch.options.sink.stores) return [];
    const ids = JSON.stringify([...new Set(names.map(({ conversation }) => conversation))]);
    const rows = all<{ id: number; name: string | null }>(
      this.batch.options.arrivals.db,
      'SELECT id, name FROM conversation WHERE id IN (SELECT value FROM json_each(?))',
      ids,
    );
    const own = new Map(rows.map(({ id, name }) => [id, name]));
    return names.filter(({ name, conversation }) => own.get(conversation) !== name);
  }
}

const listOrNull = (list: readonly unknown[] | undefined): Cell =>
  list === undefined || list.length === 0 ? null : JSON.stringify(list);

/** What is to be added to conversations that are there; stored before another of their names is judged. */
class Staging {
  rows: Additions = { continuations: [], messages: [], feedback: [] };
  readonly names = new Set<string>();
  private readonly batch: TranscriptBatch;

  constructor(batch: TranscriptBatch) {
    this.batch = batch;
  }

  async storeBefore(name: string): Promise<void> {
    if (this.names.has(name)) await this.store();
  }

  async store(): Promise<void> {
    const { rows } = this;
    this.rows = { continuations: [], messages: [], feedback: [] };
    this.names.clear();
    if (rows.continuations.length > 0 || rows.feedback.length > 0)
      await this.batch.options.sink.additions(this.batch.options.batch, rows);
  }
}

/** Conversations that turned out to be new although their names were not; stored before another of such a name is judged. */
class OwnConversations {
  private readonly batch: TranscriptBatch;
  private readonly packing = new Packing();
  private places: number[] = [];
  private readonly names = new Set<string>();
  private readonly waiting = new Set<number>();

  constructor(batch: TranscriptBatch) {
    this.batch = batch;
  }

  /** True where the name is really another's: a filter that is wrong now and then sends conversations here too. */
  add(one: Extract<Late, { kind: 'named' }>): boolean {
    this.batch.pack(this.packing, one);
    this.places.push(one.place);
    this.waiting.add(one.place);
    const name = one.conversation.externalId ?? '';
    const isShared = this.names.has(name) || this.isInProject(name);
    this.names.add(name);
    return isShared;
  }

  async storeBefore(one: Late): Promise<void> {
    const needsThem =
      one.kind === 'named'
        ? this.names.has(one.conversation.externalId ?? '') && this.waiting.size > 0
        : one.kind === 'again' && this.waiting.has(one.place);
    if (needsThem) await this.store();
  }

  async store(): Promise<void> {
    const places = this.places;
    this.places = [];
    this.waiting.clear();
    await this.batch.store(this.packing, places, []);
  }

  private isInProject(name: string): boolean {
    const { arrivals, sink } = this.batch.options;
    if (!sink.stores && arrivals.known.isEmpty) return true;
    const sql = 'SELECT id FROM conversation WHERE name = ? LIMIT 1';
    return all(arrivals.db, sql, name).length > 0;
  }
}
