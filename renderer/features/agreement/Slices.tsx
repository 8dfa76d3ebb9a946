import { Select } from '@mantine/core';
import type * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, percent, statistic } from '../../ui/format.ts';
import { PlotFigure } from '../../ui/PlotFigure.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import type { DimensionReport } from './report.ts';
import { fieldsOf, fieldTitle } from './slice-fields.ts';
import { slicePlot } from './slice-plot.ts';
import { useAgreement } from './store.ts';
import { coefficient, numberWithInterval } from './words.ts';

type Slice = NonNullable<DimensionReport['slices']>[number];
type Texts = typeof agreementPartsText.en;

/** More would be a list, not a plot. */
const MOST_DRAWN = 30;

const columns = ({ sliceColumns: t }: Texts): readonly Column<Slice>[] => [
  { key: 'key', title: t.slice, cell: ({ key }) => key },
  { key: 'alpha', title: t.alpha, number: true, cell: ({ headline }) => numberWithInterval(headline) },
  {
    key: 'pairs',
    title: t.pairs,
    number: true,
    cell: ({ percent_agreement: pairs }) => (pairs.value === null ? '–' : percent(pairs.value)),
  },
  { key: 'ac1', title: t.ac1, number: true, cell: ({ gwet_ac1: ac1 }) => coefficient(ac1) },
  { key: 'units', title: t.items, number: true, cell: ({ units }) => count(units) },
  { key: 'ratings', title: t.ratings, number: true, cell: ({ ratings }) => count(ratings) },
];

function SliceFigure({ slices, field }: { slices: readonly Slice[]; field: string }) {
  const t = useText(agreementPartsText);
  const points = useMemo(
    () =>
      slices.flatMap(({ key, headline: { value, ci } }) =>
        value === null ? [] : [{ key, value, low: ci?.[0] ?? value, high: ci?.[1] ?? value }],
      ),
    [slices],
  );
  const draw = useCallback((plot: typeof Plot) => slicePlot(plot, points), [points]);
  const table = (
    <DataTable label={t.slicesBy(field)} columns={columns(t)} rows={slices} rowKey={({ key }) => key} />
  );
  if (points.length === 0 || points.length > MOST_DRAWN) return table;
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const say = (point: (typeof points)[number] | undefined) =>
    point ? `${point.key} ${statistic(point.value)}` : '';
  return (
    <PlotFigure
      caption={t.slicesBy(field)}
      description={sorted.length > 1 ? t.slicesSaid(say(sorted.at(-1)), say(sorted[0])) : t.slicesOne}
      draw={draw}
      table={table}
    />
  );
}

/** The dimension by model, language, use case, group or time. */
export function Slices({ dimension }: { dimension: string }) {
  const t = useText(agreementPartsText);
  const { by, sliced, sliceError, slice } = useAgreement();
  const { value } = useCall('sample.fields', {});
  const fields = fieldsOf(value?.fields ?? []);
  const slices = sliced?.dimensions.find((entry) => entry.dimension === dimension)?.slices;
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>{t.slices}</h3>
        <Select
          size="xs"
          aria-label={t.sliceBy}
          placeholder={t.noSlices}
          data={fields.map((field) => ({ value: field, label: fieldTitle(field) }))}
          value={by}
          clearable
          onChange={(field) => void slice(field)}
        />
      </div>
      {sliceError ? <ErrorNote error={sliceError} onRetry={() => void slice(by)} /> : null}
      {by !== null && slices ? <SliceFigure slices={slices} field={fieldTitle(by)} /> : null}
    </section>
  );
}
