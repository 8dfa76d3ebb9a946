import type { DetailParts } from '../../../shared/agreement/index.ts';
import { percent } from '../../../shared/agreement/words.ts';
import { count, valueIn, withInterval } from './figures.ts';
import { html, type Markup, type Piece } from './markup.ts';
import type { DimensionPart } from './subject.ts';
import { number, table, text } from './tables.ts';

/** Agreement on categories chosen beside a value, and on the places marked in answers. */
export const contentPart = ({ multi_label: labels, spans }: DimensionPart, path: string): Markup =>
  html`${labels ? labelsTables(labels, `${path}.multi_label`) : null}${spans ? spansTables(spans, `${path}.spans`) : null}`;

function labelsTables(labels: DetailParts['multi_label'], path: string): Markup {
  return html`<h4>Categories</h4>
<p>${labels.masi.sentence} ${labels.masi_marked.sentence} ${count(`${path}.empty`, labels.empty)} of ${count(`${path}.ratings`, labels.ratings)} ratings name no category.</p>
${table(
  'Each category, given or not given',
  [text('Category'), number('Ratings'), number('Share'), number('Alpha'), number('AC1')],
  labels.labels.map(({ label, count: times, share, alpha, ac1 }, at) => [
    label,
    count(`${path}.labels.${at}.count`, times),
    percent(share),
    withInterval(`${path}.labels.${at}.alpha`, alpha),
    withInterval(`${path}.labels.${at}.ac1`, ac1),
  ]),
)}`;
}

function spansTables(spans: DetailParts['spans'], path: string): Markup {
  const f1: readonly [string, keyof DetailParts['spans']['f1']][] = [
    ['Exact spans', 'exact'],
    ['Overlapping spans', 'overlap'],
    ['Characters, same label', 'characters'],
    ['Characters, any label', 'anywhere'],
  ];
  const rows: Piece[][] = [
    ['Alpha for unitizing, anywhere', withInterval(`${path}.anywhere`, spans.anywhere)],
    ['Alpha for unitizing, with labels', withInterval(`${path}.labelled`, spans.labelled)],
    ...f1.map(([name, key]) => [
      `F1, ${name.toLowerCase()}`,
      withInterval(`${path}.f1.${key}`, spans.f1[key]),
    ]),
    ...spans.labels.map(({ label, alpha }, at) => [
      `Alpha of ${label}`,
      withInterval(`${path}.labels.${at}.alpha`, alpha),
    ]),
  ];
  return html`<h4>Marked places</h4>
<p>${count(`${path}.spans`, spans.spans)} places were marked in ${count(`${path}.answers`, spans.answers)} answers with at least two raters.</p>
${table('Agreement on marked places', [text('Statistic'), number('Value (95 % interval)')], rows)}${
  spans.pairs.length > 0 && spans.pairs.length <= 45
    ? table(
        'Pair by pair',
        [
          text('Pair'),
          number('Answers'),
          number('Spans'),
          number('F1 exact'),
          number('F1 overlap'),
          number('F1 characters'),
        ],
        spans.pairs.map((pair, at) => [
          pair.raters.join(' and '),
          count(`${path}.pairs.${at}.answers`, pair.answers),
          pair.spans.join(' / '),
          ...(['exact', 'overlap', 'characters'] as const).map((key) =>
            valueIn(`${path}.pairs.${at}.${key}`, pair[key]),
          ),
        ]),
      )
    : null
}`;
}
