import { Button } from '@mantine/core';
import { useText } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { JobBar } from '../../../ui/JobBar.tsx';
import shared from '../Import.module.css';
import { useImport } from '../store.ts';
import classes from './Quarantine.module.css';
import type { Written } from './rejection.ts';
import { WRITE_SLOT } from './writing.ts';

function Files({ files }: Pick<Written, 'files'>) {
  const t = useText(importRejectedText);
  return (
    <ul>
      {files.map(({ path, reasons, source, records, truncated }) => (
        <li key={path}>
          {t.writtenFile(records, source)} <code className={shared.path}>{path}</code>, {t.reasonsIn}{' '}
          <code className={shared.path}>{reasons}</code>
          {truncated > 0 ? <span className={shared.hint}> {t.tooLarge(truncated, source)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** How far the writing is, what was written, and the way back in. */
export function WrittenNote() {
  const t = useText(importRejectedText);
  const { written, writeError, chooseMended } = useImport();
  return (
    <>
      <JobBar slot={WRITE_SLOT} />
      {writeError ? <ErrorNote error={writeError} /> : null}
      {written ? (
        <div className={classes.written} role="status">
          <p>{t.written}</p>
          <Files files={written.files} />
          <Button onClick={() => void chooseMended()}>
            {written.token === null ? t.chooseMended : t.importMended}
          </Button>
        </div>
      ) : null}
    </>
  );
}
