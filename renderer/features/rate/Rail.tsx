import { memo, useMemo, useRef } from 'react';
import { gaps } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { dimensionKeys } from '../../keys/rubric-keys.ts';
import type { Panel } from '../../store/rate/state.ts';
import { Anchors } from './Anchors.tsx';
import { DimensionBlock } from './DimensionBlock.tsx';
import { Following } from './Following.tsx';
import { Menus } from './Menus.tsx';
import { Notes } from './Notes.tsx';
import { Panels } from './Panels.tsx';
import classes from './Rail.module.css';
import { RailFoot } from './RailFoot.tsx';
import { useHeld, useRate } from './useRate.ts';
import type { RateHandlers } from './useRateKeys.ts';

interface RailProps {
  rubric: Rubric;
  handlers: RateHandlers;
}

const TAKES_ROOM: ReadonlySet<Panel> = new Set([
  'categories',
  'cannot',
  'cannotWhy',
  'mark',
  'meaning',
  'rationale',
  'snippets',
  'text',
]);

/** True while something is written or chosen from a list, or a bias is told of: that takes the room of the anchors. */
function useAsksMore(rubric: Rubric): boolean {
  const open = useRate(({ panel }) => panel !== null && TAKES_ROOM.has(panel));
  const owing = useHeld(
    ({ rating }) => gaps(rubric, rating).some(({ wants }) => wants === 'rationale' || wants === 'spans'),
    false,
  );
  const marked = useHeld(({ rating }) => rating.categories.length > 0, false);
  return open || owing || marked;
}

/** The scoring rail: the rubric's dimensions in their order, what they mean, and the other keys. */
export const Rail = memo(function Rail({ rubric, handlers }: RailProps) {
  const t = useText(railText);
  const scroll = useRef<HTMLDivElement>(null);
  const asksMore = useAsksMore(rubric);
  const jumps = useMemo(() => dimensionKeys(rubric), [rubric]);
  return (
    <aside className={classes.rail} aria-label={t.rating}>
      <div className={classes.inner}>
        <div ref={scroll} className={classes.scroll}>
          {rubric.dimensions.map((entry) => (
            <DimensionBlock key={entry.id} entry={entry} rubric={rubric} jumpKey={jumps.get(entry.id)} />
          ))}
          <div className={classes.notes}>
            <Notes rubric={rubric} />
          </div>
          {asksMore ? null : <Anchors rubric={rubric} />}
          <Following pane={scroll} />
        </div>
        <Menus rubric={rubric} />
        <Panels rubric={rubric} />
        <RailFoot rubric={rubric} handlers={handlers} />
      </div>
    </aside>
  );
});
