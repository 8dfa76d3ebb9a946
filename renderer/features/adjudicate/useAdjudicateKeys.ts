import type { QueuedUnit, UnitShown } from '../../../shared/contract/adjudication.ts';
import { type Dimension, kindOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { focusOn, NOTE_FIELD, RATIONALE_FIELD, VALUE_FIELD } from './fields.ts';
import { neighbour } from './state.ts';
import { useAdjudicate } from './store.ts';
import { choicesOf } from './value-keys.ts';
import { entryOf } from './words.ts';

const store = () => useAdjudicate.getState();

function go(step: 1 | -1): void {
  const { units, open, show } = store();
  const next = neighbour(units, open, step);
  if (next === open) store().set({ said: { kind: 'last' } });
  else show(next);
}

/** What a digit does: adopts the rating in that place, or gives the value while another is being set. */
function digitHandler(code: string, entry: Dimension | null, shown: UnitShown): (() => void) | undefined {
  const { setting, choose } = store();
  if (setting) {
    const choice = choicesOf(entry, shown.answers.length).find((one) => one.code === code);
    return choice && (() => choose({ value: choice.value, how: 'set', adopted: null }));
  }
  const place = /^Digit([1-9])$/.exec(code)?.[1];
  const rating = place === undefined ? undefined : shown.ratings[Number(place) - 1];
  if (!rating || rating.value === null) return undefined;
  return () => choose({ value: rating.value, how: 'adopted', adopted: rating.letter });
}

/** A value that one key gives is set by the next digit; others have a field. */
function startSetting(entry: Dimension | null): void {
  if (entry === null || kindOf(entry) === 'options') store().set({ setting: !store().setting });
  else focusOn(VALUE_FIELD);
}

function takeConsensus(unit: QueuedUnit | null): void {
  const value = unit?.consensus.value ?? null;
  if (value !== null) store().choose({ value, how: 'consensus', adopted: null });
}

function leaveField(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
}

/** From a text field: the note is sent, anywhere else the unit is decided. */
function submitField(): void {
  const isNote = document.activeElement?.id === NOTE_FIELD;
  leaveField();
  void (isNote ? store().sendBack() : store().decide());
}

/** The keys of Adjudicate. */
export function useAdjudicateKeys(rubric: Rubric, unit: QueuedUnit | null, shown: UnitShown | null): void {
  const entry = unit && entryOf(rubric, unit);
  useKeys({
    scope: 'adjudicate',
    plain: (code) => (shown ? digitHandler(code, entry, shown) : undefined),
    handlers: {
      'adjudicate.decide': () => void store().decide(),
      'adjudicate.consensus': () => takeConsensus(unit),
      'adjudicate.set': () => startSetting(entry),
      'adjudicate.cannot': () => store().choose({ value: null, how: 'set', adopted: null }),
      'adjudicate.clear': () => store().choose(null),
      'adjudicate.rationale': () => focusOn(RATIONALE_FIELD),
      'adjudicate.return': () => focusOn(NOTE_FIELD),
      'adjudicate.undo': () => void store().step('undo'),
      'adjudicate.redo': () => void store().step('redo'),
      'adjudicate.next': () => go(1),
      'adjudicate.previous': () => go(-1),
    },
  });
  useKeys({ scope: 'text', handlers: { 'text.leave': leaveField, 'text.submit': submitField } });
}
