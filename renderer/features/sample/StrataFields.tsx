import { Checkbox, TextInput } from '@mantine/core';
import { plural } from '../../ui/format.ts';
import type { FieldValues } from './DrawFields.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';
import { fieldTitle } from './where.ts';

/** As many values as the list of a field holds. */
const MOST_VALUES = 50;

/** "3 values", "50 values or more" where the list was cut. */
const valuesText = (values: FieldValues['values']): string =>
  values.length >= MOST_VALUES ? `${MOST_VALUES} values or more` : plural(values.length, 'value');

interface StrataFieldsProps {
  fields: readonly FieldValues[];
  problem: string | undefined;
}

/** The fields whose combinations are the strata, and how many items each stratum gets at least. */
export function StrataFields({ fields, problem }: StrataFieldsProps) {
  const { draw, setDraw } = useSample();
  const { strata } = draw;
  const varying = fields.filter(({ field, values }) => values.length > 1 || strata.includes(field));
  const constant = fields.filter((field) => !varying.includes(field));
  const toggle = (field: string) =>
    setDraw({
      strata: strata.includes(field) ? strata.filter((one) => one !== field) : [...strata, field],
    });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>Stratify by</legend>
      <div className={classes.checks}>
        {varying.map(({ field, values }) => (
          <Checkbox
            key={field}
            checked={strata.includes(field)}
            onChange={() => toggle(field)}
            label={
              <>
                {fieldTitle(field)} <span className={classes.hint}>{valuesText(values)}</span>
              </>
            }
          />
        ))}
      </div>
      {constant.length > 0 ? (
        <p className={classes.hint}>
          The same everywhere, or not given:{' '}
          {constant.map(({ field }) => fieldTitle(field).toLowerCase()).join(', ')}.
        </p>
      ) : null}
      {strata.length > 0 ? (
        <TextInput
          label="At least, from each stratum"
          inputMode="numeric"
          value={draw.minPerStratum}
          error={problem}
          onChange={(event) => setDraw({ minPerStratum: event.currentTarget.value })}
        />
      ) : null}
    </fieldset>
  );
}
