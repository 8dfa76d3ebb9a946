import { decimal } from '../../../shared/agreement/words.ts';
import type { Markup } from './markup.ts';
import { scale, ticks } from './scale.ts';
import { BLUE, cut, dot, drawing, INK, line, RULE, SOFT, widthOf, words } from './svg.ts';

/** A value with its interval, called by a name. */
export interface Point {
  name: string;
  value: number | null;
  ci?: readonly [number, number] | null | undefined;
  /** Said in place of a value that is missing. */
  missing?: string;
}

interface IntervalPlotOptions {
  label: string;
  /** Values that are marked by lines over the whole height: 0.667 and 0.8 of alpha. */
  marks?: readonly number[];
  domain?: readonly [number, number];
  shown?: (value: number) => string;
}

const ROW = 26;
const WIDTH = 640;
const LONGEST = 30;

/** A dot and its interval for each row, its value beside it. */
export function intervalPlot(
  points: readonly Point[],
  { label, marks = [], domain = domainOf(points), shown = decimal }: IntervalPlotOptions,
): Markup {
  const left = 12 + Math.max(...points.map(({ name }) => widthOf(cut(name, LONGEST))), 40);
  const bottom = 8 + points.length * ROW;
  const x = scale(domain, [left, WIDTH - 130]);
  return drawing(WIDTH, bottom + 24, label, [
    ticks(domain).map((tick) => [
      line([x(tick), 4], [x(tick), bottom], { stroke: '#ecece8' }),
      words(x(tick), bottom + 16, decimal(tick, 1), { anchor: 'middle', size: 11, fill: SOFT }),
    ]),
    marks.map((mark) => line([x(mark), 4], [x(mark), bottom], { stroke: RULE, dash: '3 3' })),
    points.map(({ name, value, ci, missing = '' }, row) => {
      const y = 8 + row * ROW + ROW / 2;
      return [
        words(left - 12, y + 4, cut(name, LONGEST), { anchor: 'end' }),
        value === null
          ? words(left, y + 4, missing, { size: 11, fill: SOFT })
          : [
              ci ? line([x(ci[0]), y], [x(ci[1]), y], { stroke: BLUE, width: 2 }) : null,
              dot(x(value), y),
              words(WIDTH - 122, y + 4, valueText(value, ci, shown), { size: 12, fill: INK }),
            ],
      ];
    }),
  ]);
}

const valueText = (value: number, ci: Point['ci'], shown: (value: number) => string): string =>
  ci ? `${shown(value)} (${shown(ci[0])}–${shown(ci[1])})` : shown(value);

/** From 0, or below it where something is, to 1, or above. */
function domainOf(points: readonly Point[]): [number, number] {
  const values = points.flatMap(({ value, ci }) => (value === null ? [] : [value, ...(ci ?? [])]));
  const low = Math.min(0, ...values);
  return [Math.max(-1, Math.floor(low * 5) / 5), Math.max(1, ...values)];
}
