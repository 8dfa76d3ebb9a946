import { useEffect, useRef } from 'react';
import { bridge } from '../../bridge.ts';

/** How often it is asked whether anything came, milliseconds: what came is on the screen within a second. */
const EVERY = 400;

/** Calls back whenever ratings came, or decisions, since the last time it was asked; only while somebody can see the page. */
export function useFreshness(changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    let known: string | null = null;
    let asking = false;
    const timer = setInterval(() => {
      if (asking || document.hidden) return;
      asking = true;
      void bridge.call('agreement.pulse', {}).then((answer) => {
        asking = false;
        if (!answer.ok) return;
        if (known !== null && answer.value.pulse !== known) latest.current();
        known = answer.value.pulse;
      });
    }, EVERY);
    return () => clearInterval(timer);
  }, []);
}
