import { ErrorNote } from '../../ui/ErrorNote.tsx';
import classes from './Import.module.css';
import { useImport } from './store.ts';

/** What went wrong with the last import; a cancelled one is only noted. */
export function Trouble() {
  const { error, dismissError } = useImport();
  if (!error) return null;
  if (error.code === 'CANCELLED')
    return (
      <p className={classes.cancelled} role="status">
        Cancelled. Nothing of the file at hand came in.
      </p>
    );
  return <ErrorNote error={error} onDismiss={dismissError} />;
}
