import { type RefObject, useEffect } from 'react';
import { assignmentAt } from '../../store/rate/state.ts';
import { useRate } from './useRate.ts';

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
        const rail = pane.current;
        if (!where || !rail) return;
        const field = rail.querySelector('textarea');
        (field ?? rail.querySelector('[data-current=true]'))?.scrollIntoView({ block: 'nearest' });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [where, pane]);
  return null;
}
