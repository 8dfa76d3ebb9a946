import { NativeSelect } from '@mantine/core';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { percent } from '../../ui/format.ts';
import { ConversationPreview } from './ConversationPreview.tsx';
import type { ChosenFile } from './chosen.ts';
import classes from './Import.module.css';
import { useImport } from './store.ts';
import { ADAPTER_CHOICES, adapterTitle } from './words.ts';

interface InspectedProps {
  chosen: ChosenFile;
  disabled: boolean;
}

/** What was found in a file: the format and why, its faults, and its first conversations as they would be stored. */
export function Inspected({ chosen, disabled }: InspectedProps) {
  const readAs = useImport((state) => state.readAs);
  const { looked } = chosen;
  const format = (
    <NativeSelect
      label="Read as"
      data={ADAPTER_CHOICES}
      value={chosen.adapter}
      disabled={disabled}
      onChange={(event) => void readAs(chosen.file, event.currentTarget.value)}
    />
  );
  if (looked.status === 'looking') return <p className={classes.inspected}>Looking at the first records…</p>;
  if (looked.status === 'failed')
    return (
      <div className={classes.inspected}>
        <ErrorNote error={looked.error} />
        <div className={classes.override}>{format}</div>
      </div>
    );
  const { because, confidence, runnersUp, preview, faults } = looked.inspection;
  return (
    <div className={`${classes.inspected} ${classes.twoColumns}`}>
      <div className={classes.facts}>
        {format}
        <p>
          {because} <span className={classes.hint}>({percent(confidence)})</span>
        </p>
        {runnersUp.map((guess) => (
          <p key={guess.adapter} className={classes.hint}>
            Next: {adapterTitle(guess.adapter)} ({percent(guess.confidence)}). {guess.because}
          </p>
        ))}
        {faults.length > 0 ? (
          <div>
            <h3 className={classes.small}>Faults in the records looked at</h3>
            <ul className={classes.faults}>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <ConversationPreview conversations={preview} />
    </div>
  );
}
