import { type Dimension, dimensionLabel } from '../../../../shared/domain/rubric.ts';
import type { DraftDimension } from '../../../../shared/domain/rubric-draft.ts';
import { textNow } from '../../../catalogue/area.ts';
import { actionText } from '../../../catalogue/key-actions.ts';
import { current, type Keymap } from '../../../keys/current.ts';
import { type Press, plainCode } from '../../../keys/match.ts';

/** What speaks against a key, or nothing. */
export type KeyConflict =
  | { kind: 'option'; label: string }
  | { kind: 'dimension'; label: string }
  | { kind: 'action'; label: string }
  /** With Ctrl, Alt or Shift, or a key that only moves. */
  | { kind: 'unusable' };

const USABLE =
  /^(Key[A-Z]|Digit\d|Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Backquote|Comma|Period|Slash|Backslash|IntlBackslash)$/;

/** The key of a press as a rubric names it; null where it cannot be one. */
export function keyOf(press: Press): string | null {
  const code = plainCode(press);
  return code !== null && USABLE.test(code) ? code : null;
}

/** The action of the Rate screen that needs a key for itself. */
function actionAt(code: string, { bindings }: Keymap): string | undefined {
  const holder = bindings.find(
    ({ scope, byRubric, chords }) =>
      (scope === 'rate' || scope === 'frame') &&
      !byRubric &&
      chords.some((chord) => chord.code === code && !chord.ctrl && !chord.alt && !chord.shift),
  );
  return holder && textNow(actionText)[holder.id];
}

const shownLabel = ({ id, label }: DraftDimension): string =>
  dimensionLabel({ id, label: label.trim() || undefined } satisfies Pick<Dimension, 'id' | 'label'>);

/** Who has the key already where an option of a dimension would be heard. */
export function optionConflict(
  code: string,
  option: string,
  { options }: DraftDimension,
  dimensions: readonly DraftDimension[],
  keymap = current(),
): KeyConflict | null {
  const other = options.find(({ uid, key }) => uid !== option && key === code);
  if (other) return { kind: 'option', label: other.label || other.value };
  const action = /^Digit/.test(code) ? undefined : actionAt(code, keymap);
  if (action !== undefined) return { kind: 'action', label: action };
  const jump = dimensions.find(({ key }) => key === code);
  return jump ? { kind: 'dimension', label: shownLabel(jump) } : null;
}

/** Who has the key already that is to jump to a dimension. */
export function jumpConflict(
  code: string,
  { uid }: DraftDimension,
  dimensions: readonly DraftDimension[],
  keymap = current(),
): KeyConflict | null {
  const other = dimensions.find((entry) => entry.uid !== uid && entry.key === code);
  if (other) return { kind: 'dimension', label: shownLabel(other) };
  const action = actionAt(code, keymap);
  if (action !== undefined) return { kind: 'action', label: action };
  const holder = dimensions.flatMap(({ options }) => options).find(({ key }) => key === code);
  if (holder) return { kind: 'option', label: holder.label || holder.value };
  return /^Digit/.test(code) ? { kind: 'unusable' } : null;
}
