/** Marks the element that holds the answer's text and nothing else. */
export const ANSWER = 'answer-text';
/** Marks the pane that the arrow keys scroll. */
export const ANSWER_PANE = 'answer-pane';
/** Marks the pane that PageUp and PageDown scroll. */
export const CONTEXT = 'conversation';

/** The answer's text; null while it is not there, or covered. */
export function answerElement(): HTMLElement | null {
  const element = document.getElementById(ANSWER);
  return element?.closest('[inert]') ? null : element;
}
