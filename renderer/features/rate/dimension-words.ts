import {
  type Dimension,
  dimensionLabel,
  optionOf,
  type RatingValue,
  type RubricOption,
} from '../../../shared/domain/rubric.ts';

/** Options that are steps of a scale stand side by side; the others one below the other. */
export const isScale = ({ level, options }: Dimension): boolean => level !== 'nominal' && options.length > 3;

/** Right of a dimension's name: the chosen option in words where only figures are shown, "now" where it is its turn. */
export function stateWords(entry: Dimension, chosen: RubricOption | undefined, current: boolean): string {
  if (chosen && isScale(entry)) return chosen.label;
  return current && !chosen ? 'now' : '';
}

/** Why a gated dimension is not asked: "not asked: Does not make sense". */
export function gateWords(gate: Dimension, value: RatingValue | undefined): string {
  const option = optionOf(gate, value);
  return option ? `not asked: ${option.label.toLowerCase()}` : `after ${dimensionLabel(gate).toLowerCase()}`;
}
