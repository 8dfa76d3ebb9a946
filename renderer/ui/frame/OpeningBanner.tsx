import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { controlsText } from '../../catalogue/controls.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../ErrorNote.tsx';
import classes from './Frame.module.css';

/** What opening a project had to do, or why another one could not be opened, where no other screen says it. */
export function OpeningBanner() {
  const t = useText(controlsText);
  const failure = useApp((state) => state.openFailure);
  const notices = useApp((state) => state.notices);
  const dismissFailure = useApp((state) => state.dismissOpenFailure);
  const dismissNotices = useApp((state) => state.dismissNotices);
  return (
    <>
      {failure ? <ErrorNote error={failure} onDismiss={dismissFailure} /> : null}
      {notices.length > 0 ? (
        <div className={classes.banner} role="status">
          <p className={classes.words}>{notices.join(' ')}</p>
          <Button size="xs" variant="default" onClick={dismissNotices}>
            {t.understood}
          </Button>
        </div>
      ) : null}
    </>
  );
}
