import { z } from 'zod';
import { addMask, addRow, cell, emptyRow, type Row, WIDTH } from './answer-row.ts';
import { monthOfDay } from './calendar.ts';

/** Models kept apart in a report, and while counting. */
const KEPT = 12;
const LIVE = 48;

const row = z.array(z.int().min(0)).length(WIDTH);
const modelRows = z.strictObject({
  /** The model's name; null for answers of which the log does not say it. */
  model: z.string().nullable(),
  undated: row,
  /** Bucket of the calendar and the row of its answers, ascending. */
  dated: z.array(z.tuple([z.int(), row])),
});
export type ModelRows = z.infer<typeof modelRows>;

export const modelTableSchema = z.strictObject({
  models: z.array(modelRows),
  /** All models beyond the most frequent, counted together. */
  other: modelRows.nullable(),
});
export type ModelTableCounts = z.infer<typeof modelTableSchema>;

/** Rows of one model by time. */
class ModelSeries {
  undated = emptyRow();
  dated = new Map<number, Row>();

  rowOf(bucket: number | null): Row {
    if (bucket === null) return this.undated;
    const known = this.dated.get(bucket);
    if (known) return known;
    const fresh = emptyRow();
    this.dated.set(bucket, fresh);
    return fresh;
  }

  absorb({ undated, dated }: Pick<ModelRows, 'undated' | 'dated'>): void {
    addRow(this.undated, undated);
    for (const [bucket, counted] of dated) addRow(this.rowOf(bucket), counted);
  }

  coarsen(): void {
    const days = this.dated;
    this.dated = new Map();
    for (const [day, counted] of days) addRow(this.rowOf(monthOfDay(day)), counted);
  }

  answers(): number {
    let sum = cell(this.undated, 'answers');
    for (const counted of this.dated.values()) sum += cell(counted, 'answers');
    return sum;
  }

  rows(model: string | null): ModelRows {
    const dated = [...this.dated]
      .sort(([a], [b]) => a - b)
      .map(([bucket, counted]): [number, number[]] => [bucket, [...counted]]);
    return { model, undated: [...this.undated], dated };
  }
}

/** Counts answers by model and time. Of more models than can be kept apart, those with the fewest answers are counted together. */
export class ModelTable {
  #models = new Map<string | null, ModelSeries>();
  #other: ModelSeries | null = null;

  add(model: string | null, bucket: number | null, mask: number): void {
    addMask(this.#series(model).rowOf(bucket), mask);
  }

  absorb({ models, other }: ModelTableCounts): void {
    for (const rows of models) this.#series(rows.model).absorb(rows);
    if (other) this.#rest().absorb(other);
  }

  coarsen(): void {
    for (const series of this.#models.values()) series.coarsen();
    this.#other?.coarsen();
  }

  counts(): ModelTableCounts {
    this.#trim(KEPT);
    return {
      models: this.#ranked().map(([model, series]) => series.rows(model)),
      other: this.#other?.rows(null) ?? null,
    };
  }

  #series(model: string | null): ModelSeries {
    const known = this.#models.get(model);
    if (known) return known;
    if (this.#models.size >= LIVE) this.#trim(LIVE / 2);
    const fresh = new ModelSeries();
    this.#models.set(model, fresh);
    return fresh;
  }

  #rest(): ModelSeries {
    this.#other ??= new ModelSeries();
    return this.#other;
  }

  #ranked(): [string | null, ModelSeries][] {
    const size = new Map([...this.#models].map(([model, series]) => [model, series.answers()]));
    return [...this.#models].sort(
      ([a], [b]) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || ((a ?? '') < (b ?? '') ? -1 : 1),
    );
  }

  #trim(most: number): void {
    for (const [model, series] of this.#ranked().slice(most)) {
      this.#rest().absorb(series.rows(model));
      this.#models.delete(model);
    }
  }
}
