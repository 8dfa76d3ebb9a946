import type * as Plot from '@observablehq/plot';
import { count, opening } from '../../ui/format.ts';
import { percent } from './words.ts';

const LONGEST = 26;

/** A value and how often it came; `plain` where it stands for several, or for none. */
export interface ValueRow {
  value: string;
  n: number;
  /** Of all that have a value; null where it has none. */
  share: number | null;
  plain: boolean;
}

/** A bar for each value, its count and share written at its end. */
export function valuePlot(plot: typeof Plot, rows: readonly ValueRow[]): Plot.PlotOptions {
  const longest = Math.max(...rows.map(({ value }) => Math.min(LONGEST, value.length)));
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return {
    width: 560,
    height: rows.length * 28 + 8,
    marginLeft: 16 + longest * 7.6,
    marginRight: 128,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, most] },
    y: {
      domain: rows.map(({ value }) => value),
      label: null,
      tickSize: 0,
      tickFormat: (value: string) => opening(value, LONGEST),
      padding: 0.3,
    },
    marks: [
      plot.barX(rows, {
        x: 'n',
        y: 'value',
        fill: ({ plain }: ValueRow) => (plain ? 'var(--rule-strong)' : 'var(--accent)'),
      }),
      plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      plot.text(rows, {
        x: 'n',
        y: 'value',
        text: ({ n, share }: ValueRow) => (share === null ? count(n) : `${count(n)} · ${percent(share)}`),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  };
}
