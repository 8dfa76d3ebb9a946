import {
  applyAction,
  askedDimensions,
  EMPTY_RATING,
  type Rating,
  type RatingAction,
} from '../../../../shared/domain/rating.ts';
import { type Dimension, kindOf, type OptionValue, type Rubric } from '../../../../shared/domain/rubric.ts';
import { isChosen, snapped, valueRefusal } from '../../../../shared/domain/value.ts';
import { choiceKeys, NONE_KEY } from '../../../keys/choice-keys.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../../keys/rubric-keys.ts';
import { dimensionToClear, focusAfterValue, startOf } from '../../../store/rate/flow.ts';
import { typeOn } from '../../../store/rate/typed-number.ts';

/** A rating that is tried out: nothing of it is stored. */
export interface Trial {
  rating: Rating;
  dimension: string | null;
  /** Letters choose categories. */
  choosing: boolean;
  /** A number on its way to a slider, as typed so far. */
  typed: string;
}

export const begin = (rubric: Rubric): Trial => ({
  rating: EMPTY_RATING,
  dimension: startOf(rubric, EMPTY_RATING).dimension,
  choosing: false,
  typed: '',
});

/** The trial as it goes on after the rubric was changed: values that can still be given stay. */
export function carriedOn(trial: Trial, rubric: Rubric): Trial {
  const values = Object.fromEntries(
    Object.entries(trial.rating.values).filter(([id, value]) => {
      const entry = rubric.dimensions.find((candidate) => candidate.id === id);
      return entry !== undefined && valueRefusal(entry, value) === null;
    }),
  );
  const stays = rubric.dimensions.some(({ id }) => id === trial.dimension);
  const rating = { ...trial.rating, values };
  return { ...trial, rating, dimension: stays ? trial.dimension : startOf(rubric, rating).dimension };
}

const act = (trial: Trial, action: RatingAction): Trial => ({
  ...trial,
  typed: '',
  rating: applyAction(trial.rating, action),
});

export const jumpTo = (trial: Trial, dimension: string): Trial => ({
  ...trial,
  dimension,
  choosing: false,
  typed: '',
});

/** Gives a value and goes where Rate would go. */
export function give(trial: Trial, rubric: Rubric, dimension: string, value: OptionValue): Trial {
  const given = act(trial, { kind: 'value', dimension, value });
  const focus = focusAfterValue(rubric, given.rating, dimension);
  return { ...given, dimension: focus.dimension, choosing: focus.panel === 'categories' };
}

/** Puts an option among those chosen, or takes it off; stays where it is. */
export function choose(trial: Trial, dimension: string, value: OptionValue): Trial {
  const before = trial.rating.values[dimension];
  const chosen = isChosen(before) ? before : [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...act(trial, { kind: 'value', dimension, value: next }), dimension };
}

/** Says that none of the options holds, and goes on. */
export function chooseNone(trial: Trial, rubric: Rubric, dimension: string): Trial {
  const given = act(trial, { kind: 'value', dimension, value: [] });
  return { ...given, dimension: focusAfterValue(rubric, given.rating, dimension).dimension };
}

export function toggleCategory(trial: Trial, category: string): Trial {
  const { categories } = trial.rating;
  const next = categories.includes(category)
    ? categories.filter((one) => one !== category)
    : [...categories, category];
  return act(trial, { kind: 'categories', categories: next });
}

export function slide(trial: Trial, { id, range }: Dimension, to: number): Trial {
  if (!range) return trial;
  return { ...act(trial, { kind: 'value', dimension: id, value: snapped(range, to) }), dimension: id };
}

export const write = (trial: Trial, dimension: string, text: string): Trial =>
  act(trial, { kind: 'value', dimension, value: text.trim() === '' ? null : text });

export const explain = (trial: Trial, text: string): Trial => act(trial, { kind: 'rationale', text });

function clear(trial: Trial, rubric: Rubric): Trial {
  const dimension = dimensionToClear(rubric, trial.rating, trial.dimension);
  if (dimension === null) return trial;
  return { ...act(trial, { kind: 'value', dimension, value: null }), dimension, choosing: false };
}

/** On to the dimension after this one, round to the first. */
function goOn(trial: Trial, rubric: Rubric): Trial {
  const asked = askedDimensions(rubric, trial.rating.values);
  const at = asked.findIndex(({ id }) => id === trial.dimension);
  return { ...trial, dimension: asked[(at + 1) % asked.length]?.id ?? trial.dimension, choosing: false };
}

/** The start of a slider that has no value yet is its middle. */
function nudge(trial: Trial, entry: Dimension, steps: number): Trial {
  const { range } = entry;
  if (!range) return trial;
  const at = trial.rating.values[entry.id];
  return slide(trial, entry, typeof at === 'number' ? at + steps * range.step : (range.min + range.max) / 2);
}

const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: '.', Minus: '-' };

/** What a key types into a number. */
const signOf = (code: string): string | undefined => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? SIGNS[code];

/** One more sign of the number; it is given, and the next dimension asked, when no other stop begins like it. */
function type(trial: Trial, rubric: Rubric, { id, range }: Dimension, sign: string): Trial | null {
  const number = range ? typeOn(range, trial.typed, sign) : null;
  if (number === null) return null;
  if (number.done && number.value !== null) return give(trial, rubric, id, number.value);
  const shown =
    number.value === null ? trial : act(trial, { kind: 'value', dimension: id, value: number.value });
  return { ...shown, typed: number.text };
}

const NUDGES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What a key gives on the dimension it is at; null where it gives nothing. */
function answer(trial: Trial, rubric: Rubric, entry: Dimension, code: string): Trial | null {
  switch (kindOf(entry)) {
    case 'options': {
      const option = entry.options[optionKeys(entry).indexOf(code)];
      return option ? give(trial, rubric, entry.id, option.value) : null;
    }
    case 'categories': {
      const option = entry.options[choiceKeys(rubric, entry).indexOf(code)];
      if (option) return choose(trial, entry.id, option.value);
      return code === NONE_KEY ? chooseNone(trial, rubric, entry.id) : null;
    }
    case 'slider': {
      const steps = NUDGES[code];
      if (steps !== undefined) return nudge(trial, entry, steps);
      const sign = signOf(code);
      return sign === undefined ? null : type(trial, rubric, entry, sign);
    }
    case 'text':
      return null;
  }
}

/** What a key does to the trial; null where it means nothing. `code` is the key as rubrics name it. */
export function pressed(trial: Trial, rubric: Rubric, code: string): Trial | null {
  const entry = rubric.dimensions.find(({ id }) => id === trial.dimension);
  if (code === 'Backspace') return clear(trial, rubric);
  if (code === 'Enter') return goOn(trial, rubric);
  if (entry && trial.choosing) {
    const letters = letterKeys(entry.categories ?? []);
    const category = entry.categories?.find((name) => letters.get(name) === code);
    if (category !== undefined) return toggleCategory(trial, category);
  }
  const answered = entry ? answer(trial, rubric, entry, code) : null;
  if (answered) return answered;
  const jump = [...dimensionKeys(rubric)].find(([, key]) => key === code)?.[0];
  return jump === undefined ? null : jumpTo(trial, jump);
}
