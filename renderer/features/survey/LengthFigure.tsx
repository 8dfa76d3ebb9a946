import type * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import type { Distribution } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type LengthOf, surveyReading } from '../../catalogue/survey-reading.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { lengthPlot } from './length-plot.ts';
import classes from './Survey.module.css';

type Bar = Distribution['bars'][number];

interface LengthFigureProps {
  of: LengthOf;
  caption: string;
  /** What is counted, as a column's title: "Characters". */
  unit: string;
  distribution: Distribution;
}

const columns = (t: typeof surveyText.en, unit: string): readonly Column<Bar>[] => [
  {
    key: 'size',
    title: unit,
    cell: ({ from, to }) => (from === to ? count(from) : t.range(count(from), count(to))),
  },
  { key: 'n', title: t.columns.count, number: true, cell: ({ n }) => count(n) },
];

/** How a size is spread, with a sentence that reads it. */
export function LengthFigure({ of, caption, unit, distribution }: LengthFigureProps) {
  const t = useText(surveyText);
  const sentence = useText(surveyReading)?.lengths(of, distribution) ?? distribution.sentence;
  const draw = useCallback((plot: typeof Plot) => lengthPlot(plot, distribution, t), [distribution, t]);
  return (
    <div>
      {distribution.n > 0 ? (
        <PlotFigure
          caption={caption}
          description={sentence}
          draw={draw}
          table={
            <DataTable
              label={caption}
              columns={columns(t, unit)}
              rows={distribution.bars}
              rowKey={({ from }) => from}
              height={320}
            />
          }
        />
      ) : (
        <h3 className={classes.caption}>{caption}</h3>
      )}
      <p className={classes.sentence}>{sentence}</p>
    </div>
  );
}
