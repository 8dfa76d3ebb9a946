import { useApp } from '../../store/app.ts';
import { isComparison } from '../../store/rate/looking.ts';
import { currentOf } from '../../store/rate/state.ts';
import { desk } from './useRate.ts';

const TIE = 5;
const ALL_BAD = 0;

/** What a digit means while it is asked which answer is better: its number, 5 equally good, 0 all bad. Nothing at other times. */
export function preferenceKey(code: string): (() => void) | undefined {
  const figure = /^Digit(\d)$/.exec(code)?.[1];
  if (figure === undefined) return undefined;
  const { rate } = useApp.getState();
  const held = currentOf(rate);
  if (!held || !isComparison(held) || rate.dimension !== null || rate.panel !== null) return undefined;
  const number = Number(figure);
  if (number === TIE) return () => desk().noneBetter('tie');
  if (number === ALL_BAD) return () => desk().noneBetter('both_bad');
  return number <= held.item.candidates.length ? () => desk().prefer(number - 1) : undefined;
}
