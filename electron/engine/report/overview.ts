import { count, DASH, intervalOf, missing, share, valueIn } from './figures.ts';
import { intervalPlot } from './interval-plot.ts';
import { html, type Markup } from './markup.ts';
import { type ReportSubject, titleOf } from './subject.ts';
import { number, plate, table, text } from './tables.ts';

const COLUMNS = [
  text('Dimension'),
  text('Level'),
  number('Alpha'),
  number('95 % interval'),
  number('Pairs agree'),
  number('AC1'),
  number('Units'),
  number('Raters'),
  number('Ratings'),
];

/** The headline of each dimension, as a plot and as a table, and the SSA. */
export function overviewPart({ report, facts }: ReportSubject): Markup {
  const { dimensions, ssa } = report;
  const points = dimensions.map(({ dimension, headline }) => ({
    name: titleOf(facts.rubric, dimension),
    value: headline.value,
    ci: headline.ci,
    missing: `undefined: ${(headline.reason ?? '').replaceAll('_', ' ')}`,
  }));
  const rows = dimensions.map((one) => {
    const at = `dimensions.${one.dimension}`;
    const { percent_agreement: pairs } = one;
    return [
      titleOf(facts.rubric, one.dimension),
      one.level,
      valueIn(`${at}.headline`, one.headline),
      intervalOf(`${at}.headline`, one.headline),
      pairs.value === null ? missing(pairs.reason) : share(`${at}.percent_agreement.value`, pairs.value),
      valueIn(`${at}.gwet_ac1`, one.gwet_ac1),
      count(`${at}.units`, one.units),
      count(`${at}.raters`, one.raters),
      count(`${at}.ratings`, one.ratings),
    ];
  });
  return html`<h2>Results</h2>
${plate(
  intervalPlot(points, { label: 'Alpha of each dimension with its 95 % interval', marks: [0.667, 0.8] }),
  'Krippendorff’s alpha of each dimension at its own level, with its 95 % interval. Dashed: 0.667 and 0.80.',
)}${table('Agreement by dimension', COLUMNS, rows)}${
  ssa && ssa.value !== null
    ? html`<p>SSA, the mean of the sensibleness and the specificity rate, is ${share('ssa.value', ssa.value)} (${ssa.ci ? intervalOf('ssa', ssa, (value) => `${Math.round(value * 1000) / 10} %`) : DASH}): sensibleness ${share('ssa.sensibleness', ssa.sensibleness)}, specificity ${share('ssa.specificity', ssa.specificity)}, over ${count('ssa.items', ssa.items)} answers (${ssa.method}).</p>
`
    : null
}${
  report.comparisons
    ? html`<p>${report.comparisons.sentence}</p>
`
    : null
}`;
}
