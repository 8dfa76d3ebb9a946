import type * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { timePlot } from './time-plot.ts';

type Bucket = SurveyReport['time']['buckets'][number];

const columnsIn = ({ columns }: typeof surveyText.en): readonly Column<Bucket>[] => [
  { key: 'from', title: columns.from, cell: ({ from }) => from },
  {
    key: 'conversations',
    title: columns.conversations,
    number: true,
    cell: ({ conversations }) => count(conversations),
  },
  { key: 'answers', title: columns.answers, number: true, cell: ({ answers }) => count(answers) },
];

/** When the conversations took place. */
export function TimeFigure({ time, sentence }: { time: SurveyReport['time']; sentence: string }) {
  const t = useText(surveyText);
  const draw = useCallback((plot: typeof Plot) => timePlot(plot, time), [time]);
  if (time.buckets.length === 0) return null;
  return (
    <PlotFigure
      caption={t.conversationsBy[time.unit]}
      description={sentence}
      draw={draw}
      table={
        <DataTable
          label={t.conversationsBy[time.unit]}
          columns={columnsIn(t)}
          rows={time.buckets}
          rowKey={({ from }) => from}
          height={320}
        />
      }
    />
  );
}
