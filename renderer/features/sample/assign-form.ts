import type { InputOf } from '../../../shared/contract/commands.ts';
import { textNow } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { seedOf, seedOfDay } from './draw-form.ts';

/** What the assignment form holds while it is being filled in; numbers are text until they are used. */
export interface AssignForm {
  raters: readonly string[];
  overlap: string;
  repeat: string;
  /** All raters judge all items, and see the agreed answers afterwards. */
  calibration: boolean;
  seed: string;
}

export type AssignProblems = Partial<Record<keyof AssignForm, string>>;

export const defaultAssignment = (day: Date): AssignForm => ({
  raters: [],
  overlap: '2',
  repeat: '0',
  calibration: false,
  seed: seedOfDay(day),
});

const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** Names without the space around them, each once. */
export const tidyNames = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];

function otherProblems(repeat: string, seed: string): AssignProblems {
  const t = textNow(assignText).problems;
  const problems: AssignProblems = {};
  if (wholeNumber(repeat) === null) problems.repeat = t.repeat;
  if (seed.trim() === '') problems.seed = t.seed;
  return problems;
}

/** What is still wrong, field by field; empty when the plan can be made. */
export function assignProblems({ raters, overlap, repeat, calibration, seed }: AssignForm): AssignProblems {
  const problems: AssignProblems = {};
  const t = textNow(assignText).problems;
  const each = wholeNumber(overlap);
  if (tidyNames(raters).length === 0) problems.raters = t.raters;
  if (calibration) return { ...problems, ...otherProblems(repeat, seed) };
  if (each === null || each < 1) problems.overlap = t.overlap;
  else if (raters.length > 0 && each > tidyNames(raters).length)
    problems.overlap = t.overlapMost(tidyNames(raters).length);
  return { ...problems, ...otherProblems(repeat, seed) };
}

/** The call that makes the plan, or null while something is wrong. */
export function assignInput(
  form: AssignForm,
  sample: string,
  gold: string | null,
): InputOf<'assign.plan'> | null {
  if (Object.keys(assignProblems(form)).length > 0) return null;
  return {
    sample,
    raters: tidyNames(form.raters),
    overlap: form.calibration ? 1 : Number(form.overlap),
    calibration: form.calibration,
    repeat: Number(form.repeat),
    seed: seedOf(form.seed),
    ...(gold === null ? {} : { gold }),
  };
}
