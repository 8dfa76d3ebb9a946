import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { Batches } from './Batches.tsx';
import { ChosenFiles } from './ChosenFiles.tsx';
import { DropArea } from './DropArea.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { IMPORT_SLOT } from './state.ts';
import { useImport } from './store.ts';
import { Trouble } from './Trouble.tsx';

/** Transcripts and ratings in: what was found in each file, the import, and what could not be read. */
export function ImportScreen() {
  const project = useApp((state) => state.project?.id ?? null);
  const started = useApp((state) => (state.project?.counts.conversations ?? 0) > 0);
  const running = useApp((state) => state.jobs[IMPORT_SLOT] !== undefined);
  const { chosen, outcome, enter, importChosen } = useImport();
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
      <DropArea compact={waiting || started} disabled={running} />
      {waiting ? null : <Trouble />}
      {waiting ? null : <JobBar slot={IMPORT_SLOT} />}
      {outcome ? <OutcomeView outcome={outcome} /> : null}
      {waiting ? <ChosenFiles running={running} onImport={() => void importChosen()} /> : null}
      <Batches newest={outcome} />
    </Page>
  );
}
