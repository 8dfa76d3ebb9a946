import { REASONS } from '../../../shared/agreement/index.ts';
import { because, decimal, percent } from '../../../shared/agreement/words.ts';
import { html, type Markup, type Piece } from './markup.ts';

/** A value of the report, or the reason why it has none. */
export interface Told {
  value: number | null;
  reason?: string | undefined;
  se?: number | undefined;
  ci?: readonly [number, number] | null | undefined;
}

/** Where in the report object a figure comes from: `dimensions.fluency.gwet_ac1.value`. */
export type Path = string;

export const DASH = '–';

/** A number as it is read, with the number as it is and its place in the report beside it. */
export const figure = (path: Path, value: number, shown: string = decimal(value)): Markup =>
  html`<data data-figure="${path}" data-value="${value}" value="${value}">${shown}</data>`;

export const share = (path: Path, value: number): Markup => figure(path, value, percent(value));

export const count = (path: Path, value: number): Markup => figure(path, value, grouped(value));

/** 12345 as 12,345. */
export const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** Why a value is missing, in a word for a cell; the sentence is in the title. */
export function missing(reason: string | undefined): Markup {
  const said = (reason ?? 'undefined').replaceAll('_', ' ');
  const known = REASONS.find((one) => one === reason);
  const why = known === undefined ? said : because(known);
  return html`<span class="none" title="${why}">${said}</span>`;
}

/** The value, or why there is none. */
export const valueIn = (path: Path, { value, reason }: Told, shown = decimal): Markup =>
  value === null ? missing(reason) : figure(`${path}.value`, value, shown(value));

/** "0.41 to 0.58", both ends from the report; a dash without one. */
export function intervalOf(path: Path, { value, ci }: Told, shown = decimal): Piece {
  if (value === null || !ci) return DASH;
  return [figure(`${path}.ci.0`, ci[0], shown(ci[0])), ' to ', figure(`${path}.ci.1`, ci[1], shown(ci[1]))];
}

/** A value with its interval in one cell. */
export const withInterval = (path: Path, told: Told, shown = decimal): Piece =>
  told.value === null || !told.ci
    ? valueIn(path, told, shown)
    : [valueIn(path, told, shown), html` <span class="ci">(${intervalOf(path, told, shown)})</span>`];
