import { isAsked } from '../../../shared/domain/rating.ts';
import { type Dimension, kindOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { choiceKeys, NONE_KEY } from '../../keys/choice-keys.ts';
import type { Keymap } from '../../keys/current.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../keys/rubric-keys.ts';
import type { KeyLayer } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { currentOf, type Panel } from '../../store/rate/state.ts';
import { heldHere } from './spans/held.ts';
import { desk } from './useRate.ts';

type Act = () => void;

const FIGURE = /^(?:Digit|Numpad)(\d)$/;
const SIGNS: Readonly<Record<string, string>> = {
  Period: '.',
  Comma: '.',
  NumpadDecimal: '.',
  NumpadComma: '.',
  Minus: '-',
  NumpadSubtract: '-',
};

/** What a key types into the number of a slider; a point or a minus only where its numbers have one. */
function signOf({ range }: Dimension, code: string): string | undefined {
  const figure = FIGURE.exec(code)?.[1];
  if (figure !== undefined || !range) return figure;
  const sign = SIGNS[code];
  const fits = sign === '-' ? range.min < 0 : !Number.isInteger(range.step) || !Number.isInteger(range.min);
  return fits ? sign : undefined;
}

/** The acts that keys mean on one dimension. */
function actsOn(rubric: Rubric, entry: Dimension, keymap: Keymap): (code: string) => Act | undefined {
  const { id, options } = entry;
  switch (kindOf(entry)) {
    case 'options': {
      const codes = optionKeys(entry, keymap);
      const values = new Map(options.map(({ value }, index) => [codes[index] ?? '', value]));
      return (code) => {
        const value = values.get(code);
        return value === undefined ? undefined : () => desk().value(id, value);
      };
    }
    case 'categories': {
      const codes = choiceKeys(rubric, entry, keymap);
      const values = new Map(options.map(({ value }, index) => [codes[index] ?? '', value]));
      return (code) => {
        const value = values.get(code);
        if (value !== undefined) return () => desk().toggle(id, value);
        return code === NONE_KEY ? () => desk().value(id, []) : undefined;
      };
    }
    case 'slider':
      return (code) => {
        const sign = signOf(entry, code);
        return sign === undefined ? undefined : () => desk().type(id, sign);
      };
    case 'text':
      return () => undefined;
  }
}

/** The keys the rubric names: letters of categories while they are chosen, what answers the dimension, dimensions. */
export function valueKeys(rubric: Rubric, keymap: Keymap): NonNullable<KeyLayer['plain']> {
  const entries = new Map(rubric.dimensions.map((entry) => [entry.id, entry]));
  const jumps = new Map([...dimensionKeys(rubric, keymap)].map(([id, code]) => [code, id]));
  const acts = new Map(rubric.dimensions.map((entry) => [entry.id, actsOn(rubric, entry, keymap)]));
  const letters = new Map(
    rubric.dimensions.map(({ id, categories = [] }) => [
      id,
      new Map([...letterKeys(categories, keymap)].map(([name, code]) => [code, name])),
    ]),
  );
  return (code) => {
    const { dimension, panel } = useApp.getState().rate;
    const here = dimension ?? '';
    const category = panel === 'categories' ? letters.get(here)?.get(code) : undefined;
    if (category !== undefined) return () => desk().category(category);
    const act = acts.get(here)?.(code);
    if (act) return act;
    const jump = jumps.get(code);
    return jump === undefined ? undefined : () => goTo(jump, entries.get(jump));
  };
}

/** To a dimension; where it is answered in words, into its field. */
function goTo(id: string, entry: Dimension | undefined): void {
  desk().jump(id);
  if (entry?.kind === 'text') desk().panel('text');
}

const currentEntry = (rubric: Rubric): Dimension | undefined => {
  const { dimension } = useApp.getState().rate;
  return rubric.dimensions.find(({ id }) => id === dimension);
};

/** Moves the slider that is asked now; does something else where none is, or a labelled stretch is in hand. */
export const onSlider = (rubric: Rubric, stops: number, otherwise: Act | undefined): Act => {
  return () => {
    const entry = currentEntry(rubric);
    if (entry?.kind === 'slider' && !heldHere()) desk().nudge(entry.id, stops);
    else otherwise?.();
  };
};

/** Takes back a figure of the number being typed, or clears the value. */
export const clearOrErase = (rubric: Rubric): Act => {
  return () => {
    const entry = currentEntry(rubric);
    if (entry?.kind === 'slider') desk().erase(entry.id);
    else desk().clear();
  };
};

/** Opens a panel, or closes it where it is open. */
export const toggled = (panel: Panel): Act => {
  return () => desk().panel(useApp.getState().rate.panel === panel ? null : panel);
};

/** Asks why the dimension that is asked now cannot be judged. */
export const askWhyNot = (rubric: Rubric): Act => {
  return () => {
    const state = useApp.getState().rate;
    const entry = currentEntry(rubric);
    const values = currentOf(state)?.rating.values;
    if (!entry || !values) return;
    if (isAsked(rubric, entry, values)) desk().panel('cannot');
    else desk().tell(textNow(railText).notAskedNow);
  };
};
