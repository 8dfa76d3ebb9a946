import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { useApp } from '../../store/app.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { assignProblems, tidyNames } from './assign-form.ts';
import { GoldField } from './GoldField.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

/** The fields of the assignment. */
export function AssignFields() {
  const t = useText(assignText);
  const { assign, setAssign } = useSample();
  const known = useApp((state) => state.project?.raters) ?? [];
  const problems = assignProblems(assign);
  const fresh = tidyNames(assign.raters).filter((name) => !known.some((rater) => rater.name === name));
  return (
    <div className={classes.form}>
      <TagsInput
        label={t.raters}
        description={fresh.length > 0 ? t.newNames(fresh.length) : t.chooseNames}
        data={known.map((rater) => rater.name)}
        value={[...assign.raters]}
        onChange={(raters) => setAssign({ raters: tidyNames(raters) })}
        classNames={{ inputField: classes.tagField ?? '' }}
        acceptValueOnBlur
        clearable
      />
      <div className={classes.pair}>
        <TextInput
          label={t.overlap}
          inputMode="numeric"
          value={assign.calibration ? t.all : assign.overlap}
          disabled={assign.calibration}
          error={problems.overlap}
          onChange={(event) => setAssign({ overlap: event.currentTarget.value })}
        />
        <TextInput
          label={t.repeat}
          inputMode="numeric"
          value={assign.repeat}
          error={problems.repeat}
          onChange={(event) => setAssign({ repeat: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        styles={{ description: { paddingInlineStart: 12 } }}
        label={t.calibration}
        description={t.calibrationHint}
        checked={assign.calibration}
        onChange={(event) => setAssign({ calibration: event.currentTarget.checked })}
      />
      <SeedField
        description={t.seedHint}
        value={assign.seed}
        error={problems.seed}
        onChange={(seed) => setAssign({ seed })}
      />
      <GoldField />
    </div>
  );
}
