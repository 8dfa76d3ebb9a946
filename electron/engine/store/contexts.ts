import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { MOST_CANDIDATES } from '../../../shared/domain/preference.ts';
import { permutation, seededRandom } from '../../../shared/sampling/random.ts';
import type { Numbering } from './numbering.ts';
import { type PlaceRow, STRATA_AT } from './population.ts';

/** A context with the answers that are compared in it. */
export interface ComparedContext {
  /** The row of the first of them. */
  row: PlaceRow;
  stratum: number;
  /** Message ids of those compared, and their places among the candidates, in the order of the source. */
  messages: number[];
  candidates: number[];
  /** Message ids of all that could have been. */
  eligible: number[];
}

/** Why the answers of contexts were passed over, and how many contexts that left without two to compare. */
export interface PassedContexts {
  rated: number;
  sampled: number;
}

const FREE = 0;
const RATED = 1;

/** Between the strata of candidates that are compared. */
export const VERSUS = ' | ';

/**
 * Gathers answers, as they come conversation by conversation, into contexts to compare them in: two or more that are not passed over. Of
 * more than four, four are taken by a chance that depends on the seed and the content alone. The stratum is that of the candidates, or
 * theirs together where they differ.
 */
export class Contexts {
  readonly passed: PassedContexts = { rated: 0, sampled: 0 };
  /** Contexts of which not all answers could be taken. */
  crowded = 0;
  private readonly seed: DrawParameters['seed'];
  private readonly strata: Numbering;
  private readonly emit: (context: ComparedContext) => void;
  private rows: PlaceRow[] = [];

  constructor(seed: DrawParameters['seed'], strata: Numbering, emit: (context: ComparedContext) => void) {
    this.seed = seed;
    this.strata = strata;
    this.emit = emit;
  }

  add(row: PlaceRow): void {
    const [first] = this.rows;
    if (first && (first[1] !== row[1] || first[2] !== row[2])) this.settle();
    this.rows.push(row);
  }

  /** Ends the context that was read last. */
  settle(): void {
    const rows = this.rows;
    this.rows = [];
    const free = rows.filter((row) => row[6] === FREE);
    if (free.length >= 2) this.take(free);
    else if (rows.length >= 2) this.passed[rows.some((row) => row[6] === RATED) ? 'rated' : 'sampled'] += 1;
  }

  private take(free: readonly PlaceRow[]): void {
    const chosen = this.chosen(free);
    const [row] = chosen;
    if (!row) return;
    const weight = Math.max(...chosen.map((own) => own[7]));
    const [id, conversation, position, candidate, time, hash, passedOver, , ...strata] = row;
    this.emit({
      row: [id, conversation, position, candidate, time, hash, passedOver, weight, ...strata],
      stratum: this.stratumOf(chosen),
      messages: chosen.map(([id]) => id),
      candidates: chosen.map(([, , , candidate]) => candidate),
      eligible: free.map(([id]) => id),
    });
  }

  private chosen(free: readonly PlaceRow[]): PlaceRow[] {
    if (free.length <= MOST_CANDIDATES) return [...free];
    this.crowded += 1;
    const [, , position, , , hash] = free[0] ?? [];
    const random = seededRandom(`${this.seed}/candidates/${hash?.toLowerCase()}:${position}`);
    const places = new Set(permutation(free.length, random).slice(0, MOST_CANDIDATES));
    return free.filter((_row, place) => places.has(place));
  }

  private stratumOf(rows: readonly PlaceRow[]): number {
    const numbers = new Set(rows.map((row) => this.strata.numberOf(row, STRATA_AT.places)));
    const [only = 0] = numbers;
    if (numbers.size === 1) return only;
    const keys = [...numbers].map((number) => this.strata.keys[number] ?? '');
    return this.strata.numberOfKey(keys.sort((a, b) => (a < b ? -1 : 1)).join(VERSUS));
  }
}
