import { ActionIcon, Button } from '@mantine/core';
import { textNow, useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { bytes } from '../../ui/format.ts';
import { ChevronDown, ChevronRight, Close } from '../../ui/icons.tsx';
import classes from './Choosing.module.css';
import { type ChosenFile, holdsRatings, inspectionOf } from './chosen.ts';
import { FailureLine } from './FailureLine.tsx';
import { Inspected } from './Inspected.tsx';
import { LookBar } from './LookBar.tsx';
import { isWhole } from './mapping/draft.ts';
import { useImport } from './store.ts';
import { adapterTitle, confidenceWord, isGarbled } from './words.ts';

/** Where an import stands with a file; null while none runs. */
export type FileState = 'waiting' | 'reading' | 'read' | null;

interface FileRowProps {
  file: ChosenFile;
  open: boolean;
  state: FileState;
  disabled: boolean;
  onToggle: () => void;
}

function verdict(file: ChosenFile): string {
  const t = textNow(importText);
  const { looked } = file;
  if (looked.status === 'failed') return t.cannotBeRead;
  if (file.draft && !isWhole(file.draft)) return t.sayFields;
  const found = looked.status === 'found' ? looked.found : inspectionOf(file);
  if (!found) return t.looking;
  const format = adapterTitle(found.adapter);
  const confidence = t.confidence[confidenceWord(found.confidence)];
  const faults = 'faults' in found ? found.faults.length : 0;
  if (faults > 0) return t.foundWithFaults(format, confidence, faults);
  return isGarbled(inspectionOf(file)) ? t.foundGarbled(format, confidence) : t.found(format, confidence);
}

function toneOf(file: ChosenFile): string | undefined {
  if (file.looked.status === 'failed') return classes.bad;
  if (file.draft && !isWhole(file.draft)) return classes.warn;
  const inspection = inspectionOf(file);
  return (inspection?.faults.length ?? 0) > 0 || isGarbled(inspection) ? classes.warn : classes.verdict;
}

function Refused({ file, disabled }: Pick<FileRowProps, 'file' | 'disabled'>) {
  const t = useText(importText);
  const { importAsRatings, readByFields } = useImport();
  if (file.looked.status !== 'failed') return null;
  const { error } = file.looked;
  const isUnknown = error.code === 'UNKNOWN_FORMAT';
  return (
    <div className={classes.refused}>
      {/* The screen has other ways than the command line. */}
      <p>{isUnknown ? t.unknownFormat : <FailureLine error={error} />}</p>
      {holdsRatings(file) ? (
        <Button size="compact-sm" disabled={disabled} onClick={() => void importAsRatings(file.key)}>
          {t.asRatings}
        </Button>
      ) : null}
      {isUnknown && file.within !== null ? (
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          onClick={() => void readByFields(file.key)}
        >
          {t.byFields}
        </Button>
      ) : null}
    </div>
  );
}

/** One chosen file: name, format and size on a line, opening onto what was found. */
export function FileRow({ file, open, state, disabled, onToggle }: FileRowProps) {
  const t = useText(importText);
  const remove = useImport((store) => store.remove);
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <button type="button" className={classes.name} aria-expanded={open} onClick={onToggle}>
          {open ? <ChevronDown /> : <ChevronRight />}
          <span>{file.name}</span>
        </button>
        <span className={state ? classes.verdict : toneOf(file)}>
          {state ? t.states[state] : verdict(file)}
        </span>
        <span className={classes.size}>{bytes(file.bytes)}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={t.leaveOut(file.name)}
          onClick={() => remove(file.key)}
        >
          <Close />
        </ActionIcon>
      </div>
      {file.looked.status === 'looking' ? <LookBar of={file.key} /> : null}
      <Refused file={file} disabled={disabled} />
      {open ? <Inspected file={file} disabled={disabled} /> : null}
    </li>
  );
}
