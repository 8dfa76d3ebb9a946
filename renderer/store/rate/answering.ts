import type { OptionValue } from '../../../shared/domain/rubric.ts';
import { isChosen } from '../../../shared/domain/value.ts';
import { type Desk, say } from './context.ts';
import { placeOf } from './entry-place.ts';
import { focusAfterValue, focusOfGap, nextGap } from './flow.ts';
import { dropOrphans, submit } from './judging.ts';
import { flush, recordHere } from './recording.ts';
import * as sliding from './sliding.ts';
import { currentOf } from './state.ts';
import { cannotSaid, cannotTakenBackSaid, openSaid, toggledSaid } from './words.ts';

/** What a rater can do on a dimension beside choosing one of its options. */
export interface AnsweringActions {
  /** Puts an option of a categories dimension among the chosen ones, or takes it out. */
  toggle(dimension: string, option: OptionValue): void;
  /** Moves the slider by so many stops; to its middle where it has no value yet. */
  nudge(dimension: string, stops: number): void;
  /** Sets the slider to the stop nearest to a number, while it is dragged. */
  slide(dimension: string, number: number): void;
  /** Takes a figure, point or minus of a number for the slider; moves on when no other stop begins like that. */
  type(dimension: string, sign: string): void;
  /** Takes back the last sign typed; clears the value where none was. */
  erase(dimension: string): void;
  /** Says that the dimension cannot be judged and moves on; null takes it back. */
  cannot(dimension: string, reason: string | null): void;
  /** On from where several steps make up an answer: to what is still open, else submits. */
  goOn(): void;
  /** Puts a sentence behind the rationale and opens it. */
  insert(sentence: string): void;
}

function toggle(desk: Desk, dimension: string, option: OptionValue): void {
  const place = placeOf(desk, dimension);
  if (!place) return;
  const before = place.rating.values[dimension];
  const had = isChosen(before) ? before : [];
  const isIn = !had.includes(option);
  const now = place.entry.options.filter(({ value }) => (value === option ? isIn : had.includes(value)));
  const value = now.length > 0 ? now.map((choice) => choice.value) : null;
  recordHere(desk, { kind: 'value', dimension, value });
  desk.patch({ dimension, panel: null });
  const label = place.entry.options.find((choice) => choice.value === option)?.label ?? String(option);
  const labels = now.map((choice) => choice.label);
  say(desk, toggledSaid(label, isIn, labels));
}

function cannot(desk: Desk, dimension: string, reason: string | null): void {
  sliding.settle(desk);
  recordHere(desk, { kind: 'cannot', dimension, reason });
  dropOrphans(desk);
  const place = placeOf(desk, dimension);
  if (!place) return;
  const { rubric, rating } = place;
  const focus = reason === null ? { dimension, panel: null } : focusAfterValue(rubric, rating, dimension);
  desk.patch({ ...focus, labelling: null });
  const said =
    reason === null
      ? cannotTakenBackSaid(rubric, dimension)
      : cannotSaid(rubric, dimension, reason, focus.dimension);
  say(desk, said);
}

function goOn(desk: Desk): void {
  sliding.settle(desk);
  const rubric = desk.rubric();
  const { dimension } = desk.state();
  const rating = currentOf(desk.state())?.rating;
  const gap = rubric && rating ? nextGap(rubric, rating, dimension) : undefined;
  if (!rubric || !gap) {
    submit(desk);
    return;
  }
  desk.patch({ ...focusOfGap(rubric, gap), labelling: null });
  say(desk, openSaid(rubric, [gap]), true);
}

function insert(desk: Desk, sentence: string): void {
  flush(desk);
  const rationale = currentOf(desk.state())?.rating.rationale ?? '';
  const text = rationale.trim() === '' ? sentence : `${rationale.trimEnd()} ${sentence}`;
  recordHere(desk, { kind: 'rationale', text });
  desk.patch({ panel: 'rationale' });
  say(desk, sentence);
}

export const answeringActions = (desk: Desk): AnsweringActions => ({
  toggle: (dimension, option) => desk.together(() => toggle(desk, dimension, option)),
  nudge: (dimension, stops) => desk.together(() => sliding.nudge(desk, dimension, stops)),
  slide: (dimension, number) => desk.together(() => sliding.slide(desk, dimension, number)),
  type: (dimension, sign) => desk.together(() => sliding.type(desk, dimension, sign)),
  erase: (dimension) => desk.together(() => sliding.erase(desk, dimension)),
  cannot: (dimension, reason) => desk.together(() => cannot(desk, dimension, reason)),
  goOn: () => desk.together(() => goOn(desk)),
  insert: (sentence) => desk.together(() => insert(desk, sentence)),
});
