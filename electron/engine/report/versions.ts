import { count, valueIn, withInterval } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { DimensionPart } from './subject.ts';
import { number, table, text } from './tables.ts';

/** What each version of the rubric changed. */
export function versionsPart({ rubric_versions: effect }: DimensionPart, path: string): Markup | null {
  if (!effect) return null;
  const at = `${path}.rubric_versions`;
  return html`<h4>Versions of the rubric</h4>
${table(
  'Agreement under each version',
  [text('Version'), number('Answers'), number('Ratings'), number('Alpha'), number('Mean')],
  effect.versions.map(({ version, units, ratings, alpha, mean }, row) => [
    version,
    count(`${at}.versions.${row}.units`, units),
    count(`${at}.versions.${row}.ratings`, ratings),
    withInterval(`${at}.versions.${row}.alpha`, alpha),
    withInterval(`${at}.versions.${row}.mean`, mean),
  ]),
)}${table(
  'From one version to the next',
  [text('Change'), number('Of the mean'), number('Common answers'), number('On those')],
  effect.changes.map(({ from, to, mean, common }, row) => [
    `${from} to ${to}`,
    withInterval(`${at}.changes.${row}.mean`, mean),
    count(`${at}.changes.${row}.common.units`, common.units),
    valueIn(`${at}.changes.${row}.common.mean`, common.mean),
  ]),
)}`;
}
