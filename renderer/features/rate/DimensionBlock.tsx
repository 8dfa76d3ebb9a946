import { type ComponentType, lazy, memo, Suspense, useCallback } from 'react';
import { isAsked } from '../../../shared/domain/rating.ts';
import {
  type Dimension,
  type DimensionKind,
  dimensionLabel,
  kindOf,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Categories } from './Categories.tsx';
import classes from './DimensionBlock.module.css';
import { type AnswerProps, OptionsAnswer } from './OptionsAnswer.tsx';
import { StateWords } from './StateWords.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

/** What has the focus is what is asked now. */
const turnTo = (id: string): void => {
  if (useApp.getState().rate.dimension !== id) desk().jump(id);
};

interface DimensionBlockProps {
  rubric: Rubric;
  entry: Dimension;
  /** The key that jumps here. */
  jumpKey: string | undefined;
}

/** How each kind of dimension is answered. Most rubrics have options only: the rest is fetched where it is needed. */
const ANSWERS: Record<DimensionKind, ComponentType<AnswerProps & { rubric: Rubric }>> = {
  options: OptionsAnswer,
  slider: lazy(async () => ({ default: (await import('./SliderAnswer.tsx')).SliderAnswer })),
  categories: lazy(async () => ({ default: (await import('./ChoicesAnswer.tsx')).ChoicesAnswer })),
  text: lazy(async () => ({ default: (await import('./TextAnswer.tsx')).TextAnswer })),
};

/** One dimension of the rubric: its name and key, what answers it, and how it stands. */
export const DimensionBlock = memo(function DimensionBlock({ rubric, entry, jumpKey }: DimensionBlockProps) {
  const { id } = entry;
  const asked = useHeld(({ rating }) => isAsked(rubric, entry, rating.values), false);
  const current = useRate(({ dimension }) => dimension === id);
  const heading = `dimension-${id}`;
  const turnHere = useCallback(() => turnTo(id), [id]);
  const Answer = ANSWERS[kindOf(entry)];
  return (
    <section className={classes.block} data-current={current} aria-current={current}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.name}>
          {dimensionLabel(entry)}
        </h2>
        <StateWords rubric={rubric} entry={entry} />
        {jumpKey ? (
          <span className={classes.key}>
            <KeyCap keys={capOf(jumpKey)} />
          </span>
        ) : null}
      </div>
      <Suspense fallback={null}>
        <Answer rubric={rubric} entry={entry} heading={heading} asked={asked} onFocus={turnHere} />
      </Suspense>
      {entry.categories ? <Categories entry={entry} /> : null}
    </section>
  );
});
