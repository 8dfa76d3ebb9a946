import { ActionIcon, Button } from '@mantine/core';
import { bytes, plural } from '../../ui/format.ts';
import { ChevronDown, ChevronRight, Close } from '../../ui/icons.tsx';
import { type ChosenFile, holdsRatings } from './chosen.ts';
import classes from './Import.module.css';
import { Inspected } from './Inspected.tsx';
import { useImport } from './store.ts';
import { adapterTitle, confidenceWord } from './words.ts';

interface ChosenRowProps {
  chosen: ChosenFile;
  open: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function verdict({ looked }: ChosenFile): string {
  if (looked.status === 'looking') return 'looking…';
  if (looked.status === 'failed') return 'cannot be read';
  const { adapter, confidence, faults } = looked.inspection;
  const found = `${adapterTitle(adapter)}, ${confidenceWord(confidence)}`;
  return faults.length === 0 ? found : `${found} · ${plural(faults.length, 'fault')} near the start`;
}

/** One chosen file: name, size and format on a line, opening onto what was found. */
export function ChosenRow({ chosen, open, disabled, onToggle }: ChosenRowProps) {
  const { remove, importAsRatings } = useImport();
  const { looked } = chosen;
  const tone =
    looked.status === 'failed'
      ? classes.verdictBad
      : looked.status === 'ready' && looked.inspection.faults.length > 0
        ? classes.verdictWarn
        : classes.verdict;
  return (
    <li className={classes.file}>
      <div className={classes.fileLine}>
        <button type="button" className={classes.fileName} aria-expanded={open} onClick={onToggle}>
          {open ? <ChevronDown /> : <ChevronRight />}
          <span>{chosen.name}</span>
        </button>
        <span className={tone}>{verdict(chosen)}</span>
        <span className={classes.size}>{bytes(chosen.bytes)}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={`Leave out ${chosen.name}`}
          onClick={() => remove(chosen.file)}
        >
          <Close />
        </ActionIcon>
      </div>
      {looked.status === 'failed' ? (
        <div className={classes.refused}>
          <p>
            {looked.error.message.replace(/[^.!?]$/, '$&.')} {looked.error.advice}
          </p>
          {holdsRatings(chosen) ? (
            <Button size="compact-sm" disabled={disabled} onClick={() => void importAsRatings(chosen.file)}>
              Import as ratings
            </Button>
          ) : null}
        </div>
      ) : null}
      {open ? <Inspected chosen={chosen} disabled={disabled} /> : null}
    </li>
  );
}
