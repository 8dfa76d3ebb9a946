import { snapped } from '../../../shared/domain/value.ts';
import { textNow } from '../../catalogue/area.ts';
import { judgingText } from '../../catalogue/judging.ts';
import { type Desk, say } from './context.ts';
import { type Place, placeOf } from './entry-place.ts';
import { clearValue, dropOrphans, giveValue } from './judging.ts';
import { flush, typed } from './recording.ts';
import { assignmentAt, currentOf, type MovingNumber, type RateState } from './state.ts';
import { type TypedNumber, typeBack, typeOn } from './typed-number.ts';
import { typingSaid, valueSaid } from './words.ts';

/** The number on its way to a dimension of the item on the screen, or null. */
export function movingOn(state: RateState, dimension: string): MovingNumber | null {
  const { moving } = state;
  if (moving?.dimension !== dimension || moving.assignment !== assignmentAt(state)) return null;
  const stored = currentOf(state)?.rating.values[dimension];
  return stored === moving.before || stored === moving.value ? moving : null;
}

/** Shows a number at once; it becomes one event when the hand pauses. */
function show(
  desk: Desk,
  { rubric, rating, entry: { id } }: Place,
  number: TypedNumber,
  typing: boolean,
): void {
  const assignment = assignmentAt(desk.state());
  if (assignment === null) return;
  const before = movingOn(desk.state(), id)?.before ?? rating.values[id];
  const { text, value } = number;
  desk.patch({
    dimension: id,
    panel: null,
    moving: { assignment, dimension: id, text, value, before, typing },
  });
  if (value !== null) typed(desk, { kind: 'value', dimension: id, value });
  say(desk, value === null ? typingSaid(rubric, id, text) : valueSaid(rubric, id, value, null));
}

function moveTo(desk: Desk, place: Place, number: number): void {
  const { entry } = place;
  if (!entry.range) return;
  const value = snapped(entry.range, number);
  const at = movingOn(desk.state(), entry.id)?.value ?? place.rating.values[entry.id];
  if (value !== at) show(desk, place, { text: String(value), value, done: false }, false);
}

/** Moves the slider by so many stops; to its middle where it has no value yet. */
export function nudge(desk: Desk, dimension: string, stops: number): void {
  const place = placeOf(desk, dimension);
  const range = place?.entry.range;
  if (!place || !range) return;
  const at = movingOn(desk.state(), dimension)?.value ?? place.rating.values[dimension];
  moveTo(desk, place, typeof at === 'number' ? at + stops * range.step : (range.min + range.max) / 2);
}

/** Sets the slider to the stop nearest to a number, while it is dragged. */
export function slide(desk: Desk, dimension: string, number: number): void {
  const place = placeOf(desk, dimension);
  if (place) moveTo(desk, place, number);
}

const typedSoFar = (desk: Desk, dimension: string): string => {
  const moving = movingOn(desk.state(), dimension);
  return moving?.typing ? moving.text : '';
};

/** Takes a figure, point or minus of a number; gives the value and moves on when no other stop begins like that. */
export function type(desk: Desk, dimension: string, sign: string): void {
  const place = placeOf(desk, dimension);
  const range = place?.entry.range;
  if (!place || !range) return;
  const number = typeOn(range, typedSoFar(desk, dimension), sign);
  if (number === null) say(desk, textNow(judgingText).noStop(range.min, range.max, range.step), true);
  else if (number.done && number.value !== null) {
    settle(desk);
    giveValue(desk, dimension, number.value);
  } else show(desk, place, number, true);
}

/** Takes back the last sign typed; clears the value where there is none. */
export function erase(desk: Desk, dimension: string): void {
  const place = placeOf(desk, dimension);
  const so = typedSoFar(desk, dimension);
  const range = place?.entry.range;
  const number = range && so.length > 1 ? typeBack(range, so) : null;
  if (place && number && number.value !== null) show(desk, place, number, true);
  else clearValue(desk);
}

/** Stores the number that is on its way, and has it no longer be on its way. */
export function settle(desk: Desk): void {
  flush(desk);
  dropOrphans(desk);
  desk.patch({ moving: null });
}
