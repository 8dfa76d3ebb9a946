import { useMemo } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { useReadingStyle } from '../../ui/reading/useReadingStyle.ts';
import { RawView } from '../../ui/transcript/raw-view.ts';
import { CandidatePane } from './CandidatePane.tsx';
import classes from './Comparison.module.css';
import { Context } from './Context.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useFinding } from './find/finding.ts';
import { ReadAhead } from './ReadAhead.tsx';
import { allLabels, SpanLabels } from './spans/labels.ts';
import { usePainters } from './usePainters.ts';
import { useReadingDesk } from './useReadingDesk.ts';
import { useWhole } from './useWhole.ts';

/** What is compared: the conversation above, and the answers to it side by side, each in a pane of its own. */
export function Comparison({ rubric }: { rubric: Rubric }) {
  const t = useText(comparisonText);
  const item = useWhole((held) => held.item, null);
  const labels = useMemo(() => allLabels(rubric), [rubric]);
  const isRaw = useReadingDesk((state) => state.isRaw);
  const isLifted = useReadingDesk(({ lifted }) => item !== null && lifted.has(item.assignment));
  const isFinding = useFinding(({ isOpen }) => isOpen);
  const style = useReadingStyle();
  usePainters();
  if (!item) return <div className={classes.page} />;
  const { assignment, candidates } = item;
  const warning = isLifted ? null : item.warning;
  return (
    <div className={classes.page} style={style} data-count={candidates.length}>
      <RawView value={isRaw}>
        <SpanLabels value={labels}>
          {isFinding ? <FindBar /> : null}
          <div className={classes.before}>
            <Context key={`context ${assignment}`} item={item} warning={warning} />
          </div>
          <h2 className={classes.heading}>{t.heading(candidates.length)}</h2>
          <section className={classes.panes} aria-label={t.answers}>
            {candidates.map((candidate, place) => (
              <CandidatePane
                key={`${assignment} ${candidate.number}`}
                assignment={assignment}
                candidate={candidate}
                place={place + 1}
                warning={warning?.answer ? warning : null}
              />
            ))}
          </section>
        </SpanLabels>
      </RawView>
      <ReadAhead />
    </div>
  );
}
