import { candidateOf } from '../../store/rate/looking.ts';
import { type Held, wholeOf } from '../../store/rate/state.ts';
import { useRate } from './useRate.ts';

/** Reads the item on the screen, of a comparison all of it; `otherwise` while there is none. */
export const useWhole = <T>(read: (held: Held) => T, otherwise: T): T =>
  useRate((state) => {
    const held = wholeOf(state);
    return held ? read(held) : otherwise;
  });

/** The number of the candidate looked at; null where there is none. */
export const useLookedAt = (): number | null =>
  useRate((state) => {
    const held = wholeOf(state);
    return held && candidateOf(held, state.candidate);
  });
