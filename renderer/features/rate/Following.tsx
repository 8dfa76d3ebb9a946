import { type RefObject, useEffect } from 'react';
import { assignmentAt } from '../../store/rate/state.ts';
import { useRate } from './useRate.ts';

/** Brings the open field into view, else what is asked now. */
function follow(rail: HTMLElement | null): void {
  const field = rail?.querySelector('textarea');
  (field ?? rail?.querySelector('[data-current=true]'))?.scrollIntoView({ block: 'nearest' });
}

/**
 * Keeps what is asked now in view where the rail is longer than the window. Shows nothing. It measures after the frame has
 * been painted: to measure before would have the key wait for one more layout.
 */
export function Following({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const where = useRate((state) => `${assignmentAt(state)} ${state.dimension} ${state.panel}`);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        if (where) follow(pane.current);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [where, pane]);
  // A way of answering that is fetched where it is needed makes the rail longer once it is there.
  useEffect(() => {
    const watch = new ResizeObserver(() => follow(pane.current));
    for (const block of pane.current?.children ?? []) watch.observe(block);
    return () => watch.disconnect();
  }, [pane]);
  return null;
}
