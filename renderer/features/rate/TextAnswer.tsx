import { memo } from 'react';
import { dimensionLabel } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { focusAtEnd } from '../../ui/focus.ts';
import { leaveField } from './leave-field.ts';
import classes from './Notes.module.css';
import type { AnswerProps } from './OptionsAnswer.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

/** Free text: a field while it is open, else what was written. */
export const TextAnswer = memo(function TextAnswer({ entry, asked, onFocus }: AnswerProps) {
  const t = useText(railText);
  const { id, question } = entry;
  const value = useHeld(({ rating }) => rating.values[id], undefined);
  const assignment = useHeld(({ item }) => item.assignment, null);
  const open = useRate(({ panel, dimension }) => panel === 'text' && dimension === id);
  const current = useRate(({ dimension }) => dimension === id);
  const text = asked && typeof value === 'string' ? value : '';
  const label = question ?? dimensionLabel(entry);
  if (open && asked)
    return (
      <textarea
        key={assignment}
        ref={focusAtEnd}
        className={classes.field}
        rows={2}
        aria-label={label}
        defaultValue={text}
        onChange={({ currentTarget }) => {
          const written = currentTarget.value;
          desk().typed({ kind: 'value', dimension: id, value: written.trim() === '' ? null : written });
        }}
        onBlur={leaveField('text')}
      />
    );
  return (
    <button
      type="button"
      className={classes.text}
      disabled={!asked}
      onFocus={onFocus}
      aria-label={text === '' ? label : undefined}
      onClick={() => {
        desk().jump(id);
        desk().panel('text');
      }}
    >
      {text === '' ? (
        <span className={classes.invite}>{t.write(current ? keyInWords('submit') : '')}</span>
      ) : (
        text
      )}
    </button>
  );
});
