import { useEffect } from 'react';
import { desk } from './useRate.ts';

const SIGNS_OF_LIFE = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const;

/** Tells the clock of active time when something is pressed or moved, and when the window is hidden. */
export function useActivity(): void {
  useEffect(() => {
    const { touch, setHidden, flush } = desk();
    const onVisibility = () => {
      setHidden(document.hidden);
      flush();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', flush);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', flush);
    };
  }, []);
}
