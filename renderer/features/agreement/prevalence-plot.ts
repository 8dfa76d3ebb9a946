import type * as Plot from '@observablehq/plot';
import { count, opening, percent } from '../../ui/format.ts';
import type { Share } from './report.ts';

const LONGEST = 28;

/** A row of the prevalence bars: the value as it is called, and how often it was given. */
export interface PrevalenceRow extends Share {
  name: string;
}

/** A bar for each value in the rubric's order, its count and share written at its end; values never given included. */
export function prevalencePlot(plot: typeof Plot, rows: readonly PrevalenceRow[]): Plot.PlotOptions {
  const longest = Math.max(0, ...rows.map(({ name }) => Math.min(LONGEST, name.length)));
  const most = Math.max(1, ...rows.map((row) => row.count));
  return {
    width: 560,
    height: rows.length * 32 + 8,
    marginLeft: 16 + longest * 7.5,
    marginRight: 104,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, most] },
    y: {
      domain: rows.map(({ name }) => name),
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => opening(name, LONGEST),
      padding: 0.3,
    },
    marks: [
      plot.barX(rows, { x: 'count', y: 'name', fill: 'var(--accent)' }),
      plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      plot.text(rows, {
        x: 'count',
        y: 'name',
        text: (row: PrevalenceRow) =>
          `${count(row.count)} · ${percent(row.share, row.share > 0 && row.share < 0.01 ? 1 : 0)}`,
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  };
}
