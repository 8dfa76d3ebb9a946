import { memo } from 'react';
import { isAsked } from '../../../shared/domain/rating.ts';
import { type Dimension, dimensionLabel, optionOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { optionKeys } from '../../keys/rubric-keys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Categories } from './Categories.tsx';
import classes from './DimensionBlock.module.css';
import { isScale } from './dimension-words.ts';
import { Option } from './Option.tsx';
import { StateWords } from './StateWords.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

interface DimensionBlockProps {
  rubric: Rubric;
  entry: Dimension;
  /** The key that jumps here. */
  jumpKey: string | undefined;
}

/** One dimension of the rubric: its name and key, its options, and how it stands. */
export const DimensionBlock = memo(function DimensionBlock({ rubric, entry, jumpKey }: DimensionBlockProps) {
  const { id, options } = entry;
  const value = useHeld(({ rating }) => rating.values[id], undefined);
  const asked = useHeld(({ rating }) => isAsked(rubric, entry, rating.values), false);
  const current = useRate(({ dimension }) => dimension === id);
  const chosen = asked ? optionOf(entry, value) : undefined;
  const scale = isScale(entry);
  const keys = optionKeys(entry);
  const label = dimensionLabel(entry);
  const heading = `dimension-${id}`;
  return (
    <section className={classes.block} data-current={current} aria-current={current}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.name}>
          {label}
        </h2>
        <StateWords rubric={rubric} entry={entry} />
        {jumpKey ? (
          <span className={classes.key}>
            <KeyCap keys={capOf(jumpKey)} />
          </span>
        ) : null}
      </div>
      <div
        role="radiogroup"
        aria-labelledby={heading}
        aria-disabled={!asked}
        className={scale ? `${classes.options} ${classes.scale}` : classes.options}
        onFocus={() => current || desk().jump(id)}
      >
        {options.map((option, index) => (
          <Option
            key={option.value}
            dimension={id}
            value={option.value}
            cap={capOf(keys[index] ?? '')}
            label={option.label}
            bare={scale}
            checked={option === chosen}
            disabled={!asked}
          />
        ))}
      </div>
      {scale ? (
        <div className={classes.ends}>
          <span>{options[0]?.label}</span>
          <span>{options.at(-1)?.label}</span>
        </div>
      ) : null}
      {entry.categories ? <Categories entry={entry} /> : null}
    </section>
  );
});
