import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { freshSeed, SeedField } from '../../ui/SeedField.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { drawInput } from './draw-input.ts';

const SLOT = 'audit-draw';

interface DrawSampleProps {
  /** No bias sample has been drawn yet. */
  first: boolean;
  onDrawn: (sample: string) => void;
  onLeave: () => void;
}

/** Draws a bias sample: every marked answer, and unmarked ones at random beside them. */
export function DrawSample({ first, onDrawn, onLeave }: DrawSampleProps) {
  const t = useText(auditText);
  const runJob = useApp((state) => state.runJob);
  const [unmarked, setUnmarked] = useState('50');
  const [seed, setSeed] = useState(freshSeed);
  const { input, problems } = drawInput(unmarked, seed);
  const draw = useAction(async (wanted: NonNullable<typeof input>) => {
    const drawn = await runJob(SLOT, t.drawing, 'audit.draw', wanted);
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
      <h2 className={classes.partTitle}>{t.draw}</h2>
      <p>{t.drawText}</p>
      <div className={classes.pair}>
        <TextInput
          label={t.unmarkedAnswers}
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
          {t.drawIt}
        </Button>
        {first ? null : (
          <Button variant="default" onClick={onLeave}>
            {t.back}
          </Button>
        )}
      </div>
    </form>
  );
}
