import { percent } from '../../../shared/agreement/words.ts';
import { type Bar, barPlot } from './bar-plot.ts';
import { coefficientsTable } from './coefficients.ts';
import { contentPart } from './content.ts';
import { count, plural } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { modelsPart } from './models.ts';
import { confusionPlate, pairsPlate } from './pairs.ts';
import { ratersPart } from './raters.ts';
import { slicesPart } from './slices.ts';
import { type DimensionPart, type ReportSubject, titleOf, valueName } from './subject.ts';
import { plate } from './tables.ts';
import { versionsPart } from './versions.ts';

/** Values of long scales that nobody gave are left out of the bars. */
const MOST_EMPTY = 21;

/** All there is to say of one dimension. */
export function dimensionPart(subject: ReportSubject, part: DimensionPart): Markup {
  const path = `dimensions.${part.dimension}`;
  const { headline, notes } = part;
  return html`<section class="dimension">
<h3>${titleOf(subject.facts.rubric, part.dimension)}</h3>
<p class="sizes">${part.level}; ${count(`${path}.ratings`, part.ratings)} ratings of ${count(`${path}.units`, part.units)} answers by ${plural(part.raters, 'rater')}, ${count(`${path}.units_paired`, part.units_paired)} with at least two${
    part.not_asked > 0 ? html`; ${count(`${path}.not_asked`, part.not_asked)} not asked, by design` : null
  }${
    part.cannot_judge > 0 ? html`; ${count(`${path}.cannot_judge`, part.cannot_judge)} could not judge` : null
  }.</p>
<p>${headline.reading}</p>
${coefficientsTable(part, path)}${prevalencePlate(part)}${confusionPlate(part, path)}${pairsPlate(part, path)}${ratersPart(part, path)}${contentPart(part, path)}${versionsPart(part, path)}${modelsPart(part, path)}${slicesPart(subject, part, path)}${
  notes.length > 0
    ? html`<h4>Notes</h4>
<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
`
    : null
}</section>
`;
}

function prevalencePlate(part: DimensionPart): Markup | null {
  const { prevalence } = part;
  const bars: Bar[] = prevalence
    .filter((one) => one.count > 0 || prevalence.length <= MOST_EMPTY)
    .map((one) => ({ name: valueName(part, one.value), count: one.count, share: one.share }));
  if (part.ratings === 0) return null;
  const most = bars.reduce((best, one) => (one.count > best.count ? one : best));
  return plate(
    barPlot(bars, `Values given; most often ${most.name}, ${percent(most.share)}`),
    `Values given, with their share of the ${plural(part.ratings, 'rating')}.`,
  );
}
