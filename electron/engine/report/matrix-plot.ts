import type { Markup } from './markup.ts';
import { AMBER, BLUE, box, cut, drawing, line, RULE, SOFT, widthOf, words } from './svg.ts';

export interface MatrixCell {
  row: number;
  column: number;
  /** Depth of the tint, -1 to 1; below 0 amber. */
  depth: number;
  text: string;
}

interface MatrixPlotOptions {
  label: string;
  rows: readonly string[];
  columns: readonly string[];
  /** Said above the columns, and beside the rows. */
  above?: string;
}

/** Strongest tint of a cell: text stays readable on it. */
const STRONGEST = 0.45;
const LONGEST = 22;
const NARROW = 44;

/** A matrix of tinted cells with their numbers. */
export function matrixPlot(
  cells: readonly MatrixCell[],
  { label, rows, columns, above }: MatrixPlotOptions,
): Markup {
  const side = Math.max(NARROW, Math.min(84, Math.floor(440 / Math.max(1, columns.length))));
  const high = Math.min(36, side);
  const left = 12 + Math.max(...rows.map((name) => widthOf(cut(name, LONGEST))), 30);
  const turned = columns.some((name) => widthOf(cut(name, LONGEST), 11) > side - 6);
  const longest = Math.max(...columns.map((name) => widthOf(cut(name, LONGEST), 11)), 0);
  const head = (above ? 18 : 0) + (turned ? 10 + longest * 0.72 : 20);
  const [width, height] = [
    left + columns.length * side + (turned ? longest * 0.7 : 8),
    head + rows.length * high + 4,
  ];
  return drawing(width, height, label, [
    above ? words(left, 12, above, { size: 11, fill: SOFT }) : null,
    columns.map((name, column) => {
      const x = left + (column + 0.5) * side;
      const said = cut(name, LONGEST);
      return turned
        ? words(x, head - 6, said, { size: 11, fill: SOFT, turn: -45 })
        : words(x, head - 6, said, { size: 11, fill: SOFT, anchor: 'middle' });
    }),
    rows.map((name, row) =>
      words(left - 8, head + (row + 0.5) * high + 4, cut(name, LONGEST), { anchor: 'end' }),
    ),
    cells.map(({ row, column, depth, text }) => {
      const [x, y] = [left + column * side, head + row * high];
      return [
        box(x, y, side, high, depth < 0 ? AMBER : BLUE, Math.min(1, Math.abs(depth)) * STRONGEST),
        words(x + side / 2, y + high / 2 + 4, text, { anchor: 'middle' }),
        line([x, y + high], [x + side, y + high], { stroke: RULE, width: 0.5 }),
      ];
    }),
  ]);
}
