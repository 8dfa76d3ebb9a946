import { textNow } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';

interface Reason {
  title: string;
  advice: string;
}

const words = (code: string): string => {
  const lower = code.toLowerCase().replaceAll('_', ' ');
  return `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
};

/** A reason code in words, and what can be done about it. */
export function reasonOf(code: string): Reason {
  const { reasons, otherAdvice } = textNow(importRejectedText);
  const known: Readonly<Record<string, Reason>> = reasons;
  return known[code] ?? { title: words(code), advice: otherAdvice };
}

/** Where in a record: its JSON path, in words for the whole of it. */
export const placeWords = (place: string): string | null => (place === '' || place === '$' ? null : place);
