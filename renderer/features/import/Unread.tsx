import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import { Warning } from '../../ui/icons.tsx';
import { FailureLine } from './FailureLine.tsx';
import shared from './Import.module.css';
import classes from './Outcome.module.css';

function FileList({ files }: { files: readonly ImportedFile[] }) {
  return (
    <ul>
      {files.map(({ path, name, error }) => (
        <li key={path}>
          <strong>{name}</strong>: {error ? <FailureLine error={error} /> : null}{' '}
          <span className={shared.path}>{error?.code}</span>
        </li>
      ))}
    </ul>
  );
}

/** Files of which nothing is in: damaged ones with what to do, and those that hold no transcripts. */
export function Unread({ files }: { files: readonly ImportedFile[] }) {
  const t = useText(importOutcomeText);
  const failed = files.filter(({ status }) => status === 'failed');
  const skipped = files.filter(({ status }) => status === 'skipped');
  return (
    <>
      {failed.length > 0 ? (
        <section className={classes.unread} aria-label={t.unread}>
          <p className={classes.rejected}>
            <span className={shared.attention}>
              <Warning />
            </span>
            {t.unreadFiles(failed.length)}
          </p>
          <FileList files={failed} />
        </section>
      ) : null}
      {skipped.length > 0 ? (
        <details className={classes.unread}>
          <summary>{t.skippedFiles(skipped.length)}</summary>
          <FileList files={skipped} />
        </details>
      ) : null}
    </>
  );
}
