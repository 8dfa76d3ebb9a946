import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { type Strategy, strategyOf } from '../../../shared/sampling/parameters.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import type { ReadConnection } from '../db/connection.ts';
import { Column } from './column.ts';
import { byHash, type Hashes, readHashes } from './content-order.ts';
import { type ComparedContext, Contexts } from './contexts.ts';
import type { StoredFrame } from './frame.ts';
import type { Numbering } from './numbering.ts';
import { type PlaceRow, STRATA_AT } from './population.ts';

const RATED = 1;
const SAMPLED = 2;

/** The rows of a frame as they come: conversation by conversation, in the order of their ids. */
export class FrameRows {
  private readonly messages = new Column(Uint32Array);
  private readonly positions = new Column(Uint32Array);
  private readonly candidates = new Column(Uint32Array);
  private readonly strata = new Column(Uint32Array);
  private readonly times = new Column(Float64Array);
  private readonly weights = new Column(Float64Array);
  private readonly chances = new Column(Float64Array);
  /** Of each conversation: its id, and where its rows begin. */
  private readonly conversations = new Column(Uint32Array);
  private readonly starts = new Column(Uint32Array);
  private readonly leftOut: StoredFrame['leftOut'] = { rated: [], sampled: [] };
  private readonly seed: number | string;
  private readonly isOne: boolean;
  private readonly strategy: Strategy;
  private readonly numbering: Numbering;
  /** Of comparisons: what each row stands for. */
  private readonly compared: ComparedContext[] = [];
  private readonly contexts: Contexts | null;
  private pending: { row: PlaceRow; stratum: number }[] = [];

  constructor(parameters: DrawParameters, numbering: Numbering) {
    this.seed = parameters.seed;
    this.isOne = parameters.answers === 'one' && !parameters.comparisons;
    this.strategy = strategyOf(parameters);
    this.numbering = numbering;
    this.contexts = parameters.comparisons
      ? new Contexts(parameters.seed, numbering, (context) => {
          this.compared.push(context);
          this.push(context.row, context.stratum, 1);
        })
      : null;
  }

  add(row: PlaceRow): void {
    const passedOver = row[6];
    if (passedOver === RATED) this.leftOut.rated.push(row[0]);
    else if (passedOver === SAMPLED) this.leftOut.sampled.push(row[0]);
    if (this.contexts) this.contexts.add(row);
    else if (passedOver !== RATED && passedOver !== SAMPLED) {
      const stratum = this.numbering.numberOf(row, STRATA_AT.places);
      if (this.isOne) this.hold(row, stratum);
      else this.push(row, stratum, 1);
    }
  }

  private hold(row: PlaceRow, stratum: number): void {
    if (this.pending[0] && this.pending[0].row[1] !== row[1]) this.settle();
    this.pending.push({ row, stratum });
  }

  /** Takes one answer of the conversation that was read, by a chance that depends on the seed and its content alone. */
  private settle(): void {
    const own = this.pending;
    this.pending = [];
    if (own.length > 1) own.sort((a, b) => (placeOf(a.row) < placeOf(b.row) ? -1 : 1));
    const hash = own[0]?.row[5]?.toLowerCase();
    const at = own.length > 1 ? seededRandom(`${this.seed}/one/${hash}`).below(own.length) : 0;
    const chosen = own[at];
    if (chosen) this.push(chosen.row, chosen.stratum, 1 / own.length);
  }

  private push(row: PlaceRow, stratum: number, chance: number): void {
    const [id, conversation, position, candidate, time, , , weight] = row;
    if (this.conversations.last() !== conversation) {
      this.conversations.push(conversation);
      this.starts.push(this.messages.length);
    }
    this.messages.push(id);
    this.positions.push(position);
    this.candidates.push(candidate);
    this.strata.push(stratum);
    if (this.strategy === 'systematic') this.times.push(time ?? Number.NaN);
    if (this.strategy === 'weighted') this.weights.push(weight);
    if (this.isOne) this.chances.push(chance);
  }

  /** The frame: conversations in the order of their content, the answers of each in the order of their refs, as text. */
  ordered(db: ReadConnection): StoredFrame {
    this.settle();
    this.contexts?.settle();
    const { keys } = this.numbering;
    const size = this.messages.length;
    const hashes = readHashes(db, this.conversations.values());
    const { order, owner } = this.sorted(hashes);
    const messages = this.messages.inOrder(order);
    const used = new Set(this.strata.values());
    const sorted = keys.filter((_key, number) => used.has(number)).sort((a, b) => (a < b ? -1 : 1));
    const rank = Uint32Array.from(keys, (key) => Math.max(0, sorted.indexOf(key)));
    return {
      size,
      keys: sorted,
      messages: this.contexts
        ? Uint32Array.from(this.compared.flatMap(({ eligible }) => eligible))
        : messages,
      drawn: (answer) => this.compared[order[answer] ?? -1]?.messages ?? [messages[answer] ?? 0],
      stratum: this.strata.inOrder(order).map((number) => rank[number] ?? 0),
      time: this.strategy === 'systematic' ? this.times.inOrder(order) : null,
      weight: this.strategy === 'weighted' ? this.weights.inOrder(order) : null,
      chance: this.isOne ? this.chances.inOrder(order) : null,
      ref: (answer) => `${hashes.hex(owner[answer] ?? 0)}:${this.place(order[answer] ?? 0)}`,
      leftOut: this.leftOut,
      passedOver: this.contexts?.passed ?? {
        rated: this.leftOut.rated.length,
        sampled: this.leftOut.sampled.length,
      },
      crowded: this.contexts?.crowded ?? 0,
    };
  }

  /** Where a row stands in its conversation: position:candidate, or position:candidate+candidate. */
  private place(row: number): string {
    const candidates = this.compared[row]?.candidates.join('+') ?? this.candidates.values()[row];
    return `${this.positions.values()[row]}:${candidates}`;
  }

  /** For each answer of the frame, its row and the place of its conversation. */
  private sorted(hashes: Hashes): { order: Uint32Array; owner: Uint32Array } {
    const size = this.messages.length;
    const starts = this.starts.values();
    const order = new Uint32Array(size);
    const owner = new Uint32Array(size);
    let filled = 0;
    for (const conversation of byHash(hashes)) {
      const from = starts[conversation] ?? 0;
      const to = starts[conversation + 1] ?? size;
      for (let row = from; row < to; row++) {
        order[filled + row - from] = row;
        owner[filled + row - from] = conversation;
      }
      const own = order.subarray(filled, filled + to - from);
      if (own.length > 1) own.sort((a, b) => (this.place(a) < this.place(b) ? -1 : 1));
      filled += to - from;
    }
    return { order, owner };
  }
}

const placeOf = ([, , position, candidate]: PlaceRow): string => `${position}:${candidate}`;
