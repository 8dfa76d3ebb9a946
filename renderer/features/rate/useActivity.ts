import { useEffect } from 'react';
import { desk } from './useRate.ts';

const SIGNS_OF_LIFE = ['keydown', 'pointermove', 'pointerdown', 'wheel', 'touchstart', 'touchmove'] as const;

/** Tells the clock of active time when something is pressed or moved, and when the window is hidden; before that, all is stored. */
export function useActivity(): void {
  useEffect(() => {
    const { touch, setAway, flush, keepPlace } = desk();
    const keep = () => {
      flush();
      keepPlace();
    };
    const onVisibility = () => setAway('hidden', document.hidden);
    onVisibility();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', keep);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', keep);
    };
  }, []);
}
