import { useEffect } from 'react';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import classes from './Adjudicate.module.css';
import { Desk } from './Desk.tsx';
import { QueueBar } from './QueueBar.tsx';
import { SaidLine } from './SaidLine.tsx';
import { QUEUE_SLOT } from './state.ts';
import { useAdjudicate } from './store.ts';

/** Where raters differ: the units the project's rule asks the lead about, one after another, to be decided by keys. */
export function AdjudicateScreen() {
  const t = useText(adjudicateText);
  const project = useApp((state) => state.project);
  const refreshProject = useApp((state) => state.refreshProject);
  const { queue, units, filter, error, loading, saving, enter, load, set } = useAdjudicate();
  useEffect(() => void refreshProject(), [refreshProject]);
  const id = project?.id ?? null;
  const ratings = project?.counts.ratings ?? 0;
  useEffect(() => {
    if (id === null) return;
    enter(id);
    if (ratings > 0) void load();
  }, [id, ratings, enter, load]);
  if (!project) return null;
  return (
    <main className={classes.screen} aria-busy={loading || saving}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t.title}</h1>
        {queue ? <QueueBar queue={queue} /> : null}
      </header>
      {error ? (
        <div className={classes.error}>
          <ErrorNote
            error={error}
            {...(queue ? { onDismiss: () => set({ error: null }) } : { onRetry: () => void load() })}
          />
        </div>
      ) : null}
      {ratings === 0 ? <EmptyState title={t.noRatings} text={t.noRatingsText} /> : null}
      {queue ? null : <JobBar slot={QUEUE_SLOT} />}
      {queue && units.length === 0 && !loading ? (
        <EmptyState title={t.nothing[filter.state]} text={t.nothingText} />
      ) : null}
      {queue && units.length > 0 ? <Desk rubric={project.rubric} total={queue.total} /> : null}
      <SaidLine rubric={project.rubric} />
    </main>
  );
}
