import type { DetailParts } from '../../../shared/agreement/index.ts';
import { decimal, percent } from '../../../shared/agreement/words.ts';
import { count, DASH, figure, intervalOf, share, valueIn, withInterval } from './figures.ts';
import { html, type Markup, type Piece } from './markup.ts';
import { pathPlot } from './path-plot.ts';
import { type DimensionPart, type ReportSubject, valueName } from './subject.ts';
import { number, table, text } from './tables.ts';

/** Each rater of the project: how much, when, how fast. */
export function ratersOverview({ report: { raters = [] } }: ReportSubject): Markup | null {
  return table(
    'Raters',
    [
      text('Rater'),
      number('Ratings'),
      number('Days'),
      number('First'),
      number('Last'),
      number('Seconds a rating, median (quartiles)'),
    ],
    raters.map(({ rater, ratings, days, first, last, pace }, at) => [
      rater,
      count(`raters.${at}.ratings`, ratings),
      count(`raters.${at}.days`, days),
      first.slice(0, 10),
      last.slice(0, 10),
      pace === null
        ? DASH
        : [
            figure(`raters.${at}.pace.median`, pace.median, seconds(pace.median)),
            ` (${pace.quartiles.map(seconds).join('–')})`,
          ],
    ]),
  );
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** What the ratings of a dimension say of each rater: leniency, known answers, repeats, change over time. */
export function ratersPart(part: DimensionPart, path: string): Markup | null {
  const { leniency, gold, intra_rater: repeats, drift } = part;
  if (!leniency && !gold && !repeats && !drift) return null;
  return html`<h4>Raters</h4>
${leniency ? leniencyTable(leniency, path) : null}${gold ? goldTables(part, gold, path) : null}${repeats ? repeatsTable(repeats, path) : null}${drift ? driftTable(drift, path) : null}`;
}

const leniencyTable = (leniency: DetailParts['leniency'], path: string): Markup | null =>
  table(
    'Leniency: the value less the mean of the other raters of the same answers',
    [text('Rater'), number('Answers'), number('Difference'), number('95 % interval')],
    leniency.map(({ rater, units, shift }, at) => [
      rater,
      count(`${path}.leniency.${at}.units`, units),
      valueIn(`${path}.leniency.${at}.shift`, shift),
      intervalOf(`${path}.leniency.${at}.shift`, shift),
    ]),
  );

function goldTables(
  part: DimensionPart,
  { all, raters, confusion }: DetailParts['gold'],
  path: string,
): Markup {
  const row = (name: string, own: DetailParts['gold']['all'], at: string): Piece[] => [
    name,
    count(`${at}.answers`, own.answers),
    count(`${at}.correct`, own.correct),
    withInterval(`${at}.accuracy`, own.accuracy, percent),
    withInterval(`${at}.error`, own.error),
  ];
  return html`${table(
    'Known answers: accuracy with Wilson’s 95 % interval, and mean distance from the known value',
    [text('Rater'), number('Answers'), number('Right'), number('Accuracy'), number('Distance')],
    [
      ...raters.map(({ rater, ...own }, at) => row(rater, own, `${path}.gold.raters.${at}`)),
      ...(raters.length > 1 ? [row('All', all, `${path}.gold.all`)] : []),
    ],
  )}${table(
    'Known answers that were answered otherwise',
    [text('Known'), text('Given'), number('Times')],
    confusion.flatMap((one, at) =>
      one.gold === one.given
        ? []
        : [
            [
              valueName(part, one.gold),
              valueName(part, one.given),
              count(`${path}.gold.confusion.${at}.count`, one.count),
            ],
          ],
    ),
  )}`;
}

function repeatsTable({ all, raters }: DetailParts['intra_rater'], path: string): Markup | null {
  const row = (name: string, own: DetailParts['intra_rater']['all'], at: string): Piece[] => [
    name,
    count(`${at}.repeats`, own.repeats),
    withInterval(`${at}.agreement`, own.agreement, percent),
    valueIn(`${at}.alpha`, own.alpha),
    withInterval(`${at}.shift`, own.shift),
  ];
  return table(
    'Hidden repeats: agreement of raters with themselves',
    [text('Rater'), number('Repeats'), number('Same value'), number('Alpha'), number('Change')],
    [
      ...raters.map(({ rater, ...own }, at) => row(rater, own, `${path}.intra_rater.raters.${at}`)),
      ...(raters.length > 1 ? [row('All', all, `${path}.intra_rater.all`)] : []),
    ],
  );
}

function driftTable(drift: DetailParts['drift'], path: string): Markup | null {
  const rows = drift.flatMap(({ rater, agreement, shift }, at) => [
    driftRow(rater, 'agreement with others', agreement, `${path}.drift.${at}.agreement`),
    ...(shift ? [driftRow(rater, 'leniency', shift, `${path}.drift.${at}.shift`)] : []),
  ]);
  return table(
    'Change over time: path of the CUSUM between its limits, and what it decides',
    [text('Rater'), text('Of'), number('Ratings'), text('Path'), number('CUSUM'), text('Reading')],
    rows,
  );
}

type Series = DetailParts['drift'][number]['agreement'];

function driftRow(rater: string, of: string, { ratings, cusum }: Series, path: string): Piece[] {
  const size = count(`${path}.ratings`, ratings);
  if (cusum.value === null) return [rater, of, size, DASH, valueIn(`${path}.cusum`, cusum), DASH];
  const { turn } = cusum;
  return [
    rater,
    of,
    size,
    pathPlot(cusum.path, cusum.limit, cusum.changed, cusum.sentence),
    figure(`${path}.cusum.value`, cusum.value),
    cusum.changed
      ? [
          html`<strong>changed</strong> after rating ${turn.before} (${turn.at.slice(0, 10)}): `,
          levelOf(of, `${path}.cusum.turn.mean_before`, turn.mean_before),
          ' to ',
          levelOf(of, `${path}.cusum.turn.mean_after`, turn.mean_after),
        ]
      : 'no sign of a change',
  ];
}

const levelOf = (of: string, path: string, value: number): Markup =>
  of === 'leniency' ? figure(path, value, decimal(value)) : share(path, value);
