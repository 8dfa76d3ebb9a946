import { create } from 'zustand';
import { bridge } from '../../bridge.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { textNow } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { type AdjudicateState, adjudicateState } from './state.ts';

export const useAdjudicate = create<AdjudicateState>()(
  adjudicateState({
    call: bridge.call,
    jobs: useApp.getState,
    title: () => textNow(adjudicateText).reading,
  }),
);
