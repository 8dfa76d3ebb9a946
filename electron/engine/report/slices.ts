import { count, DASH, intervalOf, share, valueIn } from './figures.ts';
import { intervalPlot } from './interval-plot.ts';
import { html, type Markup } from './markup.ts';
import type { DimensionPart, ReportSubject } from './subject.ts';
import { number, plate, table, text } from './tables.ts';

const MOST_DRAWN = 40;

/** The same by model, language or whatever was asked for. */
export function slicesPart(
  { facts: { by } }: ReportSubject,
  part: DimensionPart,
  path: string,
): Markup | null {
  const { slices } = part;
  if (!slices || slices.length === 0 || by === undefined) return null;
  const points = slices.slice(0, MOST_DRAWN).map(({ key, headline }) => ({
    name: key,
    value: headline.value,
    ci: headline.ci,
    missing: `undefined: ${(headline.reason ?? '').replaceAll('_', ' ')}`,
  }));
  const caption = `Alpha by ${by}, with its 95 % interval.`;
  return html`<h4>By ${by}</h4>
${plate(intervalPlot(points, { label: caption, marks: [0.667, 0.8] }), caption)}${table(
  `By ${by}`,
  [
    text(by),
    number('Alpha'),
    number('95 % interval'),
    number('Pairs agree'),
    number('AC1'),
    number('Answers'),
    number('Ratings'),
  ],
  slices.map((slice, at) => {
    const own = `${path}.slices.${at}`;
    return [
      slice.key,
      valueIn(`${own}.headline`, slice.headline),
      intervalOf(`${own}.headline`, slice.headline),
      slice.percent_agreement.value === null
        ? DASH
        : share(`${own}.percent_agreement.value`, slice.percent_agreement.value),
      valueIn(`${own}.gwet_ac1`, slice.gwet_ac1),
      count(`${own}.units`, slice.units),
      count(`${own}.ratings`, slice.ratings),
    ];
  }),
)}`;
}
