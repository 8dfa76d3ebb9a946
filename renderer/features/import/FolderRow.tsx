import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { bytes } from '../../ui/format.ts';
import { ChevronDown, ChevronRight, Close } from '../../ui/icons.tsx';
import classes from './Choosing.module.css';
import { type Chosen, type ChosenFile, isImportable } from './chosen.ts';
import { EncodingField } from './EncodingField.tsx';
import { FormatField } from './FormatField.tsx';
import { LookBar } from './LookBar.tsx';
import { useImport } from './store.ts';
import { folderWords } from './words.ts';

interface FolderRowProps {
  entry: Chosen;
  disabled: boolean;
  /** Draws one of its files. */
  row: (file: ChosenFile) => ReactNode;
}

/** Files shown at once; more on demand. */
const PAGE = 50;

/** Reads all files of a folder in one way. */
function ForAll({ entry, disabled }: Omit<FolderRowProps, 'row'>) {
  const t = useText(importFormatsText);
  const readAs = useImport((state) => state.readAs);
  const { file, reading } = entry;
  return (
    <div className={classes.all}>
      <FormatField
        label={t.readAllAs}
        value={reading.adapter}
        found={null}
        byFields={false}
        disabled={disabled}
        onChange={(adapter) => void readAs(file, { adapter })}
      />
      <EncodingField
        value={reading.encoding}
        found={null}
        disabled={disabled}
        onChange={(encoding) => void readAs(file, { encoding })}
      />
    </div>
  );
}

/** A chosen folder: what the files in it are, opening onto each of them. */
export function FolderRow({ entry, disabled, row }: FolderRowProps) {
  const t = useText(importText);
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const { removeFolder, readAs } = useImport();
  const { file, name, files, looking, error, reading } = entry;
  const size = files.filter(isImportable).reduce((sum, one) => sum + one.bytes, 0);
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <button type="button" className={classes.name} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronDown /> : <ChevronRight />}
          <span>{name}/</span>
        </button>
        <span className={classes.verdict}>{looking ? t.lookingIntoFolder : folderWords(entry)}</span>
        <span className={classes.size}>{bytes(size)}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={t.leaveOutFolder(name)}
          onClick={() => removeFolder(file)}
        >
          <Close />
        </ActionIcon>
      </div>
      {looking ? <LookBar of={file} /> : null}
      {error ? <ErrorNote error={error} onRetry={() => void readAs(file, reading)} /> : null}
      {open && !error ? <ForAll entry={entry} disabled={disabled} /> : null}
      {open ? <ul className={classes.within}>{files.slice(0, shown).map(row)}</ul> : null}
      {open && files.length > shown ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + 10 * PAGE)}>
          {t.moreFiles(shown, files.length)}
        </Button>
      ) : null}
    </li>
  );
}
