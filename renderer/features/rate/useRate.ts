import { create } from 'zustand';
import { useApp } from '../../store/app.ts';
import { assignmentAt, currentOf, type Held, type RateState } from '../../store/rate/state.ts';

/** Reads the rating state; the component renders again only when what it reads changed. */
export const useRate = <T>(read: (state: RateState) => T): T => useApp(({ rate }) => read(rate));

/** Reads the item on the screen; `otherwise` while there is none. */
export const useHeld = <T>(read: (held: Held) => T, otherwise: T): T =>
  useRate((state) => {
    const held = currentOf(state);
    return held ? read(held) : otherwise;
  });

/** A frame that never comes, as in a hidden window, is not waited for longer: milliseconds. */
const FRAME_AT_MOST = 100;

const usePainted = create<RateState>(() => useApp.getState().rate);

function afterFrame(work: () => void): void {
  let timer = setTimeout(work, FRAME_AT_MOST);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
}

let isDue = false;
useApp.subscribe(({ rate }, before) => {
  if (rate === before.rate) return;
  if (assignmentAt(rate) !== assignmentAt(usePainted.getState())) usePainted.setState(rate);
  else if (!isDue) {
    isDue = true;
    afterFrame(() => {
      isDue = false;
      usePainted.setState(useApp.getState().rate);
    });
  }
});

/**
 * Reads the rating state as of the last frame: for words that go with a value but need not be drawn with it, so that the value
 * itself is there sooner. Another item is read at once.
 */
export const useRateLater = <T>(read: (state: RateState) => T): T => usePainted(read);

/** What the rater can do; never changes. */
export const desk = () => useApp.getState().desk;
