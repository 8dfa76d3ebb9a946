import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { clockTime } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { ComparisonFigures } from './ComparisonFigures.tsx';
import { DimensionView } from './DimensionView.tsx';
import { EmptyAgreement } from './EmptyAgreement.tsx';
import { Headlines } from './Headlines.tsx';
import { SaveReport } from './SaveReport.tsx';
import { SsaLine } from './SsaLine.tsx';
import { REPORT_SLOT } from './state.ts';
import { useAgreement } from './store.ts';
import { useFreshness } from './useFreshness.ts';
import { VersionsLine } from './VersionsLine.tsx';

/** While ratings come in intervals wait until none came for so long, milliseconds. */
const QUIET = 800;

/** How far the raters agree: a headline for each dimension, and what lies behind the one chosen. */
export function AgreementScreen() {
  const t = useText(agreementText);
  const project = useApp((state) => state.project);
  const refreshProject = useApp((state) => state.refreshProject);
  const { report, countedAt, error, counting, dimension, enter, count, set } = useAgreement();
  useEffect(() => void refreshProject(), [refreshProject]);
  const id = project?.id ?? null;
  const ratings = project?.counts.ratings ?? 0;
  const some = ratings > 0;
  useEffect(() => {
    if (id === null) return;
    enter(id);
    if (some) void count();
  }, [id, some, enter, count]);
  useFreshness(() => {
    void refreshProject();
    if (some) void count(QUIET);
  });
  if (!project) return null;
  if (ratings === 0)
    return (
      <Page title={t.title}>
        <EmptyAgreement />
      </Page>
    );
  const chosen = report?.dimensions.find((entry) => entry.dimension === dimension) ?? report?.dimensions[0];
  return (
    <Page
      wide
      title={t.title}
      lead={t.lead(project.illustrative ? t.illustrative : t.allRatings, countedAt && clockTime(countedAt))}
      actions={
        <>
          <Button variant="subtle" disabled={counting} onClick={() => void count()}>
            {counting ? t.countingNow : t.countAgain}
          </Button>
          <SaveReport project={project.name} />
        </>
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
          <SsaLine report={report} />
          {report.comparisons ? <ComparisonFigures figures={report.comparisons} /> : null}
          <DimensionView
            report={chosen}
            cards={report.raters}
            rubric={project.rubric}
            raters={project.raters}
            countedAt={countedAt}
          />
        </>
      ) : null}
    </Page>
  );
}
