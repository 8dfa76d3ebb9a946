import { groupOf } from './fields.ts';
import { literalText } from './literals.ts';
import type { Condition, Filter, Literal, Tree } from './tree.ts';

/** What may stand without quotes anywhere, in a list and in brackets too. */
const BARE = /^[^\s"'(),]+$/u;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Text that would read as something else without quotes keeps them. */
function printLiteral(literal: Literal, numbersMatter: boolean): string {
  const text = literalText(literal);
  if (literal.kind !== 'text') return text.includes(' ') ? quoted(text) : text;
  const ambiguous = text === 'null' || (numbersMatter && /^-?[\d.]+$/.test(text));
  return BARE.test(text) && !ambiguous ? text : quoted(text);
}

const printField = (field: string): string => {
  const group = groupOf(field);
  return group === null || /^[\w.-]+$/.test(group) ? field : `group.${quoted(group)}`;
};

function printCondition({ field, operator, values }: Condition): string {
  const numbersMatter = groupOf(field) !== null && /^[<>]/.test(operator);
  const written = values.map((value) => printLiteral(value, numbersMatter));
  const name = printField(field);
  if (operator === 'is null' || operator === 'is not null') return `${name} ${operator}`;
  if (operator === 'in' || operator === 'not in') return `${name} ${operator} (${written.join(', ')})`;
  return `${name} ${operator} ${written[0] ?? ''}`;
}

const inBrackets = (text: string, wanted: boolean): string => (wanted ? `(${text})` : text);

function printTree(tree: Tree): string {
  switch (tree.kind) {
    case 'condition':
      return printCondition(tree);
    case 'not':
      return `not ${inBrackets(printTree(tree.part), tree.part.kind === 'all' || tree.part.kind === 'any')}`;
    case 'all':
      return tree.parts.map((part) => inBrackets(printTree(part), part.kind === 'any')).join(' and ');
    case 'any':
      return tree.parts.map(printTree).join(' or ');
  }
}

/** A filter as text; reading it again gives the same filter. */
export const printExpression = (filter: Filter): string => (filter === null ? '' : printTree(filter));
