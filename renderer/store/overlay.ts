import type { Slice } from './state.ts';

export type Overlay = 'help' | 'commands' | 'guidelines';

export interface OverlaySlice {
  /** What floats above the screen; one at a time. */
  overlay: Overlay | null;
  showOverlay(overlay: Overlay | null): void;
}

export const overlaySlice: Slice<OverlaySlice> = (set) => ({
  overlay: null,
  showOverlay: (overlay) => set({ overlay }),
});
