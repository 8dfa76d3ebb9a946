import { Fault } from '../../../shared/contract/errors.ts';
import type { StratumField } from '../../../shared/sampling/strata-fields.ts';
import { stratumKey } from '../../../shared/sampling/stratum-value.ts';

/** More strata than anyone looks through; they would be as many as there are conversations. */
const MOST_STRATA = 5000;
/** Combinations of stored values that are remembered, so that their key is not made again. */
const MOST_KNOWN = 50_000;

type Value = string | number | null;

/** Numbers the strata of answers in the order they are met. */
export class Numbering {
  readonly keys: string[] = [];
  private readonly fields: readonly StratumField[];
  private readonly byKey = new Map<string, number>();
  private readonly byValues = new Map<string, number>();

  constructor(fields: readonly StratumField[]) {
    this.fields = fields;
    if (fields.length === 0) this.numberOfKey(stratumKey([], []));
  }

  /** The number of the stratum whose values begin at a place of a row. @throws Fault EXPRESSION_INVALID where there are too many */
  numberOf(row: readonly Value[], from: number): number {
    if (this.fields.length === 0) return 0;
    let values = '';
    for (let at = from; at < row.length; at++) values += row[at] === null ? '\u0001' : `${row[at]}\u0000`;
    const known = this.byValues.get(values);
    if (known !== undefined) return known;
    const number = this.numberOfKey(stratumKey(this.fields, row.slice(from)));
    if (this.byValues.size < MOST_KNOWN) this.byValues.set(values, number);
    return number;
  }

  /** The number of a stratum by its key. @throws Fault EXPRESSION_INVALID where there are too many */
  numberOfKey(key: string): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.keys.length >= MOST_STRATA)
      throw new Fault(
        'EXPRESSION_INVALID',
        `These fields make more than ${MOST_STRATA} strata.`,
        undefined,
        'Make strata of fewer fields, or of fields with fewer values.',
      );
    this.byKey.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}
