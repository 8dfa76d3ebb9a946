import type { Gap, RatingAction } from '../../../shared/domain/rating.ts';
import { dimensionLabel, optionOf, type RatingValue, type Rubric } from '../../../shared/domain/rubric.ts';

const labelOf = (rubric: Rubric, id: string | null): string => {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  return entry ? dimensionLabel(entry) : (id ?? '');
};

const valueWords = (rubric: Rubric, id: string, value: RatingValue): string => {
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  const label = entry ? optionOf(entry, value)?.label : undefined;
  return label === undefined || label === String(value) ? String(value) : `${String(value)}, ${label}`;
};

/** An action as a noun: "Fluency 4", "submit", "rewrite". */
export function actionWords(rubric: Rubric, action: RatingAction): string {
  switch (action.kind) {
    case 'value': {
      const label = labelOf(rubric, action.dimension);
      return action.value === null ? `${label} cleared` : `${label} ${String(action.value)}`;
    }
    case 'categories':
      return action.categories.length > 0
        ? `categories ${action.categories.join(', ')}`
        : 'categories cleared';
    case 'spans':
      return 'labelled text';
    case 'flag':
      return action.flagged ? 'mark for the lead' : 'mark taken off';
    case 'import':
      return 'imported rating';
    default:
      return action.kind;
  }
}

/** "Fluency 4, next: Bias" — what a screen reader says as a value is set. */
export function valueSaid(rubric: Rubric, id: string, value: RatingValue, next: string | null): string {
  const said = `${labelOf(rubric, id)} ${valueWords(rubric, id, value)}`;
  return next === null || next === id ? said : `${said}, next: ${labelOf(rubric, next)}`;
}

export const clearedSaid = (rubric: Rubric, id: string): string => `${labelOf(rubric, id)} cleared`;

const WANTS: Record<Gap['wants'], string> = { value: '', categories: ' categories', rationale: ' rationale' };

/** "Still open: Fluency, Bias categories." */
export function openSaid(rubric: Rubric, open: readonly Gap[]): string {
  const names = open.map(({ dimension, wants }) => `${labelOf(rubric, dimension)}${WANTS[wants]}`);
  return `Still open: ${names.join(', ')}.`;
}

/** "Item 138 of 400." */
export const placeSaid = (position: number | null, total: number): string =>
  position === null ? `All ${total} are done.` : `Item ${position + 1} of ${total}.`;
