import type { Markup } from './markup.ts';
import { scale } from './scale.ts';
import { AMBER, BLUE, drawing, line, path, RULE } from './svg.ts';

const WIDTH = 132;
const HEIGHT = 30;

/** The path of a CUSUM between its limits, as small as a word. */
export function pathPlot(values: readonly number[], limit: number, changed: boolean, label: string): Markup {
  const reach = Math.max(limit, ...values.map(Math.abs)) * 1.05 || 1;
  const y = scale([-reach, reach], [HEIGHT - 1, 1]);
  const x = scale([0, Math.max(1, values.length - 1)], [1, WIDTH - 1]);
  return drawing(WIDTH, HEIGHT, label, [
    line([0, y(0)], [WIDTH, y(0)], { stroke: RULE }),
    [limit, -limit].map((at) => line([0, y(at)], [WIDTH, y(at)], { stroke: RULE, dash: '2 2' })),
    path(
      values.map((value, at) => [x(at), y(value)] as const),
      { stroke: changed ? AMBER : BLUE, width: changed ? 2 : 1.5 },
    ),
  ]);
}
