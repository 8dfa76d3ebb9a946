import { CANNOT_REASONS, type Gap, type RatingAction } from '../../../shared/domain/rating.ts';
import {
  type Dimension,
  dimensionLabel,
  type OptionValue,
  optionOf,
  type RatingValue,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import { isChosen } from '../../../shared/domain/value.ts';
import { textNow } from '../../catalogue/area.ts';
import { judgingText } from '../../catalogue/judging.ts';

const words = () => textNow(judgingText);

const entryOf = (rubric: Rubric, id: string | null): Dimension | undefined =>
  rubric.dimensions.find((candidate) => candidate.id === id);

const labelOf = (rubric: Rubric, id: string): string => {
  const entry = entryOf(rubric, id);
  return entry ? dimensionLabel(entry) : id;
};

const nextOf = (rubric: Rubric, id: string, next: string | null): string | null =>
  next === null || next === id ? null : labelOf(rubric, next);

/** "4, Good"; options that are words by their label alone. */
function optionWords(entry: Dimension | undefined, value: OptionValue): string {
  const label = entry ? optionOf(entry, value)?.label : undefined;
  if (label === undefined || label === String(value)) return String(value);
  return typeof value === 'number' ? `${value}, ${label}` : label;
}

/** A value in words: an option with its label, a number, the options chosen; a text only as written, not read out. */
export function valueWords(entry: Dimension | undefined, value: RatingValue): string {
  if (entry?.kind === 'text') return words().text;
  if (!isChosen(value)) return optionWords(entry, value);
  if (value.length === 0) return words().noneChosen;
  return value.map((one) => (entry && optionOf(entry, one)?.label) ?? String(one)).join(', ');
}

/** A reason that something cannot be judged, in words: one of the known, or the rater's own. */
export function cannotWords(reason: string, length: 'reasons' | 'shortReasons' = 'reasons'): string {
  const known = CANNOT_REASONS.find((each) => each === reason);
  return known === undefined ? reason : words()[length][known];
}

/** An action as a noun: "Fluency 4", "submit", "rewrite". */
export function actionWords(rubric: Rubric, action: RatingAction): string {
  const { acts, cleared, cannotTakenBack } = words();
  switch (action.kind) {
    case 'value': {
      const { dimension, value } = action;
      const label = labelOf(rubric, dimension);
      if (value === null) return cleared(label);
      const entry = entryOf(rubric, dimension);
      const short = typeof value === 'number' ? String(value) : valueWords(entry, value);
      return acts.value(label, short);
    }
    case 'cannot': {
      const label = labelOf(rubric, action.dimension);
      return action.reason === null ? cannotTakenBack(label) : acts.cannot(label);
    }
    case 'categories':
      return action.categories.length > 0 ? acts.categories(action.categories.join(', ')) : acts.noCategories;
    case 'flag':
      return action.flagged ? acts.flag : acts.unflag;
    default:
      return acts[action.kind];
  }
}

/** "Fluency 4, Good, next: Bias": what a screen reader says as a value is set. */
export const valueSaid = (rubric: Rubric, id: string, value: RatingValue, next: string | null): string =>
  words().given(labelOf(rubric, id), valueWords(entryOf(rubric, id), value), nextOf(rubric, id, next));

export const cannotSaid = (rubric: Rubric, id: string, reason: string, next: string | null): string =>
  words().cannot(labelOf(rubric, id), cannotWords(reason), nextOf(rubric, id, next));

export const cannotTakenBackSaid = (rubric: Rubric, id: string): string =>
  words().cannotTakenBack(labelOf(rubric, id));

export const clearedSaid = (rubric: Rubric, id: string): string => words().cleared(labelOf(rubric, id));

/** "Age. Chosen: age, religion": what was put in or taken out, and what is in now. */
export function toggledSaid(label: string, isIn: boolean, among: readonly string[]): string {
  const { chosen, takenOff, noneChosen } = words();
  const all = among.length > 0 ? among.join(', ') : noneChosen;
  return isIn ? chosen(label, all) : takenOff(label, all);
}

export const typingSaid = (rubric: Rubric, id: string, text: string): string =>
  words().typing(labelOf(rubric, id), text);

/** "Still open: Fluency, Bias categories." */
export function openSaid(rubric: Rubric, open: readonly Gap[]): string {
  const { wants: wanted, open: said } = words();
  return said(open.map(({ dimension, wants }) => wanted[wants](labelOf(rubric, dimension))).join(', '));
}

/** "Item 138 of 400." */
export const placeSaid = (position: number | null, total: number): string =>
  position === null ? words().allDone(total) : words().place(position + 1, total);
