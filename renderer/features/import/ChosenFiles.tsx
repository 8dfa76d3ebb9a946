import { Button } from '@mantine/core';
import { useState } from 'react';
import { bytes, plural } from '../../ui/format.ts';
import { ChosenRow } from './ChosenRow.tsx';
import { importable } from './chosen.ts';
import classes from './Import.module.css';
import { useImport } from './store.ts';

interface ChosenFilesProps {
  disabled: boolean;
  onImport: () => void;
}

/** The files waiting, each with what was found in it, and the button that imports them. */
export function ChosenFiles({ disabled, onImport }: ChosenFilesProps) {
  const chosen = useImport((state) => state.chosen);
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const ready = importable(chosen);
  const looking = chosen.some(({ looked }) => looked.status === 'looking');
  const total = ready.reduce((sum, file) => sum + file.bytes, 0);
  const first = chosen[0]?.file;
  const isOpen = (file: string) => toggled[file] ?? file === first;
  return (
    <section aria-label="Chosen files">
      <ul className={classes.files}>
        {chosen.map((file) => (
          <ChosenRow
            key={file.file}
            chosen={file}
            open={isOpen(file.file)}
            disabled={disabled}
            onToggle={() => setToggled((now) => ({ ...now, [file.file]: !isOpen(file.file) }))}
          />
        ))}
      </ul>
      <div className={classes.go}>
        <Button disabled={disabled || looking || ready.length === 0} onClick={onImport}>
          Import {plural(ready.length, 'file')}
        </Button>
        <span className={classes.hint} aria-live="polite">
          {looking ? 'Looking at the files…' : `${bytes(total)} in all`}
        </span>
      </div>
    </section>
  );
}
