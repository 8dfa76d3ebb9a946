import type { Level } from '../../../shared/agreement/index.ts';
import { DASH, figure, intervalOf, type Told, valueIn } from './figures.ts';
import type { Markup, Piece } from './markup.ts';
import type { DimensionPart } from './subject.ts';
import { number, table, text } from './tables.ts';

type Row = readonly [name: string, path: string, of: (part: DimensionPart) => Told];

const alpha = (level: Level): Row => [
  `Krippendorff’s alpha, ${level}`,
  `krippendorff_alpha.${level}`,
  ({ krippendorff_alpha: all }) => all[level],
];

const ALWAYS: readonly Row[] = [
  ['Percent agreement', 'percent_agreement', (part) => part.percent_agreement],
  alpha('nominal'),
  alpha('ordinal'),
  alpha('interval'),
  alpha('ratio'),
  ['Fleiss’ kappa', 'fleiss_kappa', (part) => part.fleiss_kappa],
  ['Conger’s kappa', 'conger_kappa', (part) => part.conger_kappa],
  ['Brennan-Prediger', 'brennan_prediger', (part) => part.brennan_prediger],
  ['Gwet’s AC1', 'gwet_ac1', (part) => part.gwet_ac1],
  ['Gwet’s AC2, linear', 'gwet_ac2.linear', (part) => part.gwet_ac2.linear],
  ['Gwet’s AC2, quadratic', 'gwet_ac2.quadratic', (part) => part.gwet_ac2.quadratic],
  ['Gwet’s AC2, ordinal', 'gwet_ac2.ordinal', (part) => part.gwet_ac2.ordinal],
  ['ICC(1,1)', 'icc.icc1', (part) => part.icc.icc1],
  ['ICC(2,1)', 'icc.icc2_1', (part) => part.icc.icc2_1],
  ['ICC(3,1)', 'icc.icc3_1', (part) => part.icc.icc3_1],
  ['ICC(1,k)', 'icc.icc1_k', (part) => part.icc.icc1_k],
  ['ICC(2,k)', 'icc.icc2_k', (part) => part.icc.icc2_k],
  ['ICC(3,k)', 'icc.icc3_k', (part) => part.icc.icc3_k],
];

/** Coefficients that need an order or a distance say nothing of values that have none, and are left out there. */
const fits = ([name]: Row, { level, icc }: DimensionPart): boolean => {
  if (name.startsWith('ICC')) return level !== 'nominal' && icc.icc1.value !== null;
  if (name.startsWith('Gwet’s AC2')) return level !== 'nominal';
  if (name.startsWith('Krippendorff')) return level !== 'nominal' || name.endsWith('nominal');
  return true;
};

const threeDecimals = (value: number): string => value.toFixed(3).replace('-', '−');

/** Every coefficient of a dimension with standard error and interval; the headline's interval stands with its alpha. */
export function coefficientsTable(part: DimensionPart, path: string): Markup | null {
  const { headline } = part;
  const rows = ALWAYS.filter((row) => fits(row, part)).map(([name, own, of]): Piece[] => {
    const told = of(part);
    const isHeadline = own === `krippendorff_alpha.${headline.level}`;
    const at = `${path}.${own}`;
    return [
      isHeadline ? `${name} (headline)` : name,
      valueIn(at, told, threeDecimals),
      told.value === null || told.se === undefined
        ? DASH
        : figure(`${at}.se`, told.se, threeDecimals(told.se)),
      isHeadline
        ? intervalOf(`${path}.headline`, headline, threeDecimals)
        : intervalOf(at, told, threeDecimals),
    ];
  });
  return table(
    'Coefficients',
    [text('Statistic'), number('Value'), number('Standard error'), number('95 % interval')],
    rows,
  );
}
