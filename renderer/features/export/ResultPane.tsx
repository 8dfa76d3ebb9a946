import type { Recipe } from '../../../shared/contract/reporting.ts';
import { textNow, useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Export.module.css';
import { PreviewView } from './PreviewView.tsx';
import { useExport } from './store.ts';
import { PREVIEW_SLOT, usePreview } from './usePreview.ts';
import { WritePanel } from './WritePanel.tsx';
import { Written } from './Written.tsx';

const WRITE_SLOT = 'export';

/** What the recipe gives, counted as it changes, and the way to disk. */
export function ResultPane({ recipe }: { recipe: Recipe | null }) {
  const t = useText(exportText);
  const { written, set } = useExport();
  const runJob = useApp((state) => state.runJob);
  const preview = usePreview(recipe);
  const write = useAction(async (wanted: Recipe, out: string) => {
    const result = await runJob(WRITE_SLOT, textNow(exportText).writing, 'export.write', {
      recipe: wanted,
      out,
    });
    if (result.ok) set({ folder: null, written: result.value });
    return result;
  });
  if (recipe === null) return <p className={classes.hint}>{t.correct}</p>;
  if (preview.error && preview.error.code !== 'CANCELLED') return <ErrorNote error={preview.error} />;
  if (!preview.value) return <JobBar slot={PREVIEW_SLOT} />;
  return (
    <PreviewView
      preview={preview.value}
      counting={preview.loading}
      action={
        <WritePanel
          rows={preview.value.rows}
          writing={write.busy}
          onWrite={(folder) => void write.run(recipe, folder)}
        />
      }
    >
      <JobBar slot={WRITE_SLOT} />
      {write.error && write.error.code !== 'CANCELLED' ? (
        <ErrorNote error={write.error} onDismiss={write.dismiss} />
      ) : null}
      {written ? <Written written={written} /> : null}
    </PreviewView>
  );
}
