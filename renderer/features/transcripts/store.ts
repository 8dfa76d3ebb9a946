import { create } from 'zustand';
import { bridge } from '../../bridge.ts';
import { type TranscriptsState, transcriptsState } from './state.ts';

export const useTranscripts = create<TranscriptsState>()(transcriptsState(bridge));
