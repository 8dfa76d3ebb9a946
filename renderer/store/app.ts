import { create } from 'zustand';
import { bridge } from '../bridge.ts';
import { type AppState, appState } from './state.ts';

/** The page's one store. */
export const useApp = create<AppState>()(appState(bridge));
