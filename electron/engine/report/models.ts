import type { DetailParts } from '../../../shared/agreement/index.ts';
import { percent } from '../../../shared/agreement/words.ts';
import { count, DASH, figure, share } from './figures.ts';
import { html, joined, type Markup } from './markup.ts';
import { type MatrixCell, matrixPlot } from './matrix-plot.ts';
import { type DimensionPart, valueName } from './subject.ts';
import { number, plate, table, text } from './tables.ts';

const MOST_DRAWN = 8;

/** Where the consensus values come from, and what the models say beside it. */
export function modelsPart(part: DimensionPart, path: string): Markup | null {
  const { consensus, dawid_skene: dawidSkene, rating_scale: ratingScale } = part;
  if (!consensus && !dawidSkene && !ratingScale) return null;
  return html`<h4>Consensus and models</h4>
${consensus ? consensusText(consensus, `${path}.consensus`) : null}${dawidSkene ? dawidSkeneText(part, dawidSkene, path) : null}${ratingScale ? ratingScaleText(part, ratingScale, `${path}.rating_scale`) : null}`;
}

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  adjudicated: 'decided by the lead',
  single: 'from a single rating',
  majority: 'by majority',
  median: 'by median',
  model: 'by the model, where raters are tied',
  rule: 'by the rule for ties',
};

function consensusText(
  { sources, open, disputed, model_agrees: agrees, ties }: DetailParts['consensus'],
  path: string,
): Markup {
  const told = Object.entries(sources).flatMap(([source, n]) =>
    n === undefined ? [] : [html`${count(`${path}.sources.${source}`, n)} ${SOURCE_WORDS[source] ?? source}`],
  );
  return html`<p>Consensus values: ${joined(told, ', ')}; ${count(`${path}.open`, open)} open. Raters differ on ${count(`${path}.disputed`, disputed)} answers. Ties: ${ties}.${
    agrees === null
      ? null
      : html` Of the answers settled by the ratings, the model gives the same value to ${share(`${path}.model_agrees`, agrees)}.`
  }</p>
`;
}

function dawidSkeneText(part: DimensionPart, model: DetailParts['dawid_skene'], own: string): Markup {
  const path = `${own}.dawid_skene`;
  if (model.value === null)
    return html`<p>${model.sentence}</p>
`;
  const names = part.categories.map((value) => valueName(part, value));
  const isDrawn = names.length <= MOST_DRAWN && model.raters.length <= 12;
  return html`<p>${model.sentence}${model.converged ? null : ' The fit had not settled when its rounds were used up.'}</p>
${table(
  'Dawid and Skene: estimated share of each true value, beside that of the ratings',
  [text('Value'), number('Model'), number('Ratings')],
  model.prevalence.map((one, at) => [
    valueName(part, one.value),
    share(`${path}.prevalence.${at}.share`, one.share),
    share(`${own}.prevalence.${at}.share`, part.prevalence[at]?.share ?? 0),
  ]),
)}${table(
  'Dawid and Skene: chance that an answer of each rater is right',
  [text('Rater'), number('Accuracy')],
  model.raters.map(({ rater, accuracy }, at) => [rater, share(`${path}.raters.${at}.accuracy`, accuracy)]),
)}${
  isDrawn
    ? html`<div class="plates">${model.raters.map(({ rater, confusion }) =>
        plate(
          matrixPlot(confusionCells(confusion), {
            label: `Confusion matrix of ${rater}`,
            rows: names,
            columns: names,
            above: 'given',
          }),
          `${rater}: rows the true value by the model, columns what was given.`,
        ),
      )}</div>
`
    : null
}`;
}

const confusionCells = (confusion: readonly (readonly number[])[]): MatrixCell[] =>
  confusion.flatMap((row, at) =>
    row.map((chance, column) => ({ row: at, column, depth: chance, text: percent(chance) })),
  );

function ratingScaleText(part: DimensionPart, model: DetailParts['rating_scale'], path: string): Markup {
  if (model.value === null)
    return html`<p>${model.sentence}</p>
`;
  const groups = model.linked.length;
  return html`<p>${model.sentence} The units spread by ${figure(`${path}.spread`, model.spread)} logits.${
    groups > 1
      ? ` The raters fall into ${groups} groups without common answers, whose severities cannot be compared.`
      : null
  }${model.converged ? null : ' The fit had not settled when its rounds were used up.'}</p>
${table(
  'Many-facet rating scale model: raters',
  [text('Rater'), number('Severity, logits'), number('Standard error'), number('Fit')],
  model.raters.map(({ rater, severity, se, fit }, at) => [
    rater,
    figure(`${path}.raters.${at}.severity`, severity),
    figure(`${path}.raters.${at}.se`, se),
    figure(`${path}.raters.${at}.fit`, fit),
  ]),
)}${table(
  'Many-facet rating scale model: thresholds',
  [text('Step'), number('Logits')],
  model.thresholds.map(({ from, to, logits }, at) => [
    `${valueName(part, from)} ${DASH} ${valueName(part, to)}`,
    figure(`${path}.thresholds.${at}.logits`, logits),
  ]),
)}`;
}
