import { TextInput } from '@mantine/core';
import { boundsOf, type Dimension, dimensionLabel } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import classes from './Export.module.css';
import type { RecipeProblems } from './recipe-form.ts';
import { useExport } from './store.ts';

type Table = 'atLeast' | 'atMost' | 'weights';

interface DimensionFieldsProps {
  dimensions: readonly Dimension[];
  problems: RecipeProblems;
}

/** Limits on each dimension's mean (good answers), or its weight in the score (preference pairs). */
export function DimensionFields({ dimensions, problems }: DimensionFieldsProps) {
  const t = useText(exportText);
  const { form, setForm } = useExport();
  const numeric = dimensions.flatMap((dimension) => {
    const range = boundsOf(dimension);
    return range ? { dimension, range } : [];
  });
  const sft = form.format === 'trl-sft';
  const tables: readonly Table[] = sft ? ['atLeast', 'atMost'] : ['weights'];
  const cell = (table: Table, { id }: Dimension, label: string) => (
    <TextInput
      key={table}
      size="xs"
      inputMode="decimal"
      aria-label={t.fields[table](label)}
      value={form[table][id] ?? ''}
      error={problems[`${table}.${id}`]}
      onChange={(event) => setForm({ [table]: { ...form[table], [id]: event.currentTarget.value } })}
    />
  );
  return (
    <fieldset>
      <legend className={classes.label}>{sft ? t.meanIs : t.whatCounts}</legend>
      <div className={sft ? classes.limits : classes.weights}>
        <span />
        {tables.map((table) => (
          <span key={table} className={classes.hint}>
            {t.tables[table]}
          </span>
        ))}
        {numeric.map(({ dimension, range: [low, high] }) => {
          const label = dimensionLabel(dimension);
          return (
            <div key={dimension.id} className={classes.limit}>
              <span>
                {label} <span className={classes.range}>{t.range(low, high)}</span>
              </span>
              {sft
                ? [cell('atLeast', dimension, label), cell('atMost', dimension, label)]
                : cell('weights', dimension, label)}
            </div>
          );
        })}
      </div>
      {sft ? null : <p className={classes.hint}>{t.aboutWeights}</p>}
    </fieldset>
  );
}
