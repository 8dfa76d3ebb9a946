import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { useDropping } from '../../ui/useDropping.ts';
import { ChosenFiles } from './ChosenFiles.tsx';
import { allFiles, isImportable, isLooking } from './chosen.ts';
import { DropArea } from './DropArea.tsx';
import { OutcomeView } from './OutcomeView.tsx';
import { IMPORT_SLOT } from './state.ts';
import { useImport } from './store.ts';
import { Trouble } from './Trouble.tsx';

/** Files and folders in: chosen, looked at, mapped where need be, imported, and what came of it. */
export function NewImport() {
  const t = useText(importText);
  const started = useApp((state) => (state.project?.counts.conversations ?? 0) > 0);
  const running = useApp((state) => state.jobs[IMPORT_SLOT] !== undefined);
  const { chosen, outcome, running: keys, choose, chooseFolder, drop, importChosen } = useImport();
  const busy = running || keys.length > 0;
  const { over, handlers } = useDropping(busy, drop);
  const waiting = chosen.length > 0;
  const ready = !busy && !isLooking(chosen) && allFiles(chosen).some(isImportable);
  useKeys({
    scope: 'import',
    handlers: {
      ...(busy ? {} : { 'import.choose': () => void choose(), 'import.folder': () => void chooseFolder() }),
      ...(ready ? { 'import.run': () => void importChosen() } : {}),
    },
  });
  return (
    <section aria-label={t.parts.new} {...handlers}>
      <DropArea compact={waiting || started} waiting={waiting} over={over} disabled={busy} />
      {waiting ? null : <Trouble />}
      {waiting ? null : <JobBar slot={IMPORT_SLOT} />}
      {outcome ? <OutcomeView outcome={outcome} /> : null}
      {waiting ? <ChosenFiles disabled={busy} /> : null}
    </section>
  );
}
