import type * as Plot from '@observablehq/plot';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { count } from '../../ui/format.ts';

type Unit = SurveyReport['time']['unit'];
const DAY = 86_400_000;

/** The UTC day after the day, week or month that begins on a day. */
export function endOf(from: string, unit: Unit): Date {
  const date = new Date(from);
  if (unit === 'month') return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
  return new Date(date.getTime() + (unit === 'week' ? 7 : 1) * DAY);
}

/** The middle of the day, week or month, where a point for it stands. */
export const middleOf = (from: string, unit: Unit): Date =>
  new Date((new Date(from).getTime() + endOf(from, unit).getTime()) / 2);

/** A bar for each day, week or month: conversations. */
export function timePlot(plot: typeof Plot, { buckets, unit }: SurveyReport['time']): Plot.PlotOptions {
  type Bucket = (typeof buckets)[number];
  return {
    width: 1180,
    height: 216,
    marginLeft: 56,
    marginTop: 12,
    marginBottom: 40,
    x: { type: 'utc', label: null },
    y: { label: null, grid: true, ticks: 4, tickFormat: (n: number) => count(n) },
    marks: [
      plot.rectY(buckets, {
        x1: ({ from }: Bucket) => new Date(from),
        x2: ({ from }: Bucket) => endOf(from, unit),
        y: 'conversations',
        fill: 'var(--accent)',
        inset: 0.5,
      }),
      plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
    ],
  };
}
