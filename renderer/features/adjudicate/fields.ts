/** The fields that keys lead to. */
export const RATIONALE_FIELD = 'adjudicate-rationale';
export const NOTE_FIELD = 'adjudicate-note';
export const VALUE_FIELD = 'adjudicate-value';

export const focusOn = (field: string): void => document.getElementById(field)?.focus();
