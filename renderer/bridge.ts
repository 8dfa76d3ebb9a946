import type { TouchstoneBridge } from '../shared/contract/bridge.ts';
import { type Bridge, createBridge } from './calls.ts';

export type { Bridge } from './calls.ts';

declare global {
  interface Window {
    touchstone: TouchstoneBridge;
  }
}

/** The page's bridge to the main process; the only place that touches what the preload script put there. */
export const bridge: Bridge = createBridge(window.touchstone);
