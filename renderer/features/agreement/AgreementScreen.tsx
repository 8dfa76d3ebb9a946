import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { clockTime } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { ComparisonFigures } from './ComparisonFigures.tsx';
import { DimensionView } from './DimensionView.tsx';
import { EmptyAgreement } from './EmptyAgreement.tsx';
import { Headlines } from './Headlines.tsx';
import { SsaLine } from './SsaLine.tsx';
import { REPORT_SLOT } from './state.ts';
import { useAgreement } from './store.ts';
import { VersionsLine } from './VersionsLine.tsx';

const whose = (illustrative: boolean): string =>
  illustrative ? 'The illustrative ratings of the sample project, and yours' : 'All submitted ratings';

/** How far the raters agree: a headline for each dimension, and what lies behind the one chosen. */
export function AgreementScreen() {
  const project = useApp((state) => state.project);
  const refreshProject = useApp((state) => state.refreshProject);
  const { report, countedAt, error, counting, dimension, enter, count, set } = useAgreement();
  useEffect(() => void refreshProject(), [refreshProject]);
  const id = project?.id ?? null;
  const ratings = project?.counts.ratings ?? 0;
  useEffect(() => {
    if (id === null) return;
    enter(id);
    if (ratings > 0) void count();
  }, [id, ratings, enter, count]);
  if (!project) return null;
  if (ratings === 0)
    return (
      <Page title="Agreement">
        <EmptyAgreement />
      </Page>
    );
  const chosen = report?.dimensions.find((entry) => entry.dimension === dimension) ?? report?.dimensions[0];
  return (
    <Page
      wide
      title="Agreement"
      lead={`${whose(project.illustrative)}${countedAt ? `, counted at ${clockTime(countedAt)}` : ''}.`}
      actions={
        <Button variant="default" disabled={counting} onClick={() => void count()}>
          {counting ? 'Counting…' : 'Count again'}
        </Button>
      }
    >
      {error ? <ErrorNote error={error} onRetry={() => void count()} /> : null}
      {report ? null : <JobBar slot={REPORT_SLOT} />}
      {report && chosen ? (
        <>
          <Headlines
            report={report}
            rubric={project.rubric}
            chosen={chosen.dimension}
            counting={counting}
            onChoose={(entry) => set({ dimension: entry })}
          />
          <VersionsLine report={report} />
          <SsaLine countedAt={countedAt} />
          {report.comparisons ? <ComparisonFigures figures={report.comparisons} /> : null}
          <DimensionView
            report={chosen}
            rubric={project.rubric}
            raters={project.raters}
            countedAt={countedAt}
          />
        </>
      ) : null}
    </Page>
  );
}
