import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts';
import { observe } from '../../shared/agreement/chance-corrected.ts';
import { cohenKappas } from '../../shared/agreement/cohen-kappa.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts';
import { gwetAc } from '../../shared/agreement/gwet-ac.ts';
import { icc } from '../../shared/agreement/icc.ts';
import {
  krippendorffAlpha,
  type Level,
  tableFromMatrix,
  type UnitTable,
} from '../../shared/agreement/index.ts';
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts';
import type { Weighting } from '../../shared/agreement/weights.ts';
import { dataText, hasData } from './data.ts';

const FILE = 'agreement/worked_examples.json';
const value = z.union([z.number(), z.string()]).nullable();
const examplesFile = z.object({
  datasets: z.record(z.string(), z.looseObject({ layout: z.string(), data: z.array(z.array(value)) })),
  examples: z.array(
    z.looseObject({
      dataset: z.string(),
      coefficient: z.string(),
      variant: z.string().nullable(),
      expected: z.number().nullable(),
      digits: z.number(),
      source: z.string(),
      raters: z.array(z.number()).optional(),
      convention_differs: z.boolean().optional(),
    }),
  ),
});
type Example = z.infer<typeof examplesFile>['examples'][number];

const { datasets, examples } = hasData(FILE)
  ? examplesFile.parse(JSON.parse(dataText(FILE)))
  : { datasets: {}, examples: [] };

const WEIGHTING: Record<string, Weighting> = {
  unweighted: 'identity',
  linear: 'linear',
  quadratic: 'quadratic',
  ordinal: 'ordinal',
};

/** Weights of the same coefficient family: quadratic weights are the interval metric, and so on. */
const ALPHA_LEVEL: Record<string, Level> = {
  nominal: 'nominal',
  unweighted: 'nominal',
  ordinal: 'ordinal',
  interval: 'interval',
  quadratic: 'interval',
  ratio: 'ratio',
};

const FORMS = ['icc1', 'icc2_1', 'icc3_1', 'icc1_k', 'icc2_k', 'icc3_k'] as const;
const ICC_NAMES: [string, (typeof FORMS)[number]][] = [
  ['(1,1)', 'icc1'],
  ['(2,1)', 'icc2_1'],
  ['(A,1)', 'icc2_1'],
  ['(3,1)', 'icc3_1'],
  ['(C,1)', 'icc3_1'],
  ['(1,k)', 'icc1_k'],
  ['(2,k)', 'icc2_k'],
  ['(A,k)', 'icc2_k'],
  ['(3,k)', 'icc3_k'],
  ['(C,k)', 'icc3_k'],
];

/** The number Touchstone gives for an example; undefined where it does not offer the statistic or its weights. */
function computed(example: Example, table: UnitTable): number | null | undefined {
  const variant = example.variant ?? 'unweighted';
  const weighting = WEIGHTING[variant];
  switch (example.coefficient) {
    case 'krippendorff_alpha': {
      const level = ALPHA_LEVEL[variant];
      // irrCAC's "ordinal" alpha uses ordinal weights, which are another thing than Krippendorff's ordinal metric.
      const otherThing = level === 'ordinal' && /irrCAC|jmgirard/.test(example.source);
      return level === undefined || otherThing ? undefined : krippendorffAlpha(table, level).value;
    }
    case 'icc': {
      const form = ICC_NAMES.find(([name]) => variant.includes(name))?.[1];
      return form && icc(table)[form].value;
    }
    case 'cohen_kappa':
      return cohen(table, variant, example.raters);
    case 'percent_agreement':
    case 'gwet_ac1':
    case 'fleiss_kappa':
    case 'scott_pi':
    case 'conger_kappa':
    case 'brennan_prediger':
      return weighting && family(example.coefficient, table, weighting);
    default:
      return undefined;
  }
}

function family(coefficient: string, table: UnitTable, weighting: Weighting): number | null {
  const seen = observe(table, weighting);
  if (coefficient === 'percent_agreement') {
    return typeof seen === 'string' ? null : percentAgreement(seen).unitMean.value;
  }
  if (coefficient === 'gwet_ac1') return gwetAc(seen).value;
  if (coefficient === 'conger_kappa') return congerKappa(seen).value;
  if (coefficient === 'brennan_prediger') return brennanPrediger(seen).value;
  return fleissKappa(seen).value;
}

function cohen(table: UnitTable, variant: string, raters: number[] | undefined): number | null | undefined {
  const [first = 1, second = 2] = raters ?? [];
  const pair = cohenKappas(table).find(
    (each) => each.raters[0] === first - 1 && each.raters[1] === second - 1,
  );
  if (variant === 'unweighted') return pair?.unweighted.value;
  if (variant === 'linear') return pair?.linear.value;
  if (variant === 'quadratic') return pair?.quadratic.value;
  return undefined;
}

function tableOf(name: string): UnitTable {
  const dataset = datasets[name];
  if (!dataset) throw new Error(`no dataset ${name}`);
  const rows = layoutRows(dataset.layout, dataset.data);
  const matrix = (rows[0] ?? []).map((_, rater) => rows.map((row) => row[rater] ?? null));
  const width = dataset.data[0]?.length ?? 0;
  const byColumn = dataset.layout.startsWith('units x raters')
    ? {}
    : { categories: Array.from({ length: width }, (_, i) => i + 1) };
  return tableFromMatrix({ matrix, level: 'ordinal', ...byColumn });
}

/** Units x raters from any of the layouts; counts are dealt out to raters in the order of the categories. */
function layoutRows(layout: string, data: (number | string | null)[][]): (number | string | null)[][] {
  if (layout.startsWith('units x raters')) return data;
  const times = (count: number | string | null | undefined): number[] =>
    Array.from({ length: Number(count ?? 0) }, (_, i) => i);
  if (layout.startsWith('units x categories')) {
    return data.map((counts) => counts.flatMap((count, category) => times(count).map(() => category + 1)));
  }
  return data.flatMap((counts, row) =>
    counts.flatMap((count, column) => times(count).map(() => [row + 1, column + 1])),
  );
}

describe.skipIf(examples.length === 0)('worked examples from papers and package documentation', () => {
  const checked = examples.flatMap((example) => {
    if (example.convention_differs === true) return [];
    const actual = computed(example, tableOf(example.dataset));
    return actual === undefined ? [] : [{ ...example, actual }];
  });

  test('most examples are of statistics offered here', () => {
    expect(checked.length).toBeGreaterThan(250);
  });

  test.each(checked)('$dataset: $coefficient $variant is $expected', ({ actual, expected, digits }) => {
    if (expected === null || actual === null) expect(actual).toBe(expected);
    else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);
  });
});
