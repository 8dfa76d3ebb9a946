import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { useApp } from '../../store/app.ts';
import type { RateState } from '../../store/rate/state.ts';
import { clockTime } from '../../ui/format.ts';
import classes from './RateBar.module.css';
import { useRateLater } from './useRate.ts';

/** Acts that are not on the disk, the letters of a word being typed among them. */
const underway = ({ unsaved, typing }: RateState): number => unsaved + (typing ? 1 : 0);

/** Whether what is on the screen is on the disk. Says saved only when nothing is on its way, not even a letter. */
export function SaveState() {
  const t = useText(queueText);
  const saving = useRateLater(underway);
  const lost = useRateLater((state) => state.trouble?.lost.length ?? 0);
  const savedAt = useRateLater((state) => state.savedAt);
  const line = useRef<HTMLSpanElement>(null);
  // The words come a frame after the value, so that it is drawn sooner. In that frame it must not stand beside "saved".
  useLayoutEffect(
    () =>
      useApp.subscribe(({ rate }) => {
        if (line.current) line.current.dataset.behind = String(underway(rate) > 0);
      }),
    [],
  );
  const state = lost > 0 ? 'lost' : saving > 0 ? 'saving' : 'saved';
  const words = {
    lost: () => t.notSaved(lost),
    saving: () => t.saving(saving),
    saved: () => (savedAt === null ? '' : t.saved(clockTime(savedAt))),
  };
  return (
    <span ref={line} className={classes.status} data-state={state}>
      {words[state]()}
    </span>
  );
}
