import { TextInput } from '@mantine/core';
import { type Dimension, dimensionLabel } from '../../../shared/domain/rubric.ts';
import classes from './Export.module.css';
import { bounds, type RecipeProblems } from './recipe-form.ts';
import { useExport } from './store.ts';

type Table = 'atLeast' | 'atMost' | 'weights';

interface DimensionFieldsProps {
  dimensions: readonly Dimension[];
  problems: RecipeProblems;
}

/** Limits on each dimension's mean (good answers), or its weight in the score (preference pairs). */
export function DimensionFields({ dimensions, problems }: DimensionFieldsProps) {
  const { form, setForm } = useExport();
  const numeric = dimensions.flatMap((dimension) => {
    const range = bounds(dimension);
    return range ? { dimension, range } : [];
  });
  const sft = form.format === 'trl-sft';
  const tables: readonly Table[] = sft ? ['atLeast', 'atMost'] : ['weights'];
  const heads: Record<Table, string> = { atLeast: 'At least', atMost: 'At most', weights: 'Weight' };
  const cell = (table: Table, { id }: Dimension, label: string) => (
    <TextInput
      key={table}
      size="xs"
      inputMode="decimal"
      aria-label={`${label}, ${heads[table].toLowerCase()}`}
      value={form[table][id] ?? ''}
      error={problems[`${table}.${id}`]}
      onChange={(event) => setForm({ [table]: { ...form[table], [id]: event.currentTarget.value } })}
    />
  );
  return (
    <fieldset>
      <legend className={classes.label}>{sft ? 'And its mean is' : 'What counts in the score'}</legend>
      <div className={sft ? classes.limits : classes.weights}>
        <span />
        {tables.map((table) => (
          <span key={table} className={classes.hint}>
            {heads[table]}
          </span>
        ))}
        {numeric.map(({ dimension, range: [low, high] }) => {
          const label = dimensionLabel(dimension);
          return (
            <div key={dimension.id} className={classes.limit}>
              <span>
                {label}{' '}
                <span className={classes.range}>
                  {low} to {high}
                </span>
              </span>
              {sft
                ? [cell('atLeast', dimension, label), cell('atMost', dimension, label)]
                : cell('weights', dimension, label)}
            </div>
          );
        })}
      </div>
      {sft ? null : (
        <p className={classes.hint}>
          All empty: every dimension counts the same. Else only those with a weight count.
        </p>
      )}
    </fieldset>
  );
}
