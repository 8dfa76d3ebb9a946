import { useEffect } from 'react';

/** Paints code and what was found once the first item is there. */
export function usePainters(): void {
  useEffect(() => {
    let isGone = false;
    const stops: (() => void)[] = [];
    const begin = async () => {
      const { startPainters } = await import('./painters.ts');
      if (!isGone) stops.push(...startPainters());
    };
    void begin();
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, []);
}
