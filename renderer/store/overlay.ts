import type { Slice } from './state.ts';

/** Panels that also float above the start and the question who is there; features of their own. */
export const PANELS = ['keys', 'trainer', 'profile', 'settings', 'marks'] as const;
export type PanelOverlay = (typeof PANELS)[number];
/** What floats above the screens of a project. */
export type FrameOverlay = 'help' | 'commands' | 'guidelines' | 'reading' | 'unsaved';
export type Overlay = FrameOverlay | PanelOverlay;

export const isPanel = (overlay: Overlay | null): overlay is PanelOverlay =>
  PANELS.some((panel) => panel === overlay);

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
