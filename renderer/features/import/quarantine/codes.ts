import { ERRORS } from '../../../../shared/contract/errors.ts';

interface Reason {
  title: string;
  advice: string;
}

const FROM_SOURCE = 'Export it again from where it came from, with what went into and came out of the model.';

/** Reasons that are a record's own, in words, and what can be done. */
const REASONS: Readonly<Record<string, Reason>> = {
  NOT_JSON: {
    title: 'Not JSON',
    advice: 'Look for a record that was cut off, a missing quote or a comma too many.',
  },
  RECORD_INVALID: {
    title: 'Not as its format wants it',
    advice: 'Mend the value at the place named, or read the file as another format.',
  },
  RECORD_TOO_LARGE: { title: 'Too large', advice: ERRORS.RECORD_TOO_LARGE.advice },
  NESTED_TOO_DEEP: {
    title: 'Nested too deep',
    advice: 'No log needs such depth: look at the program that wrote the record.',
  },
  NO_CONVERSATION: {
    title: 'No conversation in it',
    advice: 'Nothing is lost if such records are steps of another kind, such as retrieval or a health check.',
  },
  NO_ANSWER: { title: 'No answer', advice: 'The call failed or was broken off; there is nothing to judge.' },
  NO_PROMPT: { title: 'No prompt', advice: 'Fill in the prompt, or say with a mapping where it is.' },
  PROMPT_ABSENT: {
    title: 'The prompt is not in the file',
    advice: 'Give the file with the prompts beside it, in the same import.',
  },
  BODY_ABSENT: { title: 'The texts were not logged', advice: FROM_SOURCE },
  WRONG_CELL_COUNT: {
    title: 'More or fewer cells than the header',
    advice: 'Put quotes around cells with a separator in them, or fill up the row.',
  },
  QUOTE_NOT_CLOSED: {
    title: 'A quote that is not closed',
    advice: 'Close it; a quote within a quoted cell is written twice.',
  },
  RUBRIC_UNKNOWN: { title: 'Another rubric', advice: ERRORS.RUBRIC_UNKNOWN.advice },
  ITEM_UNKNOWN: { title: 'An answer that is not here', advice: ERRORS.ITEM_UNKNOWN.advice },
  VALUE_NOT_ALLOWED: {
    title: 'A value that the rubric does not have',
    advice: ERRORS.VALUE_NOT_ALLOWED.advice,
  },
};

const words = (code: string): string => {
  const lower = code.toLowerCase().replaceAll('_', ' ');
  return `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
};

/** A reason code in words, and what can be done about it. */
export const reasonOf = (code: string): Reason =>
  REASONS[code] ?? { title: words(code), advice: 'Mend the record at the place named.' };

/** Where in a record: its JSON path, in words for the whole of it. */
export const placeWords = (place: string): string | null => (place === '' || place === '$' ? null : place);
