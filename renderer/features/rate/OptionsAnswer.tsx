import { memo } from 'react';
import { type Dimension, optionOf } from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { optionKeys } from '../../keys/rubric-keys.ts';
import classes from './DimensionBlock.module.css';
import { isScale } from './dimension-words.ts';
import { Option } from './Option.tsx';
import { useHeld } from './useRate.ts';

/** What every way of answering is told. */
export interface AnswerProps {
  entry: Dimension;
  /** Id of the element that names the dimension. */
  heading: string;
  asked: boolean;
  /** The focus came into it. */
  onFocus: () => void;
}

/** One of several options: side by side where they are steps of a scale. */
export const OptionsAnswer = memo(function OptionsAnswer(props: AnswerProps) {
  const { entry, heading, asked, onFocus } = props;
  const { id, options } = entry;
  const value = useHeld(({ rating }) => rating.values[id], undefined);
  const chosen = asked ? optionOf(entry, value) : undefined;
  const scale = isScale(entry);
  const keys = optionKeys(entry);
  return (
    <>
      <div
        role="radiogroup"
        aria-labelledby={heading}
        aria-disabled={!asked}
        className={scale ? `${classes.options} ${classes.scale}` : classes.options}
        onFocus={onFocus}
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
    </>
  );
});
