import { SegmentedControl, TextInput } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import type { DrawProblems } from './draw-form.ts';
import { FilterFields } from './FilterFields.tsx';
import classes from './Sample.module.css';
import { StrataFields } from './StrataFields.tsx';
import { useSample } from './store.ts';

export type FieldValues = OutputOf<'sample.fields'>['fields'][number];

interface DrawFieldsProps {
  fields: readonly FieldValues[];
  problems: DrawProblems;
}

/** The fields of the draw. Enter in any of them draws. */
export function DrawFields({ fields, problems }: DrawFieldsProps) {
  const { draw, setDraw } = useSample();
  return (
    <div className={classes.form}>
      <div className={classes.pair}>
        <TextInput
          label="Size"
          inputMode="numeric"
          value={draw.size}
          error={problems.size}
          onChange={(event) => setDraw({ size: event.currentTarget.value })}
        />
        <SeedField value={draw.seed} error={problems.seed} onChange={(seed) => setDraw({ seed })} />
      </div>
      <fieldset className={classes.group}>
        <legend className={classes.label}>From each conversation</legend>
        <SegmentedControl
          fullWidth
          aria-label="From each conversation"
          value={draw.answers}
          onChange={(answers) => setDraw({ answers: answers === 'last' ? 'last' : 'all' })}
          data={[
            { value: 'all', label: 'Every answer' },
            { value: 'last', label: 'The last answer' },
          ]}
        />
      </fieldset>
      <FilterFields fields={fields} />
      <StrataFields fields={fields} problem={problems.minPerStratum} />
    </div>
  );
}
