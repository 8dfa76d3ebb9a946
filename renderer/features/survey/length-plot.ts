import type * as Plot from '@observablehq/plot';
import type { Distribution } from '../../../shared/survey/schema.ts';
import type { surveyText } from '../../catalogue/survey.ts';
import { count } from '../../ui/format.ts';

/** Up to so many single values a bar stands for each; more are drawn by the logarithm. */
const SINGLE = 20;

/** Bars of how often each size came; a mark for the middle one. */
export function lengthPlot(
  plot: typeof Plot,
  { bars, median, max }: Distribution,
  { middle }: Pick<typeof surveyText.en, 'middle'>,
): Plot.PlotOptions {
  const common: Plot.PlotOptions = {
    width: 560,
    height: 200,
    marginLeft: 56,
    marginTop: 24,
    y: { label: null, grid: true, ticks: 4, tickFormat: (n: number) => count(n) },
  };
  return max !== null && max <= SINGLE
    ? single(plot, common, bars)
    : spread(plot, common, bars, median, middle);
}

function single(plot: typeof Plot, common: Plot.PlotOptions, bars: Distribution['bars']): Plot.PlotOptions {
  const labels = new Map(bars.map(({ from, to }) => [from, from === to ? count(from) : `${from}–${to}`]));
  return {
    ...common,
    x: { type: 'band', label: null, padding: 0.2, tickFormat: (from: number) => labels.get(from) ?? '' },
    marks: [
      plot.barY(bars, { x: 'from', y: 'n', fill: 'var(--accent)' }),
      plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
    ],
  };
}

/** Where a logarithmic axis begins, for what is 0. */
const NOUGHT = 0.6;

function spread(
  plot: typeof Plot,
  common: Plot.PlotOptions,
  bars: Distribution['bars'],
  median: number | null,
  middleIs: (n: string) => string,
): Plot.PlotOptions {
  const middle = median === null || median === 0 ? [] : [median];
  return {
    ...common,
    x: { type: 'log', label: null, ticks: 6, tickFormat: (n: number) => (n < 1 ? '0' : count(n)) },
    marks: [
      plot.rectY(bars, {
        x1: ({ from }: Distribution['bars'][number]) => (from === 0 ? NOUGHT : from),
        x2: ({ to }: Distribution['bars'][number]) => to + 1,
        y: 'n',
        fill: 'var(--accent)',
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      plot.ruleX(middle, { stroke: 'var(--ink)', strokeDasharray: '2 3' }),
      plot.text(middle, {
        x: (n: number) => n,
        frameAnchor: 'top',
        text: (n: number) => middleIs(count(n)),
        textAnchor: 'start',
        dx: 6,
        dy: -16,
        fill: 'var(--ink)',
        fontSize: 13,
      }),
    ],
  };
}
