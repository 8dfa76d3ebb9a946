import type * as Plot from '@observablehq/plot';
import { opening, statistic } from '../../ui/format.ts';

/** A slice with a value. */
export interface SlicePoint {
  key: string;
  value: number;
  low: number;
  high: number;
}

const LONGEST = 26;

/** A dot and its interval for each slice; lines at 0, 0.667 and 0.8. */
export function slicePlot(plot: typeof Plot, points: readonly SlicePoint[]): Plot.PlotOptions {
  const longest = Math.max(...points.map(({ key }) => Math.min(LONGEST, key.length)));
  const lowest = Math.min(0, ...points.map(({ low }) => low));
  return {
    width: 640,
    height: points.length * 28 + 44,
    marginLeft: 16 + longest * 7.6,
    marginRight: 56,
    marginTop: 8,
    x: {
      domain: [Math.max(-1, lowest), 1],
      label: null,
      ticks: 6,
      tickFormat: (value: number) => statistic(value, 1),
      grid: true,
    },
    y: {
      domain: points.map(({ key }) => key),
      label: null,
      tickSize: 0,
      tickFormat: (key: string) => opening(key, LONGEST),
    },
    marks: [
      plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      plot.ruleX([0.667, 0.8], { stroke: 'var(--rule-strong)', strokeDasharray: '2 3' }),
      plot.ruleY(points, { y: 'key', x1: 'low', x2: 'high', stroke: 'var(--accent)', strokeWidth: 2 }),
      plot.dot(points, { y: 'key', x: 'value', r: 4.5, fill: 'var(--accent)' }),
      plot.text(points, {
        y: 'key',
        frameAnchor: 'right',
        dx: 44,
        text: ({ value }: SlicePoint) => statistic(value),
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  };
}
