import type { InputOf } from '../../../shared/contract/commands.ts';
import { seedOf, seedOfDay } from './draw-form.ts';

/** What the assignment form holds while it is being filled in; numbers are text until they are used. */
export interface AssignForm {
  raters: readonly string[];
  overlap: string;
  repeat: string;
  seed: string;
}

export type AssignProblems = Partial<Record<keyof AssignForm, string>>;

export const defaultAssignment = (day: Date): AssignForm => ({
  raters: [],
  overlap: '2',
  repeat: '0',
  seed: seedOfDay(day),
});

const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** Names without the space around them, each once. */
export const tidyNames = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];

/** What is still wrong, field by field; empty when the plan can be made. */
export function assignProblems({ raters, overlap, repeat, seed }: AssignForm): AssignProblems {
  const problems: AssignProblems = {};
  const each = wholeNumber(overlap);
  if (tidyNames(raters).length === 0) problems.raters = 'At least one name';
  if (each === null || each < 1) problems.overlap = 'A whole number, 1 or more';
  else if (raters.length > 0 && each > tidyNames(raters).length)
    problems.overlap = `More than the ${tidyNames(raters).length} named`;
  if (wholeNumber(repeat) === null) problems.repeat = 'A whole number, 0 or more';
  if (seed.trim() === '') problems.seed = 'A number or a word';
  return problems;
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
    overlap: Number(form.overlap),
    repeat: Number(form.repeat),
    seed: seedOf(form.seed),
    ...(gold === null ? {} : { gold }),
  };
}
