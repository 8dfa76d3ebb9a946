import type { BootstrapOptions } from './bootstrap.ts';
import type { RatedDimension } from './cell-value.ts';
import type { DetailParts } from './details-schema.ts';
import { tell } from './details-words.ts';
import { dimensionReader, type RatedRubric } from './dimension-value.ts';
import type { DetailedTuple, ReportEvidence } from './evidence.ts';
import { type LabelSets, multiLabelAgreement } from './multi-label.ts';
import type { RatingIndex } from './rating-index.ts';
import { spanPairs } from './span-pairs.ts';
import { tableFromRatings } from './table.ts';
import { type MarkedAnswer, unitizingAlpha } from './unitizing.ts';
import { versionEffect } from './version-effect.ts';

/** The sets of categories given with a dimension's values, by every rater who gave one; undefined where it has none. */
export function labelSetsOf(
  index: RatingIndex<DetailedTuple>,
  dimension: string,
  rubric: RatedRubric,
): LabelSets | undefined {
  const { entry, cellOf } = dimensionReader(dimension, rubric);
  const chosen = entry.kind === 'categories';
  const labels = chosen ? entry.options.map(({ value }) => String(value)) : (entry.categories ?? []);
  if (labels.length === 0) return undefined;
  const sets: LabelSets = {
    labels,
    raters: index.raters,
    units: index.units,
    raterOf: [],
    unitOf: [],
    sets: [],
  };
  const [raterOf, unitOf, given]: [number[], number[], (readonly string[])[]] = [[], [], []];
  for (let i = 0; i < index.tuples.length; i++) {
    const tuple = index.tuples[i];
    if (!tuple || cellOf(tuple) === null) continue;
    raterOf.push(index.raterOf[i] ?? 0);
    unitOf.push(index.unitOf[i] ?? 0);
    const value = tuple.values[dimension];
    given.push(chosen ? (Array.isArray(value) ? value.map(String) : []) : tuple.categories);
  }
  return { ...sets, raterOf, unitOf, sets: given };
}

export function multiLabel(
  sets: LabelSets,
  bootstrap: BootstrapOptions | undefined,
): DetailParts['multi_label'] {
  const { unitsPaired, masi, masiMarked, labels, ...counts } = multiLabelAgreement(sets, bootstrap);
  return {
    ...counts,
    units_paired: unitsPaired,
    masi: tell(masi, 'masi'),
    masi_marked: tell(masiMarked, 'masiMarked'),
    labels: labels.map(({ alpha, ac1, ...own }) => ({
      ...own,
      alpha: tell(alpha, 'label', own.label),
      ac1: tell(ac1, 'labelAc1', own.label),
    })),
  };
}

const marksSpans = ({ spans, spans_from }: RatedDimension): boolean =>
  spans === true || spans_from !== undefined;

/** The answers that were rated on a dimension with what each rater marked in them; undefined where nothing was marked. */
export function markedAnswers(
  index: RatingIndex<DetailedTuple>,
  dimension: string,
  rubric: RatedRubric,
  lengths: ReportEvidence['lengths'],
): MarkedAnswer[] | undefined {
  const { entry, cellOf } = dimensionReader(dimension, rubric);
  if (!marksSpans(entry) || index.tuples.every(({ spans }) => spans.length === 0)) return undefined;
  // Where several dimensions take spans, each has those with its own categories.
  const shared = rubric.dimensions.filter(marksSpans).length > 1;
  const own = shared && entry.categories ? new Set(entry.categories) : undefined;
  const known = lengths();
  const marks: (Mark[] | undefined)[] = index.units.map(() => undefined);
  const blank = index.raters.map((rater): Mark => ({ rater, spans: [] }));
  for (let i = 0; i < index.tuples.length; i++) {
    const tuple = index.tuples[i];
    if (!tuple || cellOf(tuple) === null) continue;
    const unit = index.unitOf[i] ?? 0;
    const spans = own ? tuple.spans.filter(({ label }) => own.has(label)) : tuple.spans;
    const unmarked = spans.length === 0 ? blank[index.raterOf[i] ?? 0] : undefined;
    const mark = unmarked ?? { rater: tuple.rater, spans };
    const given = marks[unit];
    if (given) given.push(mark);
    else marks[unit] = [mark];
  }
  const answers: MarkedAnswer[] = [];
  for (const [place, unit] of index.units.entries()) {
    const given = marks[place];
    if (given) answers.push({ unit, length: known.get(unit) ?? 0, marks: given });
  }
  return answers;
}

type Mark = MarkedAnswer['marks'][number];

export function spansOf(answers: readonly MarkedAnswer[]): DetailParts['spans'] {
  const { anywhere, labelled, labels, ...counts } = unitizingAlpha(answers);
  const { all, pairs } = spanPairs(answers);
  return {
    ...counts,
    anywhere: tell(anywhere, 'unitized'),
    labelled: tell(labelled, 'unitizedLabels'),
    labels: labels.map(({ alpha, ...own }) => ({ ...own, alpha: tell(alpha, 'unitized', own.label) })),
    f1: {
      exact: tell(all.exact, 'f1Exact'),
      overlap: tell(all.overlap, 'f1Overlap'),
      characters: tell(all.characters, 'f1Characters'),
      anywhere: tell(all.anywhere, 'f1Anywhere'),
    },
    pairs,
  };
}

/** What changed between the versions under which a dimension was rated; undefined where there is one version. */
export function rubricVersions(
  versions: ReportEvidence['versions'],
  dimension: string,
  rubric: RatedRubric,
): DetailParts['rubric_versions'] | undefined {
  const rated = versions
    .map(({ version, tuples }) => ({ version, table: tableFromRatings(tuples, dimension, rubric) }))
    .filter(({ table }) => table.units.length > 0);
  if (rated.length < 2) return undefined;
  const effect = versionEffect(rated);
  return {
    versions: effect.versions.map(({ alpha, mean, ...own }) => ({
      ...own,
      alpha: tell(alpha, 'versionAlpha', own.version),
      mean: tell(mean, 'versionMean', own.version),
    })),
    changes: effect.changes.map(({ mean, common, ...own }) => ({
      ...own,
      mean: tell(mean, 'versionChange', `${own.from} to ${own.to}`),
      common: { units: common.units, mean: tell(common.mean, 'commonChange', `${own.from} to ${own.to}`) },
    })),
  };
}
