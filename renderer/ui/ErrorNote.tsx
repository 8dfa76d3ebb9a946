import { Button } from '@mantine/core';
import type { ErrorPlace, Failure } from '../../shared/contract/result.ts';
import { useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import classes from './ErrorNote.module.css';
import { useFailureWords } from './failure-words.ts';
import { Warning } from './icons.tsx';

interface ErrorNoteProps {
  error: Failure;
  onRetry?: () => void;
  onDismiss?: () => void;
}

/** "file.jsonl, line 14, messages.2.role"; empty when the place is unknown. */
function placeWords(place: ErrorPlace | undefined, lineWords: (line: number) => string): string {
  const line = place?.line === undefined ? undefined : lineWords(place.line);
  return [place?.file, line, place?.path].filter(Boolean).join(', ');
}

/** A failure in full: what happened, where, what to do, and its code. */
export function ErrorNote({ error, onRetry, onDismiss }: ErrorNoteProps) {
  const t = useText(controlsText);
  const place = placeWords(error.place, t.line);
  const { message, exactly, advice } = useFailureWords()(error);
  return (
    <div className={classes.note} role="alert">
      <span className={classes.icon}>
        <Warning />
      </span>
      <div className={classes.words}>
        <p className={classes.message}>{message}</p>
        {exactly ? (
          <p className={classes.exactly} lang="en">
            {exactly}
          </p>
        ) : null}
        {place ? <p className={classes.place}>{place}</p> : null}
        <p>{advice}</p>
        <p className={classes.code}>{error.code}</p>
      </div>
      <div className={classes.actions}>
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t.tryAgain}
          </Button>
        ) : null}
        {onDismiss ? (
          <Button size="xs" variant="subtle" onClick={onDismiss}>
            {t.dismiss}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
