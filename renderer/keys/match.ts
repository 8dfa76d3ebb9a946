import { chordId, positionId } from './chords.ts';
import { current } from './current.ts';
import type { ActionId, Scope } from './keymap.ts';

/** What of a keyboard event decides which action it means. */
export type Press = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat'
> &
  Partial<Pick<KeyboardEvent, 'isComposing' | 'getModifierState'>>;

/** AltGr types signs; Windows tells it as Ctrl and Alt. */
const isAltGr = (press: Press): boolean =>
  (press.ctrlKey && press.altKey) || (press.getModifierState?.('AltGraph') ?? false);

/** True for a press that belongs to the writing of a text: with AltGr, or on its way through an input method. */
export const isWriting = (press: Press): boolean =>
  press.isComposing === true || press.key === 'Process' || isAltGr(press);

const MOVES = /^(Arrow\w+|Home|End|Page\w+|Insert|Delete|Clear)$/;

/** The position of a press. A number pad without NumLock moves: its keys are the arrows they stand for. */
export const positionOf = ({ code, key }: Press): string =>
  code.startsWith('Numpad') && MOVES.test(key) ? key : code;

const isPlain = (press: Press): boolean =>
  !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;

/** The action a press means in a scope; a key held down counts once unless the action repeats. */
export function actionOf(scope: Scope, press: Press): ActionId | null {
  if (isWriting(press)) return null;
  const { positions, signs } = current().index[scope];
  const id = positionId(positionOf(press), press.ctrlKey || press.metaKey, press.altKey, press.shiftKey);
  const row = positions.get(id) ?? (press.ctrlKey || press.metaKey ? undefined : signs.get(press.key));
  return row && (!press.repeat || row.repeats) ? row.id : null;
}

/**
 * The key of a press as rubrics and short lists name it: a key that gives a value is the digit of that value wherever it lies, any
 * other its position. Null with Ctrl, Alt, Command or Shift, and for a digit that gives no value any more.
 */
export function plainCode(press: Press): string | null {
  if (!isPlain(press) || isWriting(press)) return null;
  const position = positionOf(press);
  return current().values.get(position) ?? (/^(Digit|Numpad)\d$/.test(position) ? null : position);
}

/** The stored name of the chord that a press is. */
export const pressId = (press: Press): string =>
  chordId({
    code: positionOf(press),
    ...(press.ctrlKey || press.metaKey ? { ctrl: true } : {}),
    ...(press.altKey ? { alt: true } : {}),
    ...(press.shiftKey ? { shift: true } : {}),
  });
