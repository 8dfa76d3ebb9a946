import { useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { isField } from '../../store/rate/kept.ts';
import { desk, useRate } from './useRate.ts';

/** Frames that a field is waited for: one whose code is still being fetched comes late. */
const MOST_FRAMES = 120;

type Field = HTMLTextAreaElement | HTMLInputElement;

const isText = (element: Element | null): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/** Types into a field as the hand would have, and tells it of the change. */
function type(field: Field, text: string): void {
  for (const sign of text) {
    const start = field.selectionStart ?? 0;
    const end = field.selectionEnd ?? start;
    if (sign !== '\b') field.setRangeText(sign, start, end, 'end');
    else field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  }
  if (text !== '') field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Draws at once what a press that was kept has changed, for the press after it. */
const draw = (): void => flushSync(() => undefined);

/** Where keys pressed ahead open a text field, the letters after them go into it, and are no commands. */
export function useTypedAhead(): void {
  const isOpening = useRate(({ waiting, panel }) => waiting && isField(panel));
  useLayoutEffect(() => {
    desk().drawThrough(draw);
    return () => desk().drawThrough(null);
  }, []);
  useLayoutEffect(() => {
    if (!isOpening) return;
    let isOver = false;
    let frames = 0;
    const look = () => {
      const field = document.activeElement;
      frames += 1;
      if (isOver) return;
      if (isText(field)) desk().typeAhead((text) => type(field, text));
      else if (frames < MOST_FRAMES) requestAnimationFrame(look);
      else desk().typeAhead(() => undefined);
    };
    // Not within the drawing itself: what is typed is drawn in its turn.
    queueMicrotask(look);
    return () => {
      isOver = true;
    };
  }, [isOpening]);
}
