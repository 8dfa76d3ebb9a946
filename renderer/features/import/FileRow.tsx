import { ActionIcon, Button } from '@mantine/core';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import { bytes, plural } from '../../ui/format.ts';
import { ChevronDown, ChevronRight, Close } from '../../ui/icons.tsx';
import classes from './Choosing.module.css';
import { type ChosenFile, holdsRatings, inspectionOf } from './chosen.ts';
import { Inspected } from './Inspected.tsx';
import { isWhole } from './mapping/draft.ts';
import { useImport } from './store.ts';
import { adapterTitle, confidenceWord } from './words.ts';

/** Where an import stands with a file; null while none runs. */
export type FileState = 'waiting' | 'reading' | 'read' | null;

interface FileRowProps {
  file: ChosenFile;
  open: boolean;
  state: FileState;
  disabled: boolean;
  onToggle: () => void;
}

const STATES = { waiting: 'waiting', reading: 'being read…', read: 'read' } as const;

function verdict(file: ChosenFile): string {
  const { looked } = file;
  if (looked.status === 'failed') return 'cannot be read';
  if (file.draft && !isWhole(file.draft)) return 'no format that is known: say what its fields are';
  const found = looked.status === 'found' ? looked.found : inspectionOf(file);
  if (!found) return 'looking…';
  const words = `${adapterTitle(found.adapter)}, ${confidenceWord(found.confidence)}`;
  const faults = 'faults' in found ? found.faults.length : 0;
  return faults === 0 ? words : `${words} · ${plural(faults, 'fault')} near the start`;
}

function toneOf(file: ChosenFile): string | undefined {
  if (file.looked.status === 'failed') return classes.bad;
  if (file.draft && !isWhole(file.draft)) return classes.warn;
  return (inspectionOf(file)?.faults.length ?? 0) > 0 ? classes.warn : classes.verdict;
}

/** Where the screen has other ways than the command line. */
const ON_SCREEN: Partial<Record<ErrorCode, string>> = {
  UNKNOWN_FORMAT: 'It is in no format Touchstone knows. Open it to choose the format.',
};

function Refused({ file, disabled }: Pick<FileRowProps, 'file' | 'disabled'>) {
  const { importAsRatings, readByFields } = useImport();
  if (file.looked.status !== 'failed') return null;
  const { message, advice, code } = file.looked.error;
  return (
    <div className={classes.refused}>
      <p>{ON_SCREEN[code] ?? `${message.replace(/[^.!?]$/, '$&.')} ${advice}`}</p>
      {holdsRatings(file) ? (
        <Button size="compact-sm" disabled={disabled} onClick={() => void importAsRatings(file.key)}>
          Import as ratings
        </Button>
      ) : null}
      {code === 'UNKNOWN_FORMAT' && file.within !== null ? (
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          onClick={() => void readByFields(file.key)}
        >
          Say what its fields are
        </Button>
      ) : null}
    </div>
  );
}

/** One chosen file: name, format and size on a line, opening onto what was found. */
export function FileRow({ file, open, state, disabled, onToggle }: FileRowProps) {
  const remove = useImport((store) => store.remove);
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <button type="button" className={classes.name} aria-expanded={open} onClick={onToggle}>
          {open ? <ChevronDown /> : <ChevronRight />}
          <span>{file.name}</span>
        </button>
        <span className={state ? classes.verdict : toneOf(file)}>
          {state ? STATES[state] : verdict(file)}
        </span>
        <span className={classes.size}>{bytes(file.bytes)}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={`Leave out ${file.name}`}
          onClick={() => remove(file.key)}
        >
          <Close />
        </ActionIcon>
      </div>
      <Refused file={file} disabled={disabled} />
      {open ? <Inspected file={file} disabled={disabled} /> : null}
    </li>
  );
}
