import type * as Plot from '@observablehq/plot';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { opening } from '../../ui/format.ts';
import { middleOf } from './time-plot.ts';
import { percent } from './words.ts';

/** A rate of something that has any. */
export interface RatePoint {
  /** Model, or first day of the time. */
  of: string;
  value: number;
  low: number;
  high: number;
  n: number;
}

const LONGEST = 24;
const inPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** The widest end of an interval, rounded up to a tenth, so that one wide interval does not hide the rest. */
const reach = (points: readonly RatePoint[]): number =>
  Math.min(1, Math.max(0.1, Math.ceil(Math.max(...points.map(({ high }) => high)) * 10) / 10));

/** A point and its interval for each model, its value beside it. */
export function ratesByModelPlot(plot: typeof Plot, points: readonly RatePoint[]): Plot.PlotOptions {
  const longest = Math.max(...points.map(({ of }) => Math.min(LONGEST, of.length)));
  return {
    width: 560,
    height: points.length * 28 + 40,
    marginLeft: 16 + longest * 7.6,
    marginRight: 64,
    marginTop: 8,
    x: { domain: [0, reach(points)], label: null, ticks: 5, tickFormat: inPercent, grid: true },
    y: {
      domain: points.map(({ of }) => of),
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => opening(name, LONGEST),
    },
    marks: [
      plot.ruleY(points, { y: 'of', x1: 'low', x2: 'high', stroke: 'var(--accent)', strokeWidth: 2 }),
      plot.dot(points, { y: 'of', x: 'value', r: 4.5, fill: 'var(--accent)' }),
      plot.text(points, {
        y: 'of',
        x: 'high',
        text: ({ value }: RatePoint) => percent(value),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  };
}

/** A line over time in the band of its intervals. */
export function ratesByTimePlot(
  plot: typeof Plot,
  points: readonly RatePoint[],
  unit: SurveyReport['time']['unit'],
): Plot.PlotOptions {
  const at = ({ of }: RatePoint) => middleOf(of, unit);
  return {
    width: 560,
    height: 216,
    marginLeft: 48,
    marginTop: 12,
    marginBottom: 40,
    x: { type: 'utc', label: null, ticks: 5 },
    y: { domain: [0, reach(points)], label: null, ticks: 4, tickFormat: inPercent, grid: true },
    marks: [
      plot.areaY(points, { x: at, y1: 'low', y2: 'high', fill: 'var(--accent)', fillOpacity: 0.18 }),
      plot.lineY(points, { x: at, y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
      plot.dot(points, { x: at, y: 'value', r: 2.5, fill: 'var(--accent)' }),
      plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
    ],
  };
}
