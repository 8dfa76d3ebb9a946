/** One line of the filter: `field = value` or `field != value`. */
export interface Clause {
  id: string;
  field: string;
  operator: '=' | '!=';
  value: string;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The filter as an expression of the sampling language; lines without field or value are not yet part of it. */
export const whereExpression = (clauses: readonly Clause[]): string =>
  clauses
    .filter(({ field, value }) => field !== '' && value !== '')
    .map(({ field, operator, value }) => `${field} ${operator} ${quoted(value)}`)
    .join(' and ');

const TITLES: Readonly<Record<string, string>> = {
  model: 'Model',
  model_version: 'Model version',
  language: 'Language',
  use_case: 'Use case',
};

/** A field as it is called on the screen: `group.country` is "country (group)". */
export const fieldTitle = (field: string): string =>
  TITLES[field] ?? (field.startsWith('group.') ? `${field.slice(6)} (group)` : field);
