import { memo } from 'react';
import type { OptionValue, RatingValue, Rubric } from '../../../shared/domain/rubric.ts';
import { isChosen } from '../../../shared/domain/value.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { choiceKeys, NONE_KEY } from '../../keys/choice-keys.ts';
import { capOf } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './ChoicesAnswer.module.css';
import { keepFocus } from './Option.tsx';
import type { AnswerProps } from './OptionsAnswer.tsx';
import { desk, useHeld } from './useRate.ts';

interface ChoiceProps {
  code: string;
  label: string;
  checked: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function Choice({ code, label, checked, disabled, onToggle }: ChoiceProps) {
  return (
    <label className={classes.choice} data-checked={checked} data-disabled={disabled} onMouseDown={keepFocus}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={checked}
        disabled={disabled}
        onChange={onToggle}
      />
      {code === '' ? null : <KeyCap keys={capOf(code)} decorative />}
      <span className={classes.name}>{label}</span>
    </label>
  );
}

const chosenOf = (value: RatingValue | undefined): readonly OptionValue[] | null =>
  isChosen(value) ? value : null;

/** Any number of options, or none of them. */
export const ChoicesAnswer = memo(function ChoicesAnswer(props: AnswerProps & { rubric: Rubric }) {
  const { rubric, entry, heading, asked, onFocus } = props;
  const t = useText(railText);
  const { id, options } = entry;
  const chosen = useHeld(({ rating }) => chosenOf(rating.values[id]), null);
  const codes = choiceKeys(rubric, entry);
  const isNone = asked && chosen !== null && chosen.length === 0;
  return (
    <fieldset className={classes.choices} aria-labelledby={heading} onFocus={onFocus}>
      {options.map(({ value, label }, index) => (
        <Choice
          key={value}
          code={codes[index] ?? ''}
          label={label}
          checked={asked && (chosen?.includes(value) ?? false)}
          disabled={!asked}
          onToggle={() => desk().toggle(id, value)}
        />
      ))}
      <Choice
        code={NONE_KEY}
        label={t.noneOfThese}
        checked={isNone}
        disabled={!asked}
        onToggle={() => (isNone ? desk().clear() : desk().value(id, [], true))}
      />
    </fieldset>
  );
});
