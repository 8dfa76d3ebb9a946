import { noValue, type Statistic } from './statistic.ts';
import type { MarkedAnswer, SpanMark } from './unitizing.ts';

/** F1 of two raters' spans, 0 to 1. */
export interface SpanScores {
  /** A span counts as found where the other marked the same characters with the same label. */
  exact: Statistic;
  /** A span counts as found where it shares a character with one of the other's of the same label; each is found once. */
  overlap: Statistic;
  /** Characters with the same label, of all characters either marked. */
  characters: Statistic;
  /** The same whatever the label. */
  anywhere: Statistic;
}

export interface SpanPair extends SpanScores {
  raters: [string, string];
  /** Answers both rated, and the spans of each in them. */
  answers: number;
  spans: [number, number];
}

/**
 * F1 of the spans of every pair of raters with common answers, and over all pairs together (`all`: found spans and
 * marked ones summed, then divided). F1 is the same whichever rater is taken for the reference. `unanimous` where neither
 * marked anything, `no_pairs` where no answer has two raters.
 *
 * Source: Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval.
 * Journal of the American Medical Informatics Association 12, 296-298.
 */
export function spanPairs(answers: readonly MarkedAnswer[]): { all: SpanScores; pairs: SpanPair[] } {
  const numbers = new Map<string, number>();
  for (const { marks } of answers)
    for (const { rater } of marks) if (!numbers.has(rater)) numbers.set(rater, numbers.size);
  const tallies = new Map<number, PairTally>();
  for (const { marks } of answers) {
    for (let i = 0; i < marks.length; i++) {
      for (let j = 0; j < i; j++) {
        const [one, other] = [marks[i], marks[j]];
        if (!one || !other) continue;
        const [first, second] = one.rater < other.rater ? [one, other] : [other, one];
        const key = (numbers.get(first.rater) ?? 0) * numbers.size + (numbers.get(second.rater) ?? 0);
        let tally = tallies.get(key);
        if (!tally) {
          tally = emptyTally([first.rater, second.rater]);
          tallies.set(key, tally);
        }
        compare(first.spans, second.spans, tally);
      }
    }
  }
  const pairs = [...tallies.values()].sort(({ raters: a }, { raters: b }) =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? -1 : 1,
  );
  const all = emptyTally(['', '']);
  for (const { answers: common, found, marked } of pairs) {
    all.answers += common;
    for (const measure of MEASURES) {
      all.found[measure] += found[measure];
      all.marked[measure] += marked[measure];
    }
  }
  return {
    all: scoresOf(all),
    pairs: pairs.map((tally) => ({
      raters: tally.raters,
      answers: tally.answers,
      spans: tally.spans,
      ...scoresOf(tally),
    })),
  };
}

const MEASURES = ['exact', 'overlap', 'characters', 'anywhere'] as const;
type Measure = (typeof MEASURES)[number];

/** `found`: matches, once for each; `marked`: what both marked, added. */
interface PairTally {
  raters: [string, string];
  answers: number;
  spans: [number, number];
  found: Record<Measure, number>;
  marked: Record<Measure, number>;
}

const emptyTally = (raters: [string, string]): PairTally => ({
  raters,
  answers: 0,
  spans: [0, 0],
  found: { exact: 0, overlap: 0, characters: 0, anywhere: 0 },
  marked: { exact: 0, overlap: 0, characters: 0, anywhere: 0 },
});

const scoresOf = ({ answers, found, marked }: PairTally): SpanScores => {
  const f1 = (measure: Measure): Statistic => {
    if (answers === 0) return noValue('no_pairs');
    return marked[measure] === 0 ? noValue('unanimous') : { value: (2 * found[measure]) / marked[measure] };
  };
  return {
    exact: f1('exact'),
    overlap: f1('overlap'),
    characters: f1('characters'),
    anywhere: f1('anywhere'),
  };
};

function compare(one: readonly SpanMark[], other: readonly SpanMark[], tally: PairTally): void {
  const { found, marked, spans } = tally;
  tally.answers += 1;
  if (one.length === 0 && other.length === 0) return;
  spans[0] += one.length;
  spans[1] += other.length;
  for (const label of new Set([...one, ...other].map((span) => span.label))) {
    const a = one.filter((span) => span.label === label);
    const b = other.filter((span) => span.label === label);
    found.exact += exactMatches(a, b);
    found.overlap += overlapMatches(a, b);
    marked.exact += a.length + b.length;
    marked.overlap += a.length + b.length;
    addCharacters(a, b, found, marked, 'characters');
  }
  addCharacters(one, other, found, marked, 'anywhere');
}

function exactMatches(a: readonly SpanMark[], b: readonly SpanMark[]): number {
  const open = new Map<string, number>();
  for (const { start, end } of b) open.set(`${start} ${end}`, (open.get(`${start} ${end}`) ?? 0) + 1);
  let matches = 0;
  for (const { start, end } of a) {
    const left = open.get(`${start} ${end}`) ?? 0;
    if (left === 0) continue;
    open.set(`${start} ${end}`, left - 1);
    matches++;
  }
  return matches;
}

/** Most pairs of overlapping spans, each span in one at most: in the order of their ends, each with the first that is left. */
function overlapMatches(a: readonly SpanMark[], b: readonly SpanMark[]): number {
  const byEnd = (spans: readonly SpanMark[]): SpanMark[] =>
    [...spans].sort((x, y) => x.end - y.end || x.start - y.start);
  const left = byEnd(b);
  let matches = 0;
  for (const { start, end } of byEnd(a)) {
    const met = left.findIndex((span) => span.start < end && start < span.end);
    if (met < 0) continue;
    left.splice(met, 1);
    matches++;
  }
  return matches;
}

function addCharacters(
  a: readonly SpanMark[],
  b: readonly SpanMark[],
  found: Record<Measure, number>,
  marked: Record<Measure, number>,
  measure: 'characters' | 'anywhere',
): void {
  const [one, two] = [covered(a), covered(b)];
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  marked[measure] += size(one) + size(two);
  for (const [from, to] of one)
    for (const [start, end] of two) found[measure] += Math.max(0, Math.min(to, end) - Math.max(from, start));
}

type Range = [from: number, to: number];

/** The characters that spans cover, as ranges that do not touch. */
function covered(spans: readonly SpanMark[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of [...spans].sort((x, y) => x.start - y.start)) {
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}
