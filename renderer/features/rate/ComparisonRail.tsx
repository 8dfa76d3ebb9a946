import { memo, useMemo, useRef } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { railText } from '../../catalogue/rail.ts';
import { capFor } from '../../keys/labels.ts';
import { dimensionKeys } from '../../keys/rubric-keys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Anchors } from './Anchors.tsx';
import { CandidateTabs } from './CandidateTabs.tsx';
import own from './Comparison.module.css';
import { DimensionBlock } from './DimensionBlock.tsx';
import { Following } from './Following.tsx';
import { Menus } from './Menus.tsx';
import { Notes } from './Notes.tsx';
import { Panels } from './Panels.tsx';
import { PreferenceBlock } from './PreferenceBlock.tsx';
import classes from './Rail.module.css';
import { RailFoot } from './RailFoot.tsx';
import { useRate } from './useRate.ts';
import type { RateHandlers } from './useRateKeys.ts';

interface ComparisonRailProps {
  /** What is asked of each candidate. */
  rubric: Rubric;
  handlers: RateHandlers;
}

/** How to go from answer to answer, and to read on in one. */
function Ways() {
  const t = useText(comparisonText);
  return (
    <p className={own.ways}>
      <KeyCap keys={capFor('candidate.previous')} />
      <KeyCap keys={capFor('candidate.next')} />
      {t.walk}
      <KeyCap keys={capFor('scroll.up')} />
      <KeyCap keys={capFor('scroll.down')} />
      {t.scroll}
    </p>
  );
}

/** The rail of a comparison: what is asked of the answer looked at, which is better, and the other keys. */
export const ComparisonRail = memo(function ComparisonRail({ rubric, handlers }: ComparisonRailProps) {
  const t = useText(railText);
  const scroll = useRef<HTMLDivElement>(null);
  const jumps = useMemo(() => dimensionKeys(rubric), [rubric]);
  const isQuiet = useRate(({ panel }) => panel === null);
  return (
    <aside className={classes.rail} aria-label={t.rating}>
      <div className={classes.inner}>
        <div ref={scroll} className={classes.scroll}>
          {rubric.dimensions.length > 0 ? <CandidateTabs rubric={rubric} /> : null}
          {rubric.dimensions.map((entry) => (
            <DimensionBlock key={entry.id} entry={entry} rubric={rubric} jumpKey={jumps.get(entry.id)} />
          ))}
          <PreferenceBlock rubric={rubric} />
          {rubric.dimensions.length > 0 ? null : <Ways />}
          <div className={classes.notes}>
            <Notes rubric={rubric} />
          </div>
          {isQuiet ? <Anchors rubric={rubric} /> : null}
          <Following pane={scroll} />
        </div>
        <Menus rubric={rubric} />
        <Panels rubric={rubric} />
        <RailFoot rubric={rubric} handlers={handlers} />
      </div>
    </aside>
  );
});
