import type { Json } from '../../../../shared/domain/canonical.ts';
import { isObject } from '../../../../shared/domain/json.ts';
import type { rubricText } from '../../../catalogue/rubric.ts';
import { capOf } from '../../../keys/labels.ts';

type Texts = (typeof rubricText)['en'];

/** A value of a field in words: "none", "yes", a list with commas, an object as its members. */
export function valueWords(field: string, value: Json | undefined, t: Texts): string {
  if (value === undefined) return t.none;
  if (value === true) return t.yes;
  if (field === 'key' && typeof value === 'string') return capOf(value);
  if (Array.isArray(value)) return value.map((one) => valueWords('', one, t)).join(', ');
  if (isObject(value))
    return Object.entries(value)
      .map(
        ([name, member]) => `${name} ${typeof member === 'object' ? JSON.stringify(member) : String(member)}`,
      )
      .join(', ');
  return String(value);
}
