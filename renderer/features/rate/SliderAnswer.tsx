import { type ChangeEvent, memo, type PointerEvent } from 'react';
import { type Dimension, optionOf, type SliderRange } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { movingOn } from '../../store/rate/sliding.ts';
import type { AnswerProps } from './OptionsAnswer.tsx';
import classes from './SliderAnswer.module.css';
import { desk, useHeld, useRate } from './useRate.ts';

const numberAt = (event: ChangeEvent<HTMLInputElement> | PointerEvent<HTMLInputElement>): number =>
  Number(event.currentTarget.value);

/** "72, rather sure": the number, and the name of the point it stands on. */
function spoken(entry: Dimension, value: number): string {
  const label = optionOf(entry, value)?.label;
  return label === undefined ? String(value) : `${value}, ${label}`;
}

const endOf = (entry: Dimension, value: number): string => optionOf(entry, value)?.label ?? String(value);

interface TrackProps extends AnswerProps {
  range: SliderRange;
}

function Track({ entry, heading, asked, onFocus, range }: TrackProps) {
  const t = useText(railText);
  const { id } = entry;
  const stored = useHeld(({ rating }) => rating.values[id], undefined);
  const moving = useRate((state) => movingOn(state, id));
  const current = useRate(({ dimension }) => dimension === id);
  const value = moving ? moving.value : asked ? stored : null;
  const set = typeof value === 'number' ? value : null;
  const shown = moving?.typing ? moving.text : (set ?? '');
  return (
    <>
      <div className={classes.slider} data-unset={set === null} data-disabled={!asked}>
        <input
          type="range"
          className={classes.track}
          min={range.min}
          max={range.max}
          step={range.step}
          value={set ?? (range.min + range.max) / 2}
          aria-labelledby={heading}
          aria-valuetext={set === null ? t.notGiven : spoken(entry, set)}
          disabled={!asked}
          onFocus={onFocus}
          onChange={(event) => desk().slide(id, numberAt(event))}
          onPointerUp={(event) => desk().slide(id, numberAt(event))}
        />
        <span className={classes.number} data-typing={moving?.typing ?? false} aria-hidden>
          {shown}
        </span>
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{endOf(entry, range.min)}</span>
        {current && asked ? (
          <span className={classes.hint}>
            {t.sliderKeys(keyInWords('word.previous'), keyInWords('word.next'))}
          </span>
        ) : null}
        <span>{endOf(entry, range.max)}</span>
      </div>
    </>
  );
}

/** A number on a range, by mouse, by steps, or typed. */
export const SliderAnswer = memo(function SliderAnswer(props: AnswerProps) {
  const { range } = props.entry;
  return range ? <Track {...props} range={range} /> : null;
});
