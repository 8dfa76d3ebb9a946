import { create } from 'zustand';
import { useApp } from '../../../store/app.ts';
import { assignmentAt, currentOf } from '../../../store/rate/state.ts';
import { type HeldSpan, isStill } from './in-hand.ts';

export const useHeldSpan = create<{ held: HeldSpan | null }>(() => ({ held: null }));

export const hold = (held: HeldSpan | null): void => useHeldSpan.setState({ held });

/** The stretch in hand, if it is still there: of this item, and not taken back. */
export function heldHere(): HeldSpan | null {
  const { held } = useHeldSpan.getState();
  const { rate } = useApp.getState();
  const spans = currentOf(rate)?.rating.spans ?? [];
  const isHere = held !== null && held.assignment === assignmentAt(rate) && isStill(held, spans);
  return isHere ? held : null;
}
