import { Button, TagsInput, TextInput } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { plural } from '../../ui/format.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { assignProblems, tidyNames } from './assign-form.ts';
import { GoldField } from './GoldField.tsx';
import { assignmentGuidance } from './guidance.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

interface AssignFieldsProps {
  /** Items of the chosen sample. */
  items: number;
  disabled: boolean;
  onAssign: () => void;
}

/** The form of the assignment, with what it would mean. */
export function AssignFields({ items, disabled, onAssign }: AssignFieldsProps) {
  const { assign, setAssign } = useSample();
  const known = useApp((state) => state.project?.raters) ?? [];
  const problems = assignProblems(assign);
  const names = tidyNames(assign.raters);
  const fresh = names.filter((name) => !known.some((rater) => rater.name === name)).length;
  const guidance = problems.overlap?.startsWith('A ')
    ? []
    : assignmentGuidance(items, names.length, Number(assign.overlap));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled) onAssign();
      }}
    >
      <TagsInput
        label="Raters"
        description={
          fresh > 0
            ? `${plural(fresh, 'new name')} will be added.`
            : 'Choose names, or type new ones and press Enter.'
        }
        data={known.map((rater) => rater.name)}
        value={[...assign.raters]}
        onChange={(raters) => setAssign({ raters: tidyNames(raters) })}
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
      <div aria-live="polite">
        {guidance.map((sentence) => (
          <p key={sentence} className={classes.sentence}>
            {sentence}
          </p>
        ))}
      </div>
      <Button type="submit" disabled={disabled}>
        Assign {plural(items, 'item')}
      </Button>
    </form>
  );
}
