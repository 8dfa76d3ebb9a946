import { DIMENSION_KINDS } from './rubric.ts';

interface Issue {
  code?: string | undefined;
  message: string;
  path: readonly PropertyKey[];
}

/** What each field of a rubric must be. */
const WANTED: Readonly<Record<string, string>> = {
  id: 'a word of letters, digits and _ that starts with a letter',
  version: 'a whole number, 1 or more',
  title: 'text',
  guidelines: 'text, in Markdown',
  dimensions: 'a list of one dimension or more',
  kind: DIMENSION_KINDS.join(', '),
  level: 'nominal, ordinal, interval or ratio',
  gate: 'an object with dimension and one of equals, includes or from',
  dimension: 'the id of an earlier dimension',
  options: 'a list of options',
  value: 'a number or a word',
  label: 'text',
  key: 'the name of a physical key, such as Digit1',
  range: 'an object with min, max and step',
  better: 'high or low',
  categories: 'a list of words',
  comparison: 'an object with dimensions and strength',
};
const NUMBERS = new Set(['min', 'max', 'step', 'from', 'rationale_from', 'spans_from']);
const SWITCHES = new Set(['optional', 'spans', 'rationale_required', 'strength', 'tie', 'both_bad']);

function wanted(field: string | undefined): string {
  if (field === undefined) return 'an object';
  if (NUMBERS.has(field)) return 'a number';
  if (SWITCHES.has(field)) return 'true or false';
  return WANTED[field] ?? 'text';
}

const inside = (input: unknown, key: PropertyKey): unknown =>
  typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown => path.reduce(inside, input);

/** "dimension 2 (fluency), option 3": where in the rubric a path leads. */
function placeOf(path: readonly PropertyKey[], input: unknown): string {
  const [list, dimension, field, option] = path;
  if (list !== 'dimensions' || typeof dimension !== 'number') return '';
  const id = valueAt(input, [list, dimension, 'id']);
  const place = `dimension ${dimension + 1}${typeof id === 'string' && id !== '' ? ` (${id})` : ''}`;
  return field === 'options' && typeof option === 'number' ? `${place}, option ${option + 1}` : place;
}

/** One sentence on what is wrong with a rubric and what would be right. */
export function rubricSentence({ code, message, path }: Issue, input: unknown): string {
  const place = placeOf(path, input);
  const where = place === '' ? '' : `${place}: `;
  if (code === 'custom') return `${where}${message}.`;
  const field = path.findLast((key) => typeof key === 'string');
  const whole = typeof path.at(-1) === 'number' && (field === 'dimensions' || field === 'options');
  if (field === undefined || whole) return `${where}it must be an object.`;
  const value = valueAt(input, path);
  if (value === undefined) return `${where}${field} is missing: ${wanted(field)}.`;
  return `${where}${field} is ${shown(value)}; it must be ${wanted(field)}.`;
}

const LONGEST = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
