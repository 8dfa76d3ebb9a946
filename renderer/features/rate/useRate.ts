import { useApp } from '../../store/app.ts';
import { currentOf, type Held, type RateState } from '../../store/rate/state.ts';

/** Reads the rating state; the component renders again only when what it reads changed. */
export const useRate = <T>(read: (state: RateState) => T): T => useApp(({ rate }) => read(rate));

/** Reads the item on the screen; `otherwise` while there is none. */
export const useHeld = <T>(read: (held: Held) => T, otherwise: T): T =>
  useRate((state) => {
    const held = currentOf(state);
    return held ? read(held) : otherwise;
  });

/** What the rater can do; never changes. */
export const desk = () => useApp.getState().desk;
