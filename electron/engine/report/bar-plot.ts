import { percent } from '../../../shared/agreement/words.ts';
import { grouped } from './figures.ts';
import type { Markup } from './markup.ts';
import { BLUE, box, cut, drawing, line, SOFT, widthOf, words } from './svg.ts';

export interface Bar {
  name: string;
  count: number;
  share: number;
}

const ROW = 24;
const WIDTH = 560;
const LONGEST = 34;

/** A bar for each value, its count and share written at its end. */
export function barPlot(bars: readonly Bar[], label: string): Markup {
  const left = 12 + Math.max(...bars.map(({ name }) => widthOf(cut(name, LONGEST))), 30);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const long = WIDTH - left - 120;
  return drawing(WIDTH, bars.length * ROW + 4, label, [
    bars.map(({ name, count, share }, row) => {
      const y = row * ROW + 2;
      const width = (count / most) * long;
      return [
        words(left - 8, y + ROW / 2 + 4, cut(name, LONGEST), { anchor: 'end' }),
        box(left, y + 4, width, ROW - 8, BLUE),
        words(left + width + 8, y + ROW / 2 + 4, `${grouped(count)} · ${percent(share)}`, { fill: SOFT }),
      ];
    }),
    line([left, 0], [left, bars.length * ROW + 4], { stroke: '#83868a' }),
  ]);
}
