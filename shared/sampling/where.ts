import { refuse } from '../contract/errors.ts';
import { ok, type Result } from '../contract/result.ts';
import { type AnswerFacts, factOf, isField } from './facts.ts';

interface Condition {
  field: string;
  equal: boolean;
  value: string | null;
}

const CONDITION = /^\s*([A-Za-z_][\w.-]*)\s*(!=|=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*/;
const AND = /^and\s+/i;

/**
 * Reads `field = value`, `field != value`, joined by `and`; values with spaces in quotes; `null` is a missing value.
 * Fields: model, model_version, language, use_case, group.NAME. The failure names the place.
 */
export function parseWhere(expression: string): Result<Condition[]> {
  const conditions: Condition[] = [];
  const text = expression.trimEnd();
  let rest = text.trimStart();
  while (rest !== '') {
    const at = text.length - rest.length + 1;
    const match = CONDITION.exec(rest);
    if (!match)
      return refuse('EXPRESSION_INVALID', `Cannot read the filter at character ${at}: ${rest.slice(0, 30)}`);
    const [whole, field = '', operator, double, single, bare] = match;
    if (!isField(field))
      return refuse('EXPRESSION_INVALID', `The filter asks for "${field}", which is no field.`);
    const quoted = double ?? single;
    const value = quoted ?? bare ?? '';
    conditions.push({
      field,
      equal: operator === '=',
      value: quoted === undefined && value === 'null' ? null : value,
    });
    rest = rest.slice(whole.length);
    if (rest === '') break;
    const and = AND.exec(rest);
    if (!and)
      return refuse(
        'EXPRESSION_INVALID',
        `The filter wants "and" at character ${text.length - rest.length + 1}.`,
      );
    rest = rest.slice(and[0].length);
    if (rest === '') return refuse('EXPRESSION_INVALID', 'The filter ends with "and".');
  }
  return ok(conditions);
}

/** True where the answer meets every condition. */
export const meets = (facts: AnswerFacts, conditions: readonly Condition[]): boolean =>
  conditions.every(({ field, equal, value }) => (factOf(facts, field) === value) === equal);
