import { useEffect } from 'react';
import type { Place } from '../../../shared/domain/place.ts';
import { assignmentAt } from '../../store/rate/state.ts';
import type { View } from '../../store/rate/whereabouts.ts';
import { ANSWER_PANE, CONTEXT } from './answer-element.ts';
import { desk, useRate } from './useRate.ts';

const PANES = [ANSWER_PANE, CONTEXT];
/** A pane whose text comes in parts is as long as it was after a moment: milliseconds. */
const LAID_OUT = 200;

const isField = (element: Element | null): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

function look(): View {
  const field = document.activeElement;
  const caret = isField(field) ? { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 } : null;
  const scrolled = PANES.map((id) => [id, document.getElementById(id)?.scrollTop ?? 0] as const);
  return { caret, scroll: Object.fromEntries(scrolled.filter(([, top]) => top !== 0)) };
}

function scrollBack({ scroll }: Place): void {
  for (const [id, top] of Object.entries(scroll)) {
    const pane = document.getElementById(id);
    if (pane && Math.abs(pane.scrollTop - top) > 1) pane.scrollTop = top;
  }
}

function putCaret({ caret }: Place): void {
  const field = document.activeElement;
  if (caret && isField(field)) field.setSelectionRange(caret.start, caret.end);
}

/** Puts cursor and scrolling back to where they were at the last start, and notes where they go from then on. */
export function usePlace(): void {
  const restored = useRate((state) =>
    state.restored && state.restored.assignment === assignmentAt(state) ? state.restored : null,
  );
  useEffect(() => {
    if (!restored) return;
    const frame = requestAnimationFrame(() => {
      putCaret(restored);
      scrollBack(restored);
    });
    const later = setTimeout(() => {
      scrollBack(restored);
      desk().placeRestored();
    }, LAID_OUT);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [restored]);
  useEffect(() => {
    const { moved, lookThrough } = desk();
    lookThrough(look);
    for (const sign of ['input', 'keyup', 'pointerup']) document.addEventListener(sign, moved);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    return () => {
      lookThrough(null);
      for (const sign of ['input', 'keyup', 'pointerup']) document.removeEventListener(sign, moved);
      document.removeEventListener('scroll', moved, { capture: true });
    };
  }, []);
}
