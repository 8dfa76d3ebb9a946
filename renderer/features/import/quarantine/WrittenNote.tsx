import { Button } from '@mantine/core';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { count, plural } from '../../../ui/format.ts';
import { JobBar } from '../../../ui/JobBar.tsx';
import shared from '../Import.module.css';
import { useImport } from '../store.ts';
import classes from './Quarantine.module.css';
import type { Written } from './rejection.ts';
import { WRITE_SLOT } from './writing.ts';

function Files({ files }: Pick<Written, 'files'>) {
  return (
    <ul>
      {files.map(({ path, reasons, source, records, truncated }) => (
        <li key={path}>
          {plural(records, 'record')} of {source}: <code className={shared.path}>{path}</code>, the reasons in{' '}
          <code className={shared.path}>{reasons}</code>
          {truncated > 0 ? (
            <span className={shared.hint}>
              {' '}
              {count(truncated)} more {truncated === 1 ? 'is' : 'are'} too large to be kept whole and only in{' '}
              {source} itself.
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** How far the writing is, what was written, and the way back in. */
export function WrittenNote() {
  const { written, writeError, chooseMended } = useImport();
  return (
    <>
      <JobBar slot={WRITE_SLOT} />
      {writeError ? <ErrorNote error={writeError} /> : null}
      {written ? (
        <div className={classes.written} role="status">
          <p>The records are written as they stood. Mend them there, then import the file.</p>
          <Files files={written.files} />
          <Button onClick={() => void chooseMended()}>
            {written.token === null ? 'Choose the mended files…' : 'Import the mended file'}
          </Button>
        </div>
      ) : null}
    </>
  );
}
