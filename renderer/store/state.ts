import type { StateCreator } from 'zustand';
import type { Bridge } from '../calls.ts';
import { type JobsSlice, jobsSlice } from './jobs.ts';
import { type OverlaySlice, overlaySlice } from './overlay.ts';
import { type RateSlice, rateSlice } from './rate/slice.ts';
import { type SessionSlice, sessionSlice } from './session.ts';

export type AppState = SessionSlice & JobsSlice & OverlaySlice & RateSlice;
/** A part of the store: sees all of it, owns its own. */
export type Slice<Part> = StateCreator<AppState, [], [], Part>;

/** The whole store over any bridge; tests hand in their own. */
export const appState =
  (through: Bridge): StateCreator<AppState> =>
  (...store) => ({
    ...sessionSlice(through)(...store),
    ...jobsSlice(through)(...store),
    ...overlaySlice(...store),
    ...rateSlice(through)(...store),
  });
