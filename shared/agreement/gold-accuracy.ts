import { groupedBy } from './grouped.ts';
import { meanOf, momentsOf } from './mean.ts';
import { measured } from './measured.ts';
import { proportion } from './proportion.ts';
import { noValue, type Statistic } from './statistic.ts';
import { codeTable, MISSING, type TableSpec, type Value } from './unit-table.ts';

/** A rater's answer to an item whose answer is known. */
export interface GoldAnswer {
  rater: string;
  gold: Value;
  given: Value;
}

export interface GoldAccuracy {
  answers: number;
  correct: number;
  /** Share that is the known answer, Wilson interval. */
  accuracy: Statistic;
  /** Mean distance from the known answer, and mean of given less known; `level` where values are no numbers and have no order. */
  error: Statistic;
  shift: Statistic;
}

/** Accuracy against known answers, of all raters together and of each, by name; `too_few_ratings` without answers. */
export function goldAccuracy(
  answers: readonly GoldAnswer[],
  spec: TableSpec,
): {
  all: GoldAccuracy;
  raters: ({ rater: string } & GoldAccuracy)[];
  /** How often a known answer was answered how, those that occur, in the order of the categories. */
  confusion: { gold: Value; given: Value; count: number }[];
} {
  // One table for all, so that every rater is measured on the same categories.
  const table = codeTable(
    {
      raters: ['gold', 'given'],
      units: answers.map((_, unit) => unit),
      raterOf: answers.flatMap(() => [0, 1]),
      unitOf: answers.flatMap((_, unit) => [unit, unit]),
      values: answers.flatMap(({ gold, given }) => [gold, given]),
    },
    spec,
  );
  const position = measured(table);
  const places = groupedBy(answers.keys(), (i) => answers[i]?.rater ?? '');
  const cells = new Map<number, number>();
  for (let i = 0; i < table.codes.length; i += 2) {
    const cell = (table.codes[i] ?? 0) * table.categories.length + (table.codes[i + 1] ?? 0);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const category = (code: number): Value => table.categories[code] ?? '';
  return {
    all: accuracyOf([...answers.keys()], table.codes, position),
    raters: [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rater, own]) => ({ rater, ...accuracyOf(own, table.codes, position) })),
    confusion: [...cells]
      .sort(([a], [b]) => a - b)
      .map(([cell, count]) => ({
        gold: category(Math.floor(cell / table.categories.length)),
        given: category(cell % table.categories.length),
        count,
      })),
  };
}

function accuracyOf(
  answers: readonly number[],
  codes: Int32Array,
  position: Float64Array | null,
): GoldAccuracy {
  const correct = answers.filter((i) => codes[2 * i] === codes[2 * i + 1]).length;
  const away =
    position && answers.map((i) => placeOf(position, codes, 2 * i + 1) - placeOf(position, codes, 2 * i));
  const mean = (of: (distance: number) => number): Statistic => {
    if (answers.length === 0) return noValue('too_few_ratings');
    return away === null ? noValue('level') : meanOf(momentsOf(away.map(of)));
  };
  return {
    answers: answers.length,
    correct,
    accuracy: proportion(correct, answers.length),
    error: mean(Math.abs),
    shift: mean((distance) => distance),
  };
}

const placeOf = (position: Float64Array, codes: Int32Array, cell: number): number =>
  position[codes[cell] ?? MISSING] ?? 0;
