import { useRef, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { useApp } from '../../store/app.ts';
import classes from './Choosing.module.css';
import { allFiles, type ChosenFile } from './chosen.ts';
import { FileRow, type FileState } from './FileRow.tsx';
import { FolderRow } from './FolderRow.tsx';
import { GoBar } from './GoBar.tsx';
import { PrivacyFields } from './PrivacyFields.tsx';
import { standing } from './progress.ts';
import { IMPORT_SLOT } from './state.ts';
import { useImport } from './store.ts';

/** Where a running import stands with each file. */
function useStates() {
  const chosen = useImport((state) => state.chosen);
  const running = useImport((state) => state.running);
  const progress = useApp((state) => state.jobs[IMPORT_SLOT]?.progress ?? null);
  const last = useRef(0);
  const keys = new Set(running);
  const files = allFiles(chosen).filter(({ key }) => keys.has(key));
  const at = standing(files, progress, last.current);
  last.current = running.length === 0 ? 0 : Math.max(at.at, 0);
  const stateOf = ({ key }: ChosenFile): FileState => {
    const place = files.findIndex((file) => file.key === key);
    if (place < 0) return null;
    if (place > at.at) return 'waiting';
    return place === at.at ? 'reading' : 'read';
  };
  return { files, stateOf };
}

/** What waits to be imported, each with what was found in it, and the button that imports. */
export function ChosenFiles({ disabled }: { disabled: boolean }) {
  const t = useText(importText);
  const chosen = useImport((state) => state.chosen);
  const inspect = useImport((state) => state.inspect);
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const { files, stateOf } = useStates();
  const onlyOne = chosen.length === 1 && chosen[0]?.folder === false;
  const isOpen = ({ key }: ChosenFile) => toggled[key] ?? onlyOne;
  const toggle = (file: ChosenFile) => {
    setToggled((now) => ({ ...now, [file.key]: !isOpen(file) }));
    void inspect(file.key);
  };
  const row = (file: ChosenFile) => (
    <FileRow
      key={file.key}
      file={file}
      open={isOpen(file)}
      state={stateOf(file)}
      disabled={disabled}
      onToggle={() => toggle(file)}
    />
  );
  return (
    <section aria-label={t.chosen}>
      <ul className={classes.files}>
        {chosen.map((entry) =>
          entry.folder ? (
            <FolderRow key={entry.file} entry={entry} disabled={disabled} row={row} />
          ) : (
            entry.files.map(row)
          ),
        )}
      </ul>
      <PrivacyFields disabled={disabled} />
      <GoBar files={files} disabled={disabled} />
    </section>
  );
}
