import { useEffect } from 'react';
import { useKeys } from '../../keys/useKeys.ts';

/** Frames to wait for a field to have the focus, about half a second. */
const PATIENCE = 30;

/** Types a text into the field that has the focus, or will have it soon. */
function typeInto(text: string, patience = PATIENCE): void {
  if (document.activeElement instanceof HTMLInputElement) document.execCommand('insertText', false, text);
  else if (patience > 0) requestAnimationFrame(() => typeInto(text, patience - 1));
}

/** Stands for an overlay until it is loaded: no press reaches the screen below, and what was typed ahead goes into its field. */
export function Opening() {
  const typed: string[] = [];
  useKeys({
    scope: 'frame',
    handlers: {},
    exclusive: true,
    holds: (_press, types) => {
      if (types !== null && types >= ' ') typed.push(types);
      return true;
    },
  });
  useEffect(() => () => {
    if (typed.length > 0) typeInto(typed.join(''));
  });
  return null;
}
