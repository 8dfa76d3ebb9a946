import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { EmptyExport } from './EmptyExport.tsx';
import classes from './Export.module.css';
import { PreviewView } from './PreviewView.tsx';
import { RecipeFields } from './RecipeFields.tsx';
import { recipeOf } from './recipe-form.ts';
import { useExport } from './store.ts';
import { usePreview } from './usePreview.ts';
import { WritePanel } from './WritePanel.tsx';

/** Ratings out as a dataset: the recipe at the left, what it gives at the right, before anything is written. */
export function ExportScreen() {
  const project = useApp((state) => state.project);
  const enter = useExport((state) => state.enter);
  const id = project?.id ?? null;
  useEffect(() => {
    if (id !== null) enter(id);
  }, [id, enter]);
  if (!project) return null;
  return (
    <Page
      wide
      title="Export"
      lead="A dataset a trainer accepts, with a manifest of every row left out and why. The same recipe gives the same bytes."
    >
      {project.counts.ratings === 0 ? <EmptyExport /> : <Recipe />}
    </Page>
  );
}

function Recipe() {
  const form = useExport((state) => state.form);
  const rubric = useApp((state) => state.project?.rubric);
  const checked = recipeOf(form);
  const preview = usePreview(checked.ok ? checked.recipe : null);
  return (
    <div className={classes.columns}>
      <RecipeFields dimensions={rubric?.dimensions ?? []} problems={checked.ok ? {} : checked.problems} />
      <div className={classes.result}>
        <WritePanel recipe={checked.ok ? checked.recipe : null} rows={preview.value?.rows ?? 0} />
        <PreviewView preview={preview} complete={checked.ok} />
      </div>
    </div>
  );
}
