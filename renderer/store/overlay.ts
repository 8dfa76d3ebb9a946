import type { Slice } from './state.ts';

export type Overlay = 'help' | 'commands' | 'guidelines' | 'unsaved';

export interface OverlaySlice {
  /** What floats above the screen; one at a time. */
  overlay: Overlay | null;
  /** Puts this above the screen in place of what is there. An open question is answered with staying. */
  showOverlay(overlay: Overlay | null): void;
  /** Asks whether to leave the desk without what could not be saved; true to leave. */
  askToLeave(): Promise<boolean>;
  answerLeaving(leave: boolean): void;
}

export const overlaySlice: Slice<OverlaySlice> = (set, get) => {
  let answer = (_leave: boolean): void => undefined;
  return {
    overlay: null,
    showOverlay(overlay) {
      answer(false);
      set({ overlay });
    },
    askToLeave() {
      get().showOverlay('unsaved');
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    answerLeaving(leave) {
      answer(leave);
      get().showOverlay(null);
    },
  };
};
