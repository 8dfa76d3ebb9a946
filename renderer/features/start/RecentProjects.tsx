import { Button } from '@mantine/core';
import type { RecentProject } from '../../../shared/contract/window.ts';
import { useText } from '../../catalogue/area.ts';
import { startText } from '../../catalogue/start.ts';
import { useApp } from '../../store/app.ts';
import { when } from '../../ui/format.ts';
import classes from './RecentProjects.module.css';

interface RecentProjectsProps {
  recents: readonly RecentProject[];
  disabled: boolean;
  onOpen: (file: string) => void;
}

/** Projects opened before; those that are not where they were say so and can be taken off the list. */
export function RecentProjects({ recents, disabled, onOpen }: RecentProjectsProps) {
  const t = useText(startText);
  const forget = useApp((state) => state.forgetRecent);
  return (
    <ul>
      {recents.map(({ file, name, folder, openedAt, exists }) => (
        <li key={file} className={classes.row}>
          <button
            type="button"
            className={classes.open}
            disabled={disabled || !exists}
            onClick={() => onOpen(file)}
          >
            <span className={classes.name}>{name}</span>
            <span className={classes.soft}>{when(openedAt)}</span>
            <span className={classes.soft}>{folder}</span>
            {exists ? null : <span className={`${classes.soft} ${classes.missing}`}>{t.missing}</span>}
          </button>
          {exists ? null : (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t.removeOf(name)}
              onClick={() => void forget(file)}
            >
              {t.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
