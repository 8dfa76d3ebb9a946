import { Checkbox, SegmentedControl } from '@mantine/core';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

const ANSWERS: readonly { value: DrawParameters['answers']; label: string }[] = [
  { value: 'all', label: 'Every answer' },
  { value: 'last', label: 'The last' },
  { value: 'one', label: 'One by chance' },
];

/** Which answers of a conversation can be drawn, and which are passed over. */
export function PopulationFields() {
  const { draw, setDraw } = useSample();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>From each conversation</legend>
      <SegmentedControl
        fullWidth
        aria-label="From each conversation"
        value={draw.answers}
        onChange={(chosen) => {
          const answers = ANSWERS.find(({ value }) => value === chosen)?.value;
          if (answers) setDraw({ answers });
        }}
        data={[...ANSWERS]}
      />
      <div className={classes.checks}>
        <Checkbox
          size="xs"
          label="Only contexts with several candidates"
          checked={draw.candidatesOnly}
          onChange={(event) => setDraw({ candidatesOnly: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label="Also answers that have been rated"
          checked={draw.includeRated}
          onChange={(event) => setDraw({ includeRated: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label="Not those of earlier samples"
          checked={draw.excludeSampled}
          onChange={(event) => setDraw({ excludeSampled: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}
