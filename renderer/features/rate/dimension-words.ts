import {
  type Dimension,
  dimensionLabel,
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

/** Why a gated dimension is not asked: "not asked: sensibleness is 0"; or when it will be: "after sensibleness". */
export function gateWords(gate: Dimension, value: RatingValue | undefined): string {
  const name = dimensionLabel(gate).toLowerCase();
  return value === undefined ? `after ${name}` : `not asked: ${name} is ${String(value)}`;
}
