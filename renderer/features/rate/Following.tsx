import { type RefObject, useEffect } from 'react';
import { assignmentAt } from '../../store/rate/state.ts';
import { useRate } from './useRate.ts';

/** Brings the open field into view, else what is asked now. */
function follow(rail: HTMLElement | null): void {
  const field = rail?.querySelector('textarea');
  (field ?? rail?.querySelector('[data-current=true]'))?.scrollIntoView({ block: 'nearest' });
}

/** Does something once the next frame is painted: to measure before would have a key wait for one more layout. Gives what calls it off. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Keeps what is asked now in view where the rail is longer than the window. Shows nothing. */
export function Following({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const where = useRate((state) => `${assignmentAt(state)} ${state.dimension} ${state.panel}`);
  useEffect(() => (where ? afterPaint(() => follow(pane.current)) : undefined), [where, pane]);
  // A way of answering that is fetched where it is needed makes the rail longer once it is there.
  useEffect(() => {
    let callOff = (): void => undefined;
    const watch = new ResizeObserver(() => {
      callOff();
      callOff = afterPaint(() => follow(pane.current));
    });
    for (const block of pane.current?.children ?? []) watch.observe(block);
    return () => {
      watch.disconnect();
      callOff();
    };
  }, [pane]);
  return null;
}
