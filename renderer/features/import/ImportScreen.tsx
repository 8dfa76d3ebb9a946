import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { Batches } from './Batches.tsx';
import { ChosenFiles } from './ChosenFiles.tsx';
import { DropArea } from './DropArea.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { IMPORT_SLOT, useImport } from './store.ts';

/** Transcripts and ratings in: what was found in each file, the import, and what could not be read. */
export function ImportScreen() {
  const project = useApp((state) => state.project?.id ?? null);
  const running = useApp((state) => state.jobs[IMPORT_SLOT] !== undefined);
  const { chosen, outcome, error, enter, dismissError, importChosen } = useImport();
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const waiting = chosen.length > 0;
  return (
    <Page
      wide
      title="Import"
      lead="Every record comes in, is known already, or is kept aside with the reason."
    >
      <DropArea compact={waiting || outcome !== null} disabled={running} />
      {error && !waiting ? <ErrorNote error={error} onDismiss={dismissError} /> : null}
      {waiting ? null : <JobBar slot={IMPORT_SLOT} />}
      {outcome ? <OutcomeView outcome={outcome} /> : null}
      {waiting ? <ChosenFiles running={running} onImport={() => void importChosen()} /> : null}
      <Batches newest={outcome} />
    </Page>
  );
}
