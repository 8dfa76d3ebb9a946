import { Button } from '@mantine/core';
import { useState } from 'react';
import { bytes, plural } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { ChosenRow } from './ChosenRow.tsx';
import { type ChosenFile, importable, isRefused } from './chosen.ts';
import classes from './Import.module.css';
import { IMPORT_SLOT } from './state.ts';
import { useImport } from './store.ts';
import { Trouble } from './Trouble.tsx';

/** How much is ready, and how much cannot be read. */
function readiness(chosen: readonly ChosenFile[]): string {
  const looking = chosen.filter(({ looked }) => looked.status === 'looking').length;
  if (looking > 0) return `Looking at ${plural(looking, 'file')}…`;
  const ready = importable(chosen);
  const bad = chosen.length - ready.length;
  const unreadable = bad > 0 ? `${plural(bad, 'file')} cannot be read` : '';
  if (ready.length === 0) return `${unreadable}.`;
  const total = bytes(ready.reduce((sum, file) => sum + file.bytes, 0));
  return [`${total} in all`, unreadable].filter(Boolean).join('; ');
}

interface ChosenFilesProps {
  running: boolean;
  onImport: () => void;
}

/** The files waiting, each with what was found in it, and the button that imports them. */
export function ChosenFiles({ running, onImport }: ChosenFilesProps) {
  const chosen = useImport((state) => state.chosen);
  const removeRefused = useImport((state) => state.removeRefused);
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const ready = importable(chosen);
  const looking = chosen.some(({ looked }) => looked.status === 'looking');
  const isOpen = (file: string) => toggled[file] ?? chosen.length === 1;
  return (
    <section aria-label="Chosen files">
      <ul className={classes.files}>
        {chosen.map((file) => (
          <ChosenRow
            key={file.file}
            chosen={file}
            open={isOpen(file.file)}
            disabled={running}
            onToggle={() => setToggled((now) => ({ ...now, [file.file]: !isOpen(file.file) }))}
          />
        ))}
      </ul>
      <div className={classes.go}>
        <Trouble />
        {running ? (
          <JobBar slot={IMPORT_SLOT} />
        ) : (
          <div className={classes.goLine}>
            <span className={classes.hint} aria-live="polite">
              {readiness(chosen)}
            </span>
            {chosen.some(isRefused) ? (
              <Button variant="subtle" disabled={looking} onClick={removeRefused}>
                Remove those that cannot be read
              </Button>
            ) : null}
            {ready.length > 0 ? (
              <Button disabled={looking} onClick={onImport}>
                Import {plural(ready.length, 'file')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </section>
  );
}
