import { percent } from '../../ui/format.ts';
import { ConversationPreview } from './ConversationPreview.tsx';
import type { ChosenFile } from './chosen.ts';
import { FormatField } from './FormatField.tsx';
import classes from './Import.module.css';
import { adapterTitle } from './words.ts';

interface InspectedProps {
  chosen: ChosenFile;
  disabled: boolean;
}

/** What was found in a file: the format and why, its faults, and its first conversations as they would be stored. */
export function Inspected({ chosen, disabled }: InspectedProps) {
  const { looked } = chosen;
  if (looked.status === 'looking') return <p className={classes.inspected}>Looking at the first records…</p>;
  if (looked.status === 'failed')
    return (
      <div className={classes.inspected}>
        <p className={classes.path}>{looked.error.code}</p>
        <div className={classes.override}>
          <FormatField chosen={chosen} found={null} disabled={disabled} />
        </div>
      </div>
    );
  const { adapter, because, confidence, runnersUp, preview, faults } = looked.inspection;
  return (
    <div className={`${classes.inspected} ${classes.twoColumns}`}>
      <div className={classes.facts}>
        <FormatField chosen={chosen} found={adapter} disabled={disabled} />
        <p className={classes.hint}>
          {percent(confidence)}: {because}
        </p>
        {runnersUp.map((guess) => (
          <p key={guess.adapter} className={classes.hint}>
            Less likely, {percent(guess.confidence)}: {adapterTitle(guess.adapter)} ({guess.because})
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
