import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { Upload } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Choosing.module.css';
import { useImport } from './store.ts';

interface DropAreaProps {
  /** One line instead of a wide field: there is something else to look at, or the way is known. */
  compact: boolean;
  /** Files wait to be imported. */
  waiting: boolean;
  /** Something hangs above the screen. */
  over: boolean;
  disabled: boolean;
}

/** Where files and folders come in, by the system's dialogs or dropped on the screen; ratings made elsewhere more quietly. */
export function DropArea({ compact, waiting, over, disabled }: DropAreaProps) {
  const t = useText(importText);
  const { choose, chooseFolder, importRatings } = useImport();
  const marks = [classes.drop, compact && classes.compact, over && !disabled && classes.over];
  return (
    <section aria-label={t.chooseLabel} data-choosing>
      <section aria-label={t.transcripts} className={marks.filter(Boolean).join(' ')}>
        <p className={classes.words}>{waiting ? t.dropMore : t.drop}</p>
        <div className={classes.ways}>
          <Button
            variant={compact ? 'default' : 'filled'}
            leftSection={<Upload />}
            rightSection={<KeyCap keys="O" decorative />}
            aria-keyshortcuts="O"
            disabled={disabled}
            onClick={() => void choose()}
          >
            {t.chooseFiles}
          </Button>
          <Button
            variant="default"
            rightSection={<KeyCap keys="F" decorative />}
            aria-keyshortcuts="F"
            disabled={disabled}
            onClick={() => void chooseFolder()}
          >
            {t.chooseFolder}
          </Button>
        </div>
        {compact ? null : <p className={classes.hint}>{t.formats}</p>}
      </section>
      {waiting ? null : (
        <p className={classes.ratings}>
          {t.ratingsToo}
          <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={() => void importRatings()}>
            {t.chooseRatings}
          </Button>
        </p>
      )}
    </section>
  );
}
