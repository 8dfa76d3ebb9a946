import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { textNow, useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Choosing.module.css';
import { allFiles, type Chosen, type ChosenFile, isImportable, isLooking, isRefused } from './chosen.ts';
import shared from './Import.module.css';
import { standing } from './progress.ts';
import { IMPORT_SLOT } from './state.ts';
import { useImport } from './store.ts';
import { Trouble } from './Trouble.tsx';

/** Not in a folder, in which other files are passed over anyway. */
const isRefusedAlone = ({ folder, files }: Chosen): boolean => !folder && files.some(isRefused);

/** How much is ready, and how much cannot be read. */
function readiness(chosen: readonly Chosen[], looking: boolean): string {
  const t = textNow(importText);
  const files = allFiles(chosen);
  const refused = chosen.filter(isRefusedAlone).length;
  if (looking) return files.length === 0 ? t.lookingAtFolder : t.lookingAtFiles(files.length);
  const ready = files.filter(isImportable);
  const unsaid = files.filter((file) => !isRefused(file)).length - ready.length;
  const words = [
    ready.length > 0 ? t.inAll(ready.reduce((sum, file) => sum + file.bytes, 0)) : '',
    refused > 0 ? t.filesCannotBeRead(refused) : '',
    unsaid > 0 ? t.filesUnsaid(unsaid) : '',
  ];
  return words.filter(Boolean).join('; ');
}

/** Once everything was looked at the focus goes on to the button, from where the files were chosen or from nowhere. */
function useOnward(ready: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (ready && (active === document.body || active?.closest('[data-choosing]'))) button.current?.focus();
  }, [ready]);
  return button;
}

interface GoBarProps {
  /** The files an import is under way with. */
  files: readonly ChosenFile[];
  disabled: boolean;
}

/** The import itself: what is ready, the button, and while it runs how far it is. */
export function GoBar({ files, disabled }: GoBarProps) {
  const t = useText(importText);
  const { chosen, importChosen, removeRefused } = useImport();
  const looking = isLooking(chosen);
  const ready = allFiles(chosen).filter(isImportable).length;
  const button = useOnward(ready > 0 && !looking);
  return (
    <div className={classes.go}>
      <Trouble />
      {disabled ? (
        <JobBar
          slot={IMPORT_SLOT}
          overall={files.length > 0 ? (progress) => standing(files, progress) : undefined}
        />
      ) : (
        <div className={classes.goLine}>
          <span className={shared.hint} aria-live="polite">
            {readiness(chosen, looking)}
          </span>
          {chosen.some(isRefusedAlone) ? (
            <Button variant="subtle" disabled={looking} onClick={removeRefused}>
              {t.removeRefused}
            </Button>
          ) : null}
          {ready > 0 ? (
            <>
              <Button variant="default" disabled={looking} onClick={() => void importChosen(true)}>
                {t.tryOut}
              </Button>
              <Button
                ref={button}
                disabled={looking}
                aria-keyshortcuts="Enter"
                rightSection={<KeyCap keys="Enter" decorative />}
                onClick={() => void importChosen()}
              >
                {t.run(ready)}
              </Button>
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}
