import { TextInput } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { type DrawProblems, hasStrata } from './draw-form.ts';
import { FilterFields } from './FilterFields.tsx';
import { PopulationFields } from './PopulationFields.tsx';
import classes from './Sample.module.css';
import { StrataFields } from './StrataFields.tsx';
import { StrategyFields } from './StrategyFields.tsx';
import { useSample } from './store.ts';

export type FieldValues = OutputOf<'sample.fields'>['fields'][number];

interface DrawFieldsProps {
  fields: readonly FieldValues[];
  problems: DrawProblems;
}

/** The fields of the draw. Enter in any of them draws. */
export function DrawFields({ fields, problems }: DrawFieldsProps) {
  const t = useText(sampleText);
  const { draw, setDraw } = useSample();
  return (
    <div className={classes.form}>
      <div className={classes.three}>
        <TextInput
          label={t.size}
          inputMode="numeric"
          value={draw.size}
          error={problems.size}
          onChange={(event) => setDraw({ size: event.currentTarget.value })}
        />
        <SeedField value={draw.seed} error={problems.seed} onChange={(seed) => setDraw({ seed })} />
        <TextInput
          label={t.rate}
          inputMode="decimal"
          placeholder={t.none}
          rightSection="%"
          value={draw.rate}
          error={problems.rate}
          onChange={(event) => setDraw({ rate: event.currentTarget.value })}
        />
      </div>
      <FilterFields fields={fields} problem={problems.filter} />
      <StrategyFields problems={problems} />
      {hasStrata(draw) ? <StrataFields fields={fields} problems={problems} /> : null}
      <PopulationFields />
    </div>
  );
}
