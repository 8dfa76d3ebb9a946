import { memo, useMemo, useRef } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { dimensionKeys } from '../../keys/rubric-keys.ts';
import { Anchors } from './Anchors.tsx';
import { DimensionBlock } from './DimensionBlock.tsx';
import { Following } from './Following.tsx';
import { Menus } from './Menus.tsx';
import { Notes } from './Notes.tsx';
import classes from './Rail.module.css';
import { RailFoot } from './RailFoot.tsx';
import type { RateHandlers } from './useRateKeys.ts';

interface RailProps {
  rubric: Rubric;
  handlers: RateHandlers;
}

/** The scoring rail: the rubric's dimensions in their order, what they mean, and the other keys. */
export const Rail = memo(function Rail({ rubric, handlers }: RailProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const jumps = useMemo(() => dimensionKeys(rubric), [rubric]);
  return (
    <aside className={classes.rail} aria-label="Rating">
      <div className={classes.inner}>
        <div ref={scroll} className={classes.scroll}>
          {rubric.dimensions.map((entry) => (
            <DimensionBlock
              key={entry.id}
              entry={entry}
              gate={rubric.dimensions.find(({ id }) => id === entry.gate?.dimension)}
              jumpKey={jumps.get(entry.id)}
            />
          ))}
          <div className={classes.notes}>
            <Notes rubric={rubric} />
          </div>
          <Anchors rubric={rubric} />
          <Following pane={scroll} />
        </div>
        <Menus rubric={rubric} />
        <RailFoot rubric={rubric} handlers={handlers} />
      </div>
    </aside>
  );
});
