import { Button, NativeSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { RaterWork } from '../../../shared/contract/sampling.ts';
import { bridge } from '../../bridge.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { plural } from '../../ui/format.ts';
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
          label="Who leaves"
          data={busyRaters.map((one) => ({ value: one.rater, label: `${one.rater} · ${one.open} open` }))}
          value={rater}
          onChange={(event) => setRater(event.currentTarget.value)}
        />
        <TagsInput
          label="Who takes over"
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
          Hand on {plural(open, 'open item')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Close
        </Button>
      </div>
      <p className={classes.hint} role="status">
        {said ?? 'What was submitted stays. The rest is balanced over those named, and recorded.'}
      </p>
      {handOn.error ? <ErrorNote error={handOn.error} onDismiss={handOn.dismiss} /> : null}
    </div>
  );
}
