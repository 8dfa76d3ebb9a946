import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import type { ValueCounts } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { type ValueRow, valuePlot } from './value-plot.ts';
import { percent } from './words.ts';

/** Bars drawn; the table behind has all that are told apart. */
const DRAWN = 8;

const columnsIn = ({ columns }: typeof surveyText.en): readonly Column<ValueRow>[] => [
  { key: 'value', title: columns.value, cell: ({ value }) => value },
  { key: 'n', title: columns.count, number: true, cell: ({ n }) => count(n) },
  {
    key: 'share',
    title: columns.share,
    number: true,
    cell: ({ share }) => (share === null ? '–' : percent(share)),
  },
];

/** The most frequent values, then the others together, then those without. */
function rowsOf(t: typeof surveyText.en, { top, other, absent }: ValueCounts, most: number): ValueRow[] {
  const all = top.reduce((sum, { n }) => sum + n, other);
  const rest = top.slice(most).reduce((sum, { n }) => sum + n, other);
  return [
    ...top.slice(0, most).map((row) => ({ ...row, plain: false })),
    ...(rest > 0 ? [{ value: t.others, n: rest, share: rest / all, plain: true }] : []),
    ...(absent > 0 ? [{ value: t.notGiven, n: absent, share: null, plain: true }] : []),
  ];
}

interface ValueFigureProps {
  caption: string;
  values: ValueCounts;
}

/** How often each value of a field came; nothing where none did. */
export function ValueFigure({ caption, values }: ValueFigureProps) {
  const t = useText(surveyText);
  const drawn = useMemo(() => rowsOf(t, values, DRAWN), [t, values]);
  const draw = useCallback((plot: typeof Plot) => valuePlot(plot, drawn), [drawn]);
  const first = values.top[0];
  if (!first) return null;
  return (
    <PlotFigure
      caption={caption}
      description={t.mostOften(first.value, percent(first.share))}
      draw={draw}
      table={
        <DataTable
          label={caption}
          columns={columnsIn(t)}
          rows={rowsOf(t, values, values.top.length)}
          rowKey={({ value, plain }) => `${plain}${value}`}
          height={320}
        />
      }
    />
  );
}
