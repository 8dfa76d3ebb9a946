import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FailureLine } from './FailureLine.tsx';
import classes from './Import.module.css';
import { useImport } from './store.ts';

/** What went wrong with the last import; a cancelled one is only noted. */
export function Trouble() {
  const error = useImport((state) => state.error);
  const dismissError = useImport((state) => state.dismissError);
  if (!error) return null;
  if (error.code === 'CANCELLED')
    return (
      <p className={classes.hint} role="status">
        <FailureLine error={error} />
      </p>
    );
  return <ErrorNote error={error} onDismiss={dismissError} />;
}
