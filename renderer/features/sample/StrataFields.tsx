import { Checkbox, TextInput } from '@mantine/core';
import { plural } from '../../ui/format.ts';
import type { FieldValues } from './DrawFields.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';
import { fieldTitle } from './where.ts';

/** "3 values", "50 values or more" where the list was cut. */
const valuesText = (values: FieldValues['values']): string =>
  values.length >= 50 ? '50 values or more' : plural(values.length, 'value');

interface StrataFieldsProps {
  fields: readonly FieldValues[];
  problem: string | undefined;
}

/** The fields whose combinations are the strata, and how many items each stratum gets at least. */
export function StrataFields({ fields, problem }: StrataFieldsProps) {
  const { draw, setDraw } = useSample();
  const { strata } = draw;
  const toggle = (field: string) =>
    setDraw({
      strata: strata.includes(field) ? strata.filter((one) => one !== field) : [...strata, field],
    });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>Stratify by</legend>
      {fields.length === 0 ? (
        <p className={classes.hint}>The transcripts carry no fields to stratify by.</p>
      ) : null}
      <div className={classes.checks}>
        {fields.map(({ field, values }) => (
          <Checkbox
            key={field}
            checked={strata.includes(field)}
            disabled={values.length < 2 && !strata.includes(field)}
            onChange={() => toggle(field)}
            label={
              <>
                {fieldTitle(field)} <span className={classes.hint}>{valuesText(values)}</span>
              </>
            }
          />
        ))}
      </div>
      {strata.length > 0 ? (
        <TextInput
          label="At least, from each stratum"
          inputMode="numeric"
          className={classes.short}
          value={draw.minPerStratum}
          error={problem}
          onChange={(event) => setDraw({ minPerStratum: event.currentTarget.value })}
        />
      ) : null}
    </fieldset>
  );
}
