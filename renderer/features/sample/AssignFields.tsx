import { TagsInput, TextInput } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { plural } from '../../ui/format.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { assignProblems, tidyNames } from './assign-form.ts';
import { GoldField } from './GoldField.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

/** The fields of the assignment. */
export function AssignFields() {
  const { assign, setAssign } = useSample();
  const known = useApp((state) => state.project?.raters) ?? [];
  const problems = assignProblems(assign);
  const fresh = tidyNames(assign.raters).filter((name) => !known.some((rater) => rater.name === name));
  return (
    <div className={classes.form}>
      <TagsInput
        label="Raters"
        description={
          fresh.length > 0
            ? `${plural(fresh.length, 'new name')}: added to the project.`
            : 'Choose names, or type new ones and press Enter.'
        }
        data={known.map((rater) => rater.name)}
        value={[...assign.raters]}
        onChange={(raters) => setAssign({ raters: tidyNames(raters) })}
        classNames={{ inputField: classes.tagField ?? '' }}
        acceptValueOnBlur
        clearable
      />
      <div className={classes.pair}>
        <TextInput
          label="Raters on each item"
          inputMode="numeric"
          value={assign.overlap}
          error={problems.overlap}
          onChange={(event) => setAssign({ overlap: event.currentTarget.value })}
        />
        <TextInput
          label="Hidden repeats each"
          inputMode="numeric"
          value={assign.repeat}
          error={problems.repeat}
          onChange={(event) => setAssign({ repeat: event.currentTarget.value })}
        />
      </div>
      <SeedField
        description="Balances who gets what, and shuffles each rater's order."
        value={assign.seed}
        error={problems.seed}
        onChange={(seed) => setAssign({ seed })}
      />
      <GoldField />
    </div>
  );
}
