import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import type { Rate } from '../../../shared/survey/wilson.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { type RatePoint, ratesByModelPlot, ratesByTimePlot } from './rate-plots.ts';
import { percent, rateCell } from './words.ts';

interface NamedRate {
  /** Model, or first day of the time. */
  of: string;
  rate: Rate;
}

const columnsIn = ({ columns }: typeof surveyText.en, title: string): readonly Column<NamedRate>[] => [
  { key: 'of', title, cell: ({ of }) => of },
  { key: 'k', title: columns.count, number: true, cell: ({ rate }) => count(rate.k) },
  { key: 'n', title: columns.of, number: true, cell: ({ rate }) => count(rate.n) },
  { key: 'rate', title: columns.rateInterval, number: true, cell: ({ rate }) => rateCell(rate) },
];

interface RateFigureProps {
  caption: string;
  rates: readonly NamedRate[];
  /** Over time by this unit; by model where it is left out. */
  unit?: SurveyReport['time']['unit'];
}

/** A rate of each model, or over time, with its intervals; nothing where there is none. */
export function RateFigure({ caption, rates, unit }: RateFigureProps) {
  const t = useText(surveyText);
  const points = useMemo(
    () =>
      rates.flatMap(({ of, rate }): RatePoint[] =>
        rate.value === null || rate.ci === null
          ? []
          : [{ of, value: rate.value, low: rate.ci[0], high: rate.ci[1], n: rate.n }],
      ),
    [rates],
  );
  const draw = useCallback(
    (plot: typeof Plot) => (unit ? ratesByTimePlot(plot, points, unit) : ratesByModelPlot(plot, points)),
    [points, unit],
  );
  if (points.length === 0) return null;
  return (
    <PlotFigure
      caption={caption}
      description={points.map(({ of, value }) => t.point(of, percent(value))).join('; ')}
      draw={draw}
      table={
        <DataTable
          label={caption}
          columns={columnsIn(t, unit ? t.columns.from : t.columns.model)}
          rows={rates}
          rowKey={({ of }) => of}
          height={320}
        />
      }
    />
  );
}
