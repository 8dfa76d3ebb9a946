import { count, figure, grouped, plural } from './figures.ts';
import { html, joined, type Markup } from './markup.ts';
import { dayOf, type ReportSubject, titleOf } from './subject.ts';

/** What was judged, by how many, when, and under which rubric. */
export function dataPart({ report, facts }: ReportSubject): Markup {
  const { raters = [], dimensions, versions } = report;
  const days = raters.flatMap(({ first, last }) => [first, last]).toSorted();
  const units = Math.max(0, ...dimensions.map((one) => one.units));
  const paired = Math.max(0, ...dimensions.map((one) => one.units_paired));
  const ratings = raters.reduce((sum, one) => sum + one.ratings, 0);
  const skipped = dimensions.reduce((sum, one) => sum + one.not_asked, 0);
  return html`<h2>Data</h2>
<p>${facts.illustrative ? 'The ratings of this sample project are illustrative: no person gave them. ' : null}The project holds ${plural(facts.conversations, 'conversation')}, of which ${plural(facts.items, 'answer')} were to be judged.
${plural(raters.length, 'rater')} submitted ${plural(ratings, 'rating')} of ${plural(units, 'answer')}${spanOf(days)}; ${plural(paired, 'answer')} have at least two ratings.
Items with a known answer and hidden repeats are left out of the agreement and reported by themselves.${
    skipped > 0
      ? ` ${plural(skipped, 'value')} were not asked for because of a gate: they are missing by design, not at random.`
      : null
  }</p>
<p>Rubric <strong>${report.rubric}</strong>${facts.rubric.title ? ` (${facts.rubric.title})` : null}: ${joined(
    dimensions.map((one) => html`${titleOf(facts.rubric, one.dimension)} (${one.level})`),
    ', ',
  )}.${
    versions && versions.length > 1
      ? html` Ratings were made under ${versions.length} versions of it (${joined(
          versions.map((one, at) => html`${one.rubric}: ${count(`versions.${at}.ratings`, one.ratings)}`),
          ', ',
        )}).`
      : null
  }</p>
<p>${facts.names ? 'Raters appear under their names.' : 'Raters appear under pseudonyms.'}</p>
`;
}

/** From the first day to the last. */
function spanOf(days: readonly string[]): string {
  const [from, to] = [dayOf(days[0] ?? ''), dayOf(days.at(-1) ?? '')];
  if (from === '') return '';
  return from === to ? ` on ${from}` : ` between ${from} and ${to}`;
}

/** How the numbers were counted, with the sources of the formulas. */
export function methodPart({ report }: ReportSubject): Markup {
  const boot = report.dimensions.find(({ bootstrap }) => bootstrap)?.bootstrap;
  return html`<h2>Method</h2>
<p>The headline is Krippendorff’s alpha at each dimension’s own level of measurement, 1 for perfect agreement and 0 for what chance would give (Krippendorff 2011).
${
  boot
    ? html`Its 95 % interval is the percentile interval of ${figure('reproduction.resamples', boot.resamples, grouped(boot.resamples))} bootstrap resamples of units, alpha wholly recomputed each time, with a seeded generator (seed ${boot.seed}).`
    : 'Its 95 % interval is analytic where there is one; no bootstrap was asked for.'
}
Data with alpha of at least 0.80 are usually relied upon; from 0.667 they allow tentative conclusions (Krippendorff 2004).</p>
<p>Beside it stand the mean share of agreeing pairs per unit (percent agreement), Fleiss’ kappa (Fleiss 1971; where ratings are missing, Gwet’s generalisation), Conger’s kappa, the Brennan-Prediger coefficient, and Gwet’s AC1 and AC2 with
standard errors and intervals as in Gwet (2014); Cohen’s kappa for each pair of raters on the units that both rated, over all categories of the rubric, with intervals by Fleiss, Cohen and Everitt (1969); and, on complete tables, the intraclass correlations of Shrout and Fleiss (1979).
With rare categories chance-corrected coefficients fall although raters agree; prevalence therefore stands beside each of them, and AC1, which allows for it.</p>
<p>Shares have Wilson’s 95 % intervals. Whether a rater changed over time is tested by the CUSUM of the differences from their own mean, at 1 in 100. The model of Dawid and Skene (1979) and a many-facet rating scale model stand beside the majority of the ratings and never in its place.
A statistic that is not defined is given with its reason, never as 0 or 1.</p>
`;
}

const SOURCES = [
  'Dawid, A. P., & Skene, A. M. (1979). Maximum likelihood estimation of observer error-rates using the EM algorithm. Applied Statistics 28, 20–28.',
  'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76, 378–382.',
  'Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin 72, 323–327.',
  'Gwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Advanced Analytics.',
  'Krippendorff, K. (2004). Reliability in content analysis: some common misconceptions and recommendations. Human Communication Research 30, 411–433.',
  'Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania.',
  'Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86, 420–428.',
];

/** What the method part cites. */
export const sourcesPart = (): Markup => html`<h2>Sources</h2>
<ul class="sources">
${SOURCES.map(
  (source) => html`<li>${source}</li>
`,
)}</ul>
`;
