import { type Dimension, dimensionLabel, optionOf, type RatingValue } from '../../../shared/domain/rubric.ts';
import type { Area } from '../../catalogue/area.ts';
import type { railText } from '../../catalogue/rail.ts';
import { cannotWords, valueWords } from '../../store/rate/words.ts';

type RailWords = typeof railText extends Area<infer Words> ? Words : never;

/** Options that are steps of a scale stand side by side; the others one below the other. */
export const isScale = ({ level, options }: Dimension): boolean => level !== 'nominal' && options.length > 3;

interface Standing {
  value: RatingValue | undefined;
  /** Why it cannot be judged, where it cannot. */
  cannot: string | undefined;
  current: boolean;
}

/** Right of a dimension's name: why it cannot be judged, what a figure means, "now" where it is its turn. */
export function stateWords(t: RailWords, entry: Dimension, { value, cannot, current }: Standing): string {
  if (cannot !== undefined) return t.cannot(cannotWords(cannot, 'shortReasons'));
  if (value === undefined) return current ? t.now : entry.optional ? t.optional : '';
  const figureOnly = entry.kind === 'slider' || (entry.kind === undefined && isScale(entry));
  return figureOnly ? (optionOf(entry, value)?.label ?? '') : '';
}

/** Why a gated dimension is not asked: "not asked: sensibleness is 0"; or when it will be: "after sensibleness". */
export function gateWords(t: RailWords, gate: Dimension, value: RatingValue | undefined): string {
  const name = dimensionLabel(gate).toLowerCase();
  if (value === undefined) return t.after(name);
  return t.notAsked(name, typeof value === 'number' ? String(value) : valueWords(gate, value));
}
