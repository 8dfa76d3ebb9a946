import { Button } from '@mantine/core';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Export.module.css';
import { useExport } from './store.ts';

interface WritePanelProps {
  /** Rows the recipe gives. */
  rows: number;
  writing: boolean;
  /** Writes to the folder behind the token. */
  onWrite: (folder: string) => void;
}

/** Where to, and the button that writes. */
export function WritePanel({ rows, writing, onWrite }: WritePanelProps) {
  const t = useText(exportText);
  const { folder, set } = useExport();
  const choose = useAction(async () => {
    const picked = await bridge.call('pick.folder', {});
    if (picked.ok && picked.value) set({ folder: picked.value, written: null });
    return picked;
  });
  if (rows === 0) return null;
  return (
    <div className={classes.where}>
      {choose.error ? <ErrorNote error={choose.error} /> : null}
      {folder ? <span className={classes.folder}>{t.to(folder.name)}</span> : null}
      <Button variant={folder ? 'default' : 'filled'} disabled={writing} onClick={() => void choose.run()}>
        {folder ? t.otherFolder : t.chooseFolder}
      </Button>
      {folder ? (
        <Button disabled={writing} onClick={() => onWrite(folder.file)}>
          {t.write(rows)}
        </Button>
      ) : null}
    </div>
  );
}
