import { type ColumnName, cell } from './answer-row.ts';
import type { AnswerCode } from './codes.ts';
import { classEnd, type HistogramCounts, quantile } from './log-histogram.ts';
import type { Distribution, FeedbackRates, ValueCounts } from './schema.ts';
import type { TopList } from './top-counts.ts';
import { type Rate, rate } from './wilson.ts';

/** Values shown apart; the rest are shown together. */
const SHOWN = 20;

/** The most frequent values with their shares of all that have one. */
export function valueCounts({ top, other }: TopList, absent = 0): ValueCounts {
  const all = top.reduce((sum, [, n]) => sum + n, other);
  const rest = top.slice(SHOWN).reduce((sum, [, n]) => sum + n, 0);
  return {
    top: top.slice(0, SHOWN).map(([value, n]) => ({ value, n, share: n / all })),
    other: other + rest,
    absent,
  };
}

/** Bars of a plot: classes joined by threes, so that a bar's ends are a third apart; single numbers stay single. */
const JOINED = 3;
const SINGLE_UP_TO = 10;

export function distributionOf(
  counts: HistogramCounts,
  sentence: (of: Omit<Distribution, 'sentence'>) => string,
): Distribution {
  const at = (share: number) => quantile(counts, share);
  const found = {
    n: counts.n,
    mean: counts.n === 0 ? null : counts.sum / counts.n,
    min: counts.min,
    p5: at(0.05),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    p99: at(0.99),
    max: counts.max,
    bars: barsOf(counts),
  };
  return { ...found, sentence: sentence(found) };
}

function barsOf({ classes }: HistogramCounts): Distribution['bars'] {
  const bars = new Map<number, { from: number; to: number; n: number }>();
  for (const [index, n] of classes) {
    const end = classEnd(index);
    // The first bar beyond the single numbers begins right after them.
    const [first, last] =
      end <= SINGLE_UP_TO
        ? [index, index]
        : [index - (index % JOINED), index - (index % JOINED) + JOINED - 1];
    const from = end <= SINGLE_UP_TO ? end : Math.max(SINGLE_UP_TO, classEnd(first - 1)) + 1;
    const bar = bars.get(from);
    if (bar) bar.n += n;
    else bars.set(from, { from, to: Math.max(from, classEnd(last)), n });
  }
  return [...bars.values()].sort((a, b) => a.from - b.from);
}

/** What each rate of feedback is a share of. */
export function feedbackRates(row: ArrayLike<number>): FeedbackRates {
  const of = (name: ColumnName, n: number): Rate => rate(cell(row, name), n);
  const known = cell(row, 'fate_known');
  return {
    thumbs_down: of('thumbs_down', cell(row, 'thumbed')),
    edited: of('edited', known),
    regenerated: of('regenerated', cell(row, 'answers')),
    sent_unmodified: of('sent_unmodified', known),
  };
}

export function answerRates(row: ArrayLike<number>): Record<AnswerCode, Rate> {
  const of = (code: AnswerCode): Rate => rate(cell(row, code), cell(row, 'answers'));
  return {
    empty: of('empty'),
    truncated: of('truncated'),
    model_leak: of('model_leak'),
    exact_duplicate_answer: of('exact_duplicate_answer'),
    near_duplicate: of('near_duplicate'),
  };
}
