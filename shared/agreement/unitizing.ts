import { tQuantile975 } from './distributions.ts';
import { type AnswerLengths, GAP, lengthsOf, type ValueOfMark } from './sections.ts';
import { estimate, noValue, type Statistic } from './statistic.ts';

/** A stretch of an answer with a label; UTF-16 code units, `end` exclusive. */
export interface SpanMark {
  start: number;
  end: number;
  label: string;
}

/** An answer of so many UTF-16 code units, and what each of its raters marked; no spans is an answer too. */
export interface MarkedAnswer {
  unit: string | number;
  length: number;
  marks: readonly { rater: string; spans: readonly SpanMark[] }[];
}

export interface UnitizingAlpha {
  /** Answers with at least two raters, their characters, and the spans marked in them. */
  answers: number;
  characters: number;
  spans: number;
  /** Where raters marked something, whatever its label. */
  anywhere: Statistic;
  /** Where, and with which label. */
  labelled: Statistic;
  /** Each label by itself, spans of others taken for unmarked text. */
  labels: { label: string; spans: number; alpha: Statistic }[];
}

/**
 * Krippendorff's alpha for unitizing, character by character: the answers are one continuum, which each rater cuts into
 * marked stretches and gaps; coincidences are lengths of intersections, and what is expected by chance leaves out the
 * pairing of a stretch with itself (its length squared; of a gap, each character with itself). Answers may have
 * different raters: each adds its intersections over its number of raters less 1, as in alpha with missing values. Where
 * spans of one rater overlap they are cut at each other's ends, and what they share has both labels as a label of its own.
 *
 * Intervals: linearised over answers, t, upper end at most 1; none for a single answer. `no_pairs` where no answer has two
 * raters, `unanimous` where nobody marked anything or everybody everything.
 *
 * Source: Krippendorff, K. (2019). Content analysis: an introduction to its methodology, 4th ed., sections 12.6.2 to
 * 12.6.4, equations 32 to 35; Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of
 * unitizing textual continua: further developments. Quality & Quantity 50, 2347-2364. It replaces the alpha of Krippendorff
 * (1995, 2004), which misbehaves with more than two raters.
 */
export function unitizingAlpha(answers: readonly MarkedAnswer[]): UnitizingAlpha {
  const paired = answers.filter(({ marks, length }) => marks.length > 1 && length > 0);
  const marked = paired.filter(({ marks }) => marks.some(({ spans }) => spans.length > 0));
  const untouched: Blank = { answers: 0, size: 0, squares: 0 };
  for (const { marks, length } of paired)
    if (marks.every(({ spans }) => spans.length === 0)) addBlank(untouched, length * marks.length);
  const alpha = (markValue: ValueOfMark): Statistic => {
    const rest = { ...untouched };
    const lengths: AnswerLengths[] = [];
    for (const answer of marked) {
      if (answer.marks.some(({ spans }) => spans.some(({ label }) => markValue(label) !== null)))
        lengths.push(lengthsOf(answer, markValue));
      else addBlank(rest, answer.length * answer.marks.length);
    }
    return alphaOf(lengths, rest);
  };
  const counts = new Map<string, number>();
  for (const { marks } of marked)
    for (const { spans } of marks)
      for (const { label } of spans) counts.set(label, (counts.get(label) ?? 0) + 1);
  return {
    answers: paired.length,
    characters: paired.reduce((sum, { length }) => sum + length, 0),
    spans: [...counts.values()].reduce((sum, count) => sum + count, 0),
    anywhere: alpha(() => 'marked'),
    labelled: alpha((label) => label),
    labels: [...counts.keys()].sort().map((label) => ({
      label,
      spans: counts.get(label) ?? 0,
      alpha: alpha((other) => (other === label ? label : null)),
    })),
  };
}

/** Answers in which nobody marked anything: how many, and the sums of their lengths times their raters and of the squares of that. */
interface Blank {
  answers: number;
  size: number;
  squares: number;
}

function addBlank(to: Blank, size: number): void {
  to.answers += 1;
  to.size += size;
  to.squares += size * size;
}

/** An answer in which nobody marked anything, of one character and one rater; any other is a multiple of it. */
const BLANK: AnswerLengths = { total: 1, same: 1, values: new Map([[GAP, { length: 1, self: 1 }]]) };

/** Alpha of answers with marks, and of those without. */
function alphaOf(answers: readonly AnswerLengths[], rest: Blank): Statistic {
  const all: AnswerLengths = { total: 0, same: 0, values: new Map() };
  const take = ({ total, same, values }: AnswerLengths, times = 1): void => {
    all.total += times * total;
    all.same += times * same;
    for (const [value, { length, self }] of values) {
      const known = all.values.get(value) ?? { length: 0, self: 0 };
      all.values.set(value, { length: known.length + times * length, self: known.self + times * self });
    }
  };
  for (const answer of answers) take(answer);
  if (rest.answers > 0) take(BLANK, rest.size);
  if (all.total === 0) return noValue('no_pairs');
  if (all.values.size < 2) return noValue('unanimous');
  const sums = [...all.values.values()];
  // Equation 33: expected coincidences of values with themselves are (length^2 - self) / pairable, summed over values.
  const self = sums.reduce((sum, one) => sum + one.self, 0);
  const pairable = all.total - self / all.total;
  const squares = sums.reduce((sum, { length, self: own }) => sum + length ** 2 - own, 0);
  const observed = all.total - all.same;
  const expected = all.total - squares / pairable;
  const value = 1 - observed / expected;
  const pull = (answer: AnswerLengths): number => {
    let [ownSelf, ownSquares] = [0, 0];
    for (const [key, one] of answer.values) {
      ownSelf += one.self;
      ownSquares += 2 * (all.values.get(key)?.length ?? 0) * one.length - one.self;
    }
    const ownPairable = answer.total - ownSelf / all.total + (self * answer.total) / all.total ** 2;
    const ownExpected = answer.total - ownSquares / pairable + (squares * ownPairable) / pairable ** 2;
    return (observed * ownExpected) / expected ** 2 - (answer.total - answer.same) / expected;
  };
  const own = answers.map(pull);
  const each = pull(BLANK);
  return withInterval(value, {
    n: own.length + rest.answers,
    sum: own.reduce((sum, one) => sum + one, 0) + rest.size * each,
    squares: own.reduce((sum, one) => sum + one ** 2, 0) + rest.squares * each ** 2,
  });
}

/** Standard error from how far each answer pulls the value, and its t interval. */
function withInterval(
  value: number,
  { n, sum, squares }: { n: number; sum: number; squares: number },
): Statistic {
  if (n < 2) return estimate(value);
  const se = Math.sqrt((Math.max(0, squares - sum ** 2 / n) * n) / (n - 1));
  const half = se * tQuantile975(n - 1);
  return estimate(value, se, [value - half, Math.min(1, value + half)]);
}
