import { fieldNamed, groupOf } from './fields.ts';
import { compareText, folded, holdsText, holdsWords, wordsOf } from './letters.ts';
import { literalText, plainNumberIn } from './literals.ts';
import type { Condition, Filter, Literal, Operator, Tree } from './tree.ts';

/** A fact as it is stored; a list for fields that hold any number of codes, null where there is none. */
export type Fact = string | number | boolean | null | readonly string[];
/** The fact that an answer has for a field. */
export type FactSource = (field: string) => Fact;

/** True where an answer passes the filter. A missing fact meets `is null` and the operators that deny, and nothing else. */
export const passes = (filter: Filter, fact: FactSource): boolean => filter === null || holds(filter, fact);

function holds(tree: Tree, fact: FactSource): boolean {
  switch (tree.kind) {
    case 'condition':
      return meets(tree, fact(tree.field));
    case 'not':
      return !holds(tree.part, fact);
    case 'all':
      return tree.parts.every((part) => holds(part, fact));
    case 'any':
      return tree.parts.some((part) => holds(part, fact));
  }
}

const DENYING: Readonly<Partial<Record<Operator, Operator>>> = {
  '!=': '=',
  'not in': 'in',
  'not contains': 'contains',
  'is not null': 'is null',
};

function meets({ field, operator, values }: Condition, fact: Fact): boolean {
  const denied = DENYING[operator];
  if (denied) return !meets({ kind: 'condition', field, operator: denied, values }, fact);
  if (operator === 'is null') return fact === null || (isCodes(fact) && fact.length === 0);
  if (fact === null) return false;
  const isCodesField = fieldNamed(field)?.kind === 'codes';
  return values.some((value) => {
    if (isCodes(fact)) return fact.some((code) => meetsCode(code, operator, literalText(value), field));
    if (isCodesField && typeof fact === 'string') return meetsCode(fact, operator, literalText(value), field);
    return meetsValue(field, operator, value, fact);
  });
}

const isCodes = (fact: Fact): fact is readonly string[] => Array.isArray(fact);

/** A finding's code also stands for those below it: `pii` for `pii.email`. */
const meetsCode = (code: string, operator: Operator, text: string, field: string): boolean =>
  operator === 'contains'
    ? holdsText(code, text)
    : code === text || (field === 'finding' && code.startsWith(`${text}.`));

function meetsValue(
  field: string,
  operator: Operator,
  value: Literal,
  fact: string | number | boolean,
): boolean {
  if (operator === 'contains')
    return fieldNamed(field)?.kind === 'words'
      ? holdsWords(String(fact), wordsOf(folded(literalText(value))))
      : holdsText(String(fact), literalText(value));
  switch (value.kind) {
    case 'flag':
      return fact === value.flag;
    case 'time':
      return typeof fact === 'number' && meetsTime(operator, value, fact);
    case 'number': {
      const number = groupOf(field) === null ? fact : plainNumberIn(String(fact));
      return typeof number === 'number' && inOrder(operator, number - value.number);
    }
    case 'text':
      return inOrder(operator, compareText(String(fact), value.text));
  }
}

function inOrder(operator: Operator, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return difference === 0;
  }
}

/** A date is a stretch of time: after it means after its end, on it or after it means from its beginning. */
function meetsTime(operator: Operator, { from, to }: { from: number; to: number }, at: number): boolean {
  switch (operator) {
    case '<':
      return at < from;
    case '<=':
      return at < to;
    case '>':
      return at >= to;
    case '>=':
      return at >= from;
    default:
      return at >= from && at < to;
  }
}
