import { Button } from '@mantine/core';
import type { Recipe } from '../../../shared/contract/reporting.ts';
import { bridge } from '../../bridge.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { plural } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Export.module.css';
import { useExport } from './store.ts';
import { Written } from './Written.tsx';

const SLOT = 'export';

interface WritePanelProps {
  /** Null while a field of the recipe is wrong. */
  recipe: Recipe | null;
  /** Rows the recipe gives. */
  rows: number;
}

/** Where to, and the button that writes; then what was written. */
export function WritePanel({ recipe, rows }: WritePanelProps) {
  const { folder, written, set } = useExport();
  const runJob = useApp((state) => state.runJob);
  const choose = useAction(async () => {
    const picked = await bridge.call('pick.folder', {});
    if (picked.ok && picked.value) set({ folder: picked.value });
    return picked;
  });
  const write = useAction(async (wanted: Recipe, out: string) => {
    const result = await runJob(SLOT, 'Writing the dataset', 'export.write', { recipe: wanted, out });
    set({ folder: null, written: result.ok ? result.value : null });
    return result;
  });
  const error = write.error ?? choose.error;
  return (
    <section aria-label="Write" className={classes.write}>
      <div className={classes.writeLine}>
        <Button
          variant={folder ? 'default' : 'filled'}
          disabled={write.busy}
          onClick={() => void choose.run()}
        >
          {folder ? 'Another folder…' : 'Choose a folder…'}
        </Button>
        {folder && recipe ? (
          <Button disabled={write.busy || rows === 0} onClick={() => void write.run(recipe, folder.file)}>
            Write {plural(rows, 'row')} to {folder.name}
          </Button>
        ) : null}
      </div>
      {error && error.code !== 'CANCELLED' ? <ErrorNote error={error} /> : null}
      <JobBar slot={SLOT} />
      {written ? <Written written={written} /> : null}
    </section>
  );
}
