import type * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { timePlot } from './time-plot.ts';

const COLUMNS: readonly Column<SurveyReport['time']['buckets'][number]>[] = [
  { key: 'from', title: 'From', cell: ({ from }) => from },
  {
    key: 'conversations',
    title: 'Conversations',
    number: true,
    cell: ({ conversations }) => count(conversations),
  },
  { key: 'answers', title: 'Answers', number: true, cell: ({ answers }) => count(answers) },
];

/** When the conversations took place. */
export function TimeFigure({ time }: { time: SurveyReport['time'] }) {
  const draw = useCallback((plot: typeof Plot) => timePlot(plot, time), [time]);
  if (time.buckets.length === 0) return null;
  return (
    <PlotFigure
      caption={`Conversations by ${time.unit}`}
      description={time.sentence}
      draw={draw}
      table={
        <DataTable
          label={`Conversations by ${time.unit}`}
          columns={COLUMNS}
          rows={time.buckets}
          rowKey={({ from }) => from}
          height={320}
        />
      }
    />
  );
}
