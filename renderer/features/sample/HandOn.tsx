import { Button, NativeSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { RaterWork } from '../../../shared/contract/sampling.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import { tidyNames } from './assign-form.ts';
import { seedOf } from './draw-form.ts';
import { handedOnSentence } from './guidance.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

interface HandOnProps {
  sample: string;
  raters: readonly RaterWork[];
  onDone: () => void;
  onClose: () => void;
}

/** Hands on what a rater has not submitted of a sample. What they submitted stays theirs. */
export function HandOn({ sample, raters, onDone, onClose }: HandOnProps) {
  const t = useText(assignText);
  const seed = useSample((state) => state.assign.seed);
  const refreshProject = useApp((state) => state.refreshProject);
  const busyRaters = raters.filter(({ open }) => open > 0);
  const [chosen, setRater] = useState('');
  const [by, setBy] = useState<string[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const leaving = busyRaters.find((one) => one.rater === chosen) ?? busyRaters[0];
  const { rater, open } = leaving ?? { rater: '', open: 0 };
  const handOn = useAction(async () => {
    const done = await bridge.call('assign.replace', { rater, by, sample, seed: seedOf(seed.trim() || '1') });
    if (done.ok) {
      setSaid(handedOnSentence(rater, done.value));
      setBy([]);
      await refreshProject();
      onDone();
    }
    return done;
  });
  return (
    <div className={classes.handOn}>
      <div className={classes.handOnFields}>
        <NativeSelect
          label={t.who}
          data={busyRaters.map((one) => ({ value: one.rater, label: t.openOf(one.rater, one.open) }))}
          value={rater}
          onChange={(event) => setRater(event.currentTarget.value)}
        />
        <TagsInput
          label={t.takesOver}
          data={raters.map((one) => one.rater).filter((name) => name !== rater)}
          value={by}
          onChange={(names) => setBy(tidyNames(names))}
          classNames={{ inputField: classes.tagField ?? '' }}
          acceptValueOnBlur
        />
      </div>
      <div className={classes.buttons}>
        <Button
          size="xs"
          disabled={by.length === 0 || open === 0 || handOn.busy}
          onClick={() => void handOn.run()}
        >
          {t.handOn(open)}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.close}
        </Button>
      </div>
      <p className={classes.hint} role="status">
        {said ?? t.handOnHint}
      </p>
      {handOn.error ? <ErrorNote error={handOn.error} onDismiss={handOn.dismiss} /> : null}
    </div>
  );
}
