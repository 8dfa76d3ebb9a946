import { Button } from '@mantine/core';
import { useState } from 'react';
import { fail, ok } from '../../../shared/contract/result.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Rubric.module.css';

/** Writes a version to a file, as another project or the command line reads it. */
export function ExportButton({ rubric }: { rubric: Rubric }) {
  const t = useText(rubricText);
  const [said, setSaid] = useState('');
  const write = useAction(async () => {
    const place = await bridge.call('pick.saveAs', {
      kind: 'rubric',
      name: `${rubric.id}-${rubric.version}.json`,
    });
    if (!place.ok) return fail(place.error);
    if (place.value === null) return ok(null);
    const { file, name } = place.value;
    const written = await bridge.call('rubric.export', { version: rubric.version, out: file });
    if (written.ok) setSaid(t.exported(name, rubricRef(rubric)));
    return written;
  });
  return (
    <div className={classes.exporting}>
      <Button variant="default" size="xs" loading={write.busy} onClick={() => void write.run()}>
        {t.exportFile}
      </Button>
      <p className={classes.quiet} role="status">
        {said}
      </p>
      {write.error ? <ErrorNote error={write.error} onDismiss={write.dismiss} /> : null}
    </div>
  );
}
