import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { EmptyExport } from './EmptyExport.tsx';
import classes from './Export.module.css';
import { RecipeFields } from './RecipeFields.tsx';
import { ResultPane } from './ResultPane.tsx';
import { recipeOf } from './recipe-form.ts';
import { useExport } from './store.ts';

/** Ratings out as a dataset: the recipe at the left, what it gives at the right, before anything is written. */
export function ExportScreen() {
  const t = useText(exportText);
  const project = useApp((state) => state.project);
  const refreshProject = useApp((state) => state.refreshProject);
  const enter = useExport((state) => state.enter);
  useEffect(() => void refreshProject(), [refreshProject]);
  const id = project?.id ?? null;
  useEffect(() => {
    if (id !== null) enter(id);
  }, [id, enter]);
  if (!project) return null;
  return (
    <Page wide title={t.title} lead={t.lead}>
      {project.counts.ratings === 0 ? <EmptyExport /> : <Recipe />}
    </Page>
  );
}

function Recipe() {
  const form = useExport((state) => state.form);
  const rubric = useApp((state) => state.project?.rubric);
  const { problems } = useText(exportText);
  const checked = recipeOf(form, problems);
  return (
    <div className={classes.columns}>
      <RecipeFields dimensions={rubric?.dimensions ?? []} problems={checked.ok ? {} : checked.problems} />
      <div className={classes.result}>
        <ResultPane recipe={checked.ok ? checked.recipe : null} />
      </div>
    </div>
  );
}
