import { Button } from '@mantine/core';
import type { ErrorPlace, Failure } from '../../shared/contract/result.ts';
import classes from './ErrorNote.module.css';
import { Warning } from './icons.tsx';

interface ErrorNoteProps {
  error: Failure;
  onRetry?: () => void;
  onDismiss?: () => void;
}

/** "file.jsonl, line 14, messages.2.role"; empty when the place is unknown. */
function placeWords(place: ErrorPlace | undefined): string {
  const line = place?.line === undefined ? undefined : `line ${place.line}`;
  return [place?.file, line, place?.path].filter(Boolean).join(', ');
}

/** A failure in full: what happened, where, what to do, and its code. */
export function ErrorNote({ error, onRetry, onDismiss }: ErrorNoteProps) {
  const place = placeWords(error.place);
  return (
    <div className={classes.note} role="alert">
      <span className={classes.icon}>
        <Warning />
      </span>
      <div className={classes.words}>
        <p className={classes.message}>{error.message}</p>
        {place ? <p className={classes.place}>{place}</p> : null}
        <p>{error.advice}</p>
        <p className={classes.code}>{error.code}</p>
      </div>
      <div className={classes.actions}>
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
        {onDismiss ? (
          <Button size="xs" variant="subtle" onClick={onDismiss}>
            Dismiss
          </Button>
        ) : null}
      </div>
    </div>
  );
}
