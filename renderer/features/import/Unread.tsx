import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { plural } from '../../ui/format.ts';
import { Warning } from '../../ui/icons.tsx';
import shared from './Import.module.css';
import classes from './Outcome.module.css';

function FileList({ files }: { files: readonly ImportedFile[] }) {
  return (
    <ul>
      {files.map(({ path, name, error }) => (
        <li key={path}>
          <strong>{name}</strong>: {error?.message} {error?.advice}{' '}
          <span className={shared.path}>{error?.code}</span>
        </li>
      ))}
    </ul>
  );
}

/** Files of which nothing is in: damaged ones with what to do, and those that hold no transcripts. */
export function Unread({ files }: { files: readonly ImportedFile[] }) {
  const failed = files.filter(({ status }) => status === 'failed');
  const skipped = files.filter(({ status }) => status === 'skipped');
  return (
    <>
      {failed.length > 0 ? (
        <section className={classes.unread} aria-label="Files that could not be read">
          <p className={classes.rejected}>
            <span className={shared.attention}>
              <Warning />
            </span>
            {plural(failed.length, 'file')} could not be read. Nothing of{' '}
            {failed.length === 1 ? 'it is' : 'them is'} in.
          </p>
          <FileList files={failed} />
        </section>
      ) : null}
      {skipped.length > 0 ? (
        <details className={classes.unread}>
          <summary>
            {plural(skipped.length, 'file')} in the folder {skipped.length === 1 ? 'holds' : 'hold'} no
            transcripts
          </summary>
          <FileList files={skipped} />
        </details>
      ) : null}
    </>
  );
}
