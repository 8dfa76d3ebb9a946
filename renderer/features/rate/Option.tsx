import { type MouseEvent, memo } from 'react';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './DimensionBlock.module.css';
import { desk } from './useRate.ts';

interface OptionProps {
  dimension: string;
  value: RatingValue;
  /** What stands on its key. */
  cap: string;
  label: string;
  /** On a scale only the key is shown; the label is part of the accessible name. */
  bare: boolean;
  checked: boolean;
  disabled: boolean;
}

/** Keeps the focus, and with it the keys, where it was when something is pressed by mouse. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The arrow keys of a radio group come as clicks without a count: they choose, but do not move on. */
const byArrow = ({ nativeEvent }: { nativeEvent: Event }): boolean =>
  nativeEvent instanceof UIEvent && nativeEvent.detail === 0;

/** One option of a dimension; shows its key, answers to it and to the mouse. */
export const Option = memo(function Option(option: OptionProps) {
  const { dimension, value, cap, label, bare, checked, disabled } = option;
  return (
    <label
      className={classes.option}
      data-checked={checked}
      data-disabled={disabled}
      title={bare ? label : undefined}
      onMouseDown={keepFocus}
    >
      <input
        type="radio"
        className="visually-hidden"
        name={dimension}
        aria-label={bare ? `${cap} ${label}` : undefined}
        checked={checked}
        disabled={disabled}
        onChange={(event) => desk().value(dimension, value, byArrow(event))}
      />
      {bare ? (
        <span>{cap}</span>
      ) : (
        <>
          <KeyCap keys={cap} />
          {label}
        </>
      )}
    </label>
  );
});
