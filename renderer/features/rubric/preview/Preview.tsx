import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { gaps } from '../../../../shared/domain/rating.ts';
import { dimensionLabel, type Rubric } from '../../../../shared/domain/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { plainCode } from '../../../keys/match.ts';
import { dimensionKeys } from '../../../keys/rubric-keys.ts';
import { KeyCap } from '../../../ui/KeyCap.tsx';
import { Meaning } from './Meaning.tsx';
import classes from './Preview.module.css';
import { PreviewDimension } from './PreviewDimension.tsx';
import { begin, carriedOn, pressed, type Trial } from './state.ts';

export const PREVIEW = 'rubric-preview';

/** Dimensions that are named as open. */
const NAMED = 4;

interface PreviewProps {
  rubric: Rubric;
  /** The draft has mistakes: this is how it was before. */
  stale: boolean;
}

/** The scoring rail as raters will have it: answers to the keys while it has the focus, and to the mouse. Stores nothing. */
export function Preview({ rubric, stale }: PreviewProps) {
  const t = useText(rubricEditorText);
  const [trial, setTrial] = useState<Trial>(() => begin(rubric));
  const keys = useRef<HTMLButtonElement>(null);
  const [focused, setFocused] = useState(false);
  useEffect(() => setTrial((before) => carriedOn(before, rubric)), [rubric]);
  /** What is done by mouse leaves the keys where they can be used. */
  const show = (next: Trial) => {
    setTrial(next);
    if (!(document.activeElement instanceof HTMLTextAreaElement)) keys.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Escape') {
      event.preventDefault();
      setTrial(begin(rubric));
      return;
    }
    const code = plainCode(event.nativeEvent);
    const next = code === null ? null : pressed(trial, rubric, code);
    if (!next) return;
    event.preventDefault();
    setTrial(next);
  };
  const jumps = dimensionKeys(rubric);
  const open = gaps(rubric, trial.rating);
  const names = rubric.dimensions.filter(({ id }) => open.some(({ dimension }) => dimension === id));
  return (
    <aside className={classes.preview} aria-label={t.rail}>
      <div className={classes.head}>
        <button
          ref={keys}
          id={PREVIEW}
          type="button"
          className={classes.title}
          aria-keyshortcuts="Alt+P"
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        >
          {t.rail}
          <KeyCap keys="Alt+P" decorative />
        </button>
        <Button size="compact-xs" variant="subtle" onClick={() => show(begin(rubric))}>
          {t.railReset}
        </Button>
      </div>
      <div className={classes.rail}>
        {rubric.dimensions.map((entry) => (
          <PreviewDimension
            key={entry.id}
            entry={entry}
            rubric={rubric}
            trial={trial}
            jumpKey={jumps.get(entry.id)}
            onChange={show}
          />
        ))}
        <Meaning rubric={rubric} trial={trial} onChange={show} />
      </div>
      <p className={classes.foot} aria-live="polite">
        {open.length === 0
          ? t.complete
          : t.openThings(
              names.slice(0, NAMED).map(dimensionLabel).join(', '),
              Math.max(0, names.length - NAMED),
            )}
      </p>
      <p className={classes.help} data-stale={stale}>
        {stale ? t.railBroken : focused ? t.railFocused : t.railHelp}
      </p>
    </aside>
  );
}
