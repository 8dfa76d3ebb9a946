import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { Close } from '../../../ui/icons.tsx';
import classes from './FindBar.module.css';
import { closeFind, lookFor, stepHit, useFinding } from './finding.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** The field for what to find in the conversation, with how much there is of it. */
export function FindBar() {
  const t = useText(readingText).find;
  const { typed, hits, at } = useFinding();
  const field = useRef<HTMLInputElement>(null);
  // Before the next key: what is typed from here on is looked for.
  useLayoutEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (event.key === 'Escape') closeFind();
    else if (by === undefined || event.ctrlKey || event.nativeEvent.isComposing) return;
    else stepHit(event.shiftKey ? -1 : by)();
    event.preventDefault();
  };
  return (
    <search className={classes.bar}>
      <input
        ref={field}
        className={classes.field}
        type="text"
        dir="auto"
        aria-label={t.label}
        placeholder={t.label}
        value={typed}
        onChange={(event) => lookFor(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.count} role="status">
        {typed.trim() === '' ? '' : hits.length === 0 ? t.none : t.place(at + 1, hits.length)}
      </span>
      <button type="button" className={classes.button} aria-label={t.previous} onClick={stepHit(-1)}>
        ↑
      </button>
      <button type="button" className={classes.button} aria-label={t.next} onClick={stepHit(1)}>
        ↓
      </button>
      <button type="button" className={classes.button} aria-label={t.close} onClick={closeFind}>
        <Close size={12} />
      </button>
    </search>
  );
}
