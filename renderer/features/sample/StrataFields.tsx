import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { ALLOCATIONS, type AllocationRule } from '../../../shared/sampling/parameters.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import type { FieldValues } from './DrawFields.tsx';
import type { DrawProblems } from './draw-form.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';
import { strataChoices } from './strata-choices.ts';

interface StrataFieldsProps {
  fields: readonly FieldValues[];
  problems: DrawProblems;
}

const isAllocation = (text: string): text is AllocationRule => ALLOCATIONS.some((one) => one === text);

/** The fields whose combinations are the strata, how they share the draw, and how many each gives at least. */
export function StrataFields({ fields, problems }: StrataFieldsProps) {
  const t = useText(sampleText);
  const { draw, setDraw } = useSample();
  const rubric = useApp((state) => state.project?.rubric);
  const dimensions = rubric?.dimensions ?? [];
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t.strata}</legend>
      <MultiSelect
        aria-label={t.strataFields}
        placeholder={draw.strata.length === 0 ? t.strataHint : ''}
        data={strataChoices(fields)}
        value={[...draw.strata]}
        classNames={{ inputField: classes.tagField ?? '' }}
        searchable
        onChange={(strata) => setDraw({ strata })}
      />
      {draw.strata.length > 0 ? (
        <>
          <div className={classes.pair}>
            <NativeSelect
              label={t.allocation}
              data={ALLOCATIONS.map((value) => ({ value, label: t.allocations[value].title }))}
              value={draw.allocation}
              onChange={({ currentTarget: { value } }) =>
                isAllocation(value) && setDraw({ allocation: value })
              }
            />
            <TextInput
              label={t.atLeast}
              inputMode="numeric"
              value={draw.minPerStratum}
              error={problems.minPerStratum}
              onChange={(event) => setDraw({ minPerStratum: event.currentTarget.value })}
            />
          </div>
          <p className={classes.hint}>{t.allocations[draw.allocation].does}</p>
          {draw.allocation === 'neyman' ? (
            <NativeSelect
              label={t.spreadOn}
              description={t.dimensions(dimensions.length)}
              data={[
                { value: '', label: t.choose },
                ...dimensions.map(({ id, label }) => ({ value: id, label: label ?? id })),
              ]}
              value={draw.dimension}
              error={problems.dimension}
              onChange={(event) => setDraw({ dimension: event.currentTarget.value })}
            />
          ) : null}
        </>
      ) : null}
    </fieldset>
  );
}
