import { decimal, percent } from '../../../shared/agreement/words.ts';
import { count, DASH, figure, grouped, intervalOf, share, valueIn } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { type MatrixCell, matrixPlot } from './matrix-plot.ts';
import { type DimensionPart, valueName } from './subject.ts';
import { number, plate, table, text } from './tables.ts';

/** More raters, or categories, make cells too small to read: the table has them. */
const MOST_DRAWN = 14;
const MOST_PAIRS = 45;

/** The weights that fit the level. */
const weightingOf = ({ level, categories }: DimensionPart): 'unweighted' | 'quadratic' =>
  level === 'nominal' || categories.length < 3 ? 'unweighted' : 'quadratic';

/** Cohen's kappa of every two raters, as a map and as a table, and alpha without each rater in turn. */
export function pairsPlate(part: DimensionPart, path: string): Markup | null {
  const { cohen_kappa: pairs, leave_one_out: without } = part;
  if (pairs.length === 0) return null;
  const weighting = weightingOf(part);
  const names = [...new Set(pairs.flatMap(({ raters }) => raters))];
  const cells = pairs.map((pair): MatrixCell => {
    const [one, other] = [names.indexOf(pair.raters[0]), names.indexOf(pair.raters[1])];
    const { value } = pair[weighting];
    return {
      row: Math.max(one, other) - 1,
      column: Math.min(one, other),
      depth: value ?? 0,
      text: value === null ? DASH : decimal(value),
    };
  });
  const weights = weighting === 'quadratic' ? ', quadratic weights' : '';
  const caption = `Cohen’s kappa${weights}, pair by pair, on the answers that both rated.`;
  const rows = pairs
    .slice(0, MOST_PAIRS)
    .map((pair, at) => [
      pair.raters.join(' and '),
      count(`${path}.cohen_kappa.${at}.units`, pair.units),
      pair.agreement === null ? DASH : share(`${path}.cohen_kappa.${at}.agreement`, pair.agreement),
      valueIn(`${path}.cohen_kappa.${at}.${weighting}`, pair[weighting]),
      intervalOf(`${path}.cohen_kappa.${at}.${weighting}`, pair[weighting]),
    ]);
  const isDrawn = names.length > 2 && names.length <= MOST_DRAWN;
  return html`${
    isDrawn
      ? plate(
          matrixPlot(cells, { label: caption, rows: names.slice(1), columns: names.slice(0, -1) }),
          caption,
        )
      : null
  }${table(
    `Cohen’s kappa${weights}${pairs.length > MOST_PAIRS ? `, the first ${MOST_PAIRS} of ${pairs.length} pairs` : ''}`,
    [text('Pair'), number('Answers'), number('Same value'), number('Kappa'), number('95 % interval')],
    rows,
  )}${
    without.length > 2
      ? table(
          'Alpha without each rater in turn',
          [text('Without'), number('Alpha')],
          without.map(({ rater, krippendorff_alpha: alpha }, at) => [
            rater,
            valueIn(`${path}.leave_one_out.${at}.krippendorff_alpha`, alpha),
          ]),
        )
      : null
  }`;
}

/** Which values stand against which: the observed coincidences, each row as shares of itself. */
export function confusionPlate(part: DimensionPart, path: string): Markup | null {
  const { coincidences, categories } = part;
  if (!coincidences || categories.length < 2 || categories.length > MOST_DRAWN) return null;
  const names = categories.map((value) => valueName(part, value));
  const sums = coincidences.map((row) => row.reduce((sum, one) => sum + one, 0));
  if (sums.every((sum) => sum === 0)) return null;
  const cells = coincidences.flatMap((row, at) =>
    row.map((value, column): MatrixCell => {
      const sum = sums[at] ?? 0;
      return {
        row: at,
        column,
        depth: sum === 0 ? 0 : value / sum,
        text: sum === 0 ? DASH : percent(value / sum),
      };
    }),
  );
  const caption =
    'Confusion: where one rater gave the value of the row, what another gave to the same answer; each row is shares of itself.';
  return html`${plate(matrixPlot(cells, { label: caption, rows: names, columns: names, above: 'another rater gave' }), caption)}${table(
    'Observed coincidences',
    [text('Value'), ...names.map(number)],
    coincidences.map((row, at) => [
      names[at] ?? '',
      ...row.map((value, column) =>
        figure(`${path}.coincidences.${at}.${column}`, value, grouped(Math.round(value * 10) / 10)),
      ),
    ]),
  )}`;
}
