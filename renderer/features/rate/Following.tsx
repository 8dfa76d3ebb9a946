import { type RefObject, useLayoutEffect } from 'react';
import { assignmentAt } from '../../store/rate/state.ts';
import { useRate } from './useRate.ts';

/** Keeps what is asked now in view where the rail is longer than the window; a new item starts at the top. Shows nothing. */
export function Following({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const assignment = useRate(assignmentAt);
  const focus = useRate(({ dimension, panel }) => `${dimension} ${panel}`);
  useLayoutEffect(() => {
    if (assignment && pane.current) pane.current.scrollTop = 0;
  }, [assignment, pane]);
  useLayoutEffect(() => {
    const rail = pane.current;
    if (!focus || !rail || rail.scrollHeight <= rail.clientHeight) return;
    rail.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [focus, pane]);
  return null;
}
