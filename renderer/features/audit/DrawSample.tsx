import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { freshSeed, SeedField } from '../../ui/SeedField.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { drawInput } from './draw-input.ts';

const SLOT = 'audit draw';

interface DrawSampleProps {
  /** No bias sample has been drawn yet. */
  first: boolean;
  onDrawn: (sample: string) => void;
  onLeave: () => void;
}

/** Draws a bias sample: every marked answer, and unmarked ones at random beside them. */
export function DrawSample({ first, onDrawn, onLeave }: DrawSampleProps) {
  const runJob = useApp((state) => state.runJob);
  const [unmarked, setUnmarked] = useState('50');
  const [seed, setSeed] = useState(freshSeed);
  const { input, problems } = drawInput(unmarked, seed);
  const draw = useAction(async (wanted: NonNullable<typeof input>) => {
    const drawn = await runJob(SLOT, 'Drawing the bias sample', 'audit.draw', wanted);
    if (drawn.ok) onDrawn(drawn.value.id);
    return drawn;
  });
  return (
    <form
      className={classes.draw}
      onSubmit={(event) => {
        event.preventDefault();
        if (input) void draw.run(input);
      }}
    >
      <h2 className={classes.partTitle}>Draw a bias sample</h2>
      <p>
        Every answer that a rater marked as biased comes in, and unmarked ones are drawn at random beside
        them, so that both kinds of mistake can be found. Raters are shown under pseudonyms.
      </p>
      <div className={classes.pair}>
        <TextInput
          label="Unmarked answers"
          inputMode="numeric"
          value={unmarked}
          error={problems.unmarked}
          onChange={(event) => setUnmarked(event.currentTarget.value)}
        />
        <SeedField value={seed} error={problems.seed} onChange={setSeed} />
      </div>
      {draw.error ? <ErrorNote error={draw.error} onDismiss={draw.dismiss} /> : null}
      <JobBar slot={SLOT} />
      <div className={classes.actions}>
        <Button type="submit" disabled={input === null || draw.busy}>
          Draw the sample
        </Button>
        {first ? null : (
          <Button variant="default" onClick={onLeave}>
            Back to the sample
          </Button>
        )}
      </div>
    </form>
  );
}
