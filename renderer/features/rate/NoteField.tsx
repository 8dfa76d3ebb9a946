import { useEffect, useRef } from 'react';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { focusAtEnd } from '../../ui/focus.ts';
import { leaveField } from './leave-field.ts';
import classes from './Notes.module.css';
import { desk, useHeld, useRate } from './useRate.ts';

const NONE: readonly string[] = [];
const SETTLED = 60;

interface NoteFieldProps {
  panel: 'rationale' | 'mark' | 'cannotWhy';
  label: string;
  text: string;
  /** Said beside the label, in the colour of attention. */
  wanted?: string | undefined;
  /** Stands where there is no text yet. */
  invite: string;
  /** What is stored as the text changes. */
  action: (text: string) => RatingAction;
}

/** A few words from the rater: a field while open, else the text. Stored as it is typed. */
export function NoteField({ panel, label, text, wanted, invite, action }: NoteFieldProps) {
  const t = useText(railText);
  const open = useRate((state) => state.panel === panel);
  const where = useRate((state) => `${state.panel} ${state.dimension}`);
  const categories = useHeld(({ rating }) => rating.categories, NONE);
  const note = useRef<HTMLDivElement>(null);
  const owed = wanted !== undefined && (open || categories.length > 0);
  useEffect(() => {
    if (!owed || !where || !categories) return;
    // After the rail has followed the dimension, which is done once the frame is painted.
    const timer = setTimeout(() => note.current?.scrollIntoView({ block: 'nearest' }), SETTLED);
    return () => clearTimeout(timer);
  }, [owed, where, categories]);
  const assignment = useHeld(({ item }) => item.assignment, null);
  return (
    <div ref={note} className={classes.note}>
      <div className={classes.head}>
        <span>{label}</span>
        {open ? (
          <span>{t.escWhenDone(keyInWords('text.leave'))}</span>
        ) : (
          <span className={classes.wanted}>{wanted}</span>
        )}
      </div>
      {open ? (
        <textarea
          key={assignment}
          ref={focusAtEnd}
          className={classes.field}
          rows={2}
          aria-label={label}
          defaultValue={text}
          onChange={(event) => desk().typed(action(event.currentTarget.value))}
          onBlur={leaveField(panel)}
        />
      ) : (
        <button type="button" className={classes.text} onClick={() => desk().panel(panel)}>
          {text === '' ? <span className={classes.invite}>{invite}</span> : text}
        </button>
      )}
    </div>
  );
}
