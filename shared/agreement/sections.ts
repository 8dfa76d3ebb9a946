import type { MarkedAnswer, SpanMark } from './unitizing.ts';

/** A stretch of an answer that one rater took as one: marked with a value, or a gap between marks (the empty value). */
interface Section {
  start: number;
  end: number;
  value: string;
}

export const GAP = '';

/** Lengths that an answer adds to the coincidences of unitizing; in UTF-16 code units, over its number of raters less 1. */
export interface AnswerLengths {
  /** Its length times its raters: all of its coincidences. */
  total: number;
  /** Of these, where two raters have the same value. */
  same: number;
  /** By value: the length that raters gave it, and what its sections would add paired with themselves. */
  values: Map<string, { length: number; self: number }>;
}

/** What each mark counts as: its label, or one and the same for all; null is taken for unmarked. */
export type ValueOfMark = (label: string) => string | null;

export function lengthsOf({ length, marks }: MarkedAnswer, markValue: ValueOfMark): AnswerLengths {
  const lengths: AnswerLengths = { total: length * marks.length, same: 0, values: new Map() };
  const cut = marks.map(({ spans }) => partition(spans, length, markValue));
  for (const sections of cut) {
    for (const { start, end, value } of sections) {
      const known = lengths.values.get(value) ?? { length: 0, self: 0 };
      const size = end - start;
      known.length += size;
      known.self += value === GAP ? size : size ** 2;
      lengths.values.set(value, known);
    }
  }
  const at = new Int32Array(cut.length);
  for (let from = 0; from < length; ) {
    let end = length;
    for (const [rater, sections] of cut.entries())
      end = Math.min(end, sections[at[rater] ?? 0]?.end ?? length);
    let pairs = 0;
    for (let i = 0; i < cut.length; i++) {
      const value = cut[i]?.[at[i] ?? 0]?.value;
      for (let j = 0; j < i; j++) if (cut[j]?.[at[j] ?? 0]?.value === value) pairs++;
    }
    lengths.same += (2 * pairs * (end - from)) / (marks.length - 1);
    for (const [rater, sections] of cut.entries())
      if (sections[at[rater] ?? 0]?.end === end) at[rater] = (at[rater] ?? 0) + 1;
    from = end;
  }
  return lengths;
}

/** The whole answer in sections, in order. Spans that overlap are cut at each other's ends; what they share has both values. */
function partition(spans: readonly SpanMark[], length: number, markValue: ValueOfMark): Section[] {
  if (spans.length === 0) return [{ start: 0, end: length, value: GAP }];
  const marked = spans
    .flatMap(({ start, end, label }) => {
      const value = markValue(label);
      return value === null ? [] : [{ start: Math.max(0, start), end: Math.min(length, end), value }];
    })
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const apart = marked.every(({ start }, i) => start >= (marked[i - 1]?.end ?? 0));
  const sections: Section[] = [];
  let from = 0;
  for (const section of apart ? marked : cutAtEnds(marked)) {
    if (section.start > from) sections.push({ start: from, end: section.start, value: GAP });
    sections.push(section);
    from = section.end;
  }
  if (from < length) sections.push({ start: from, end: length, value: GAP });
  return sections;
}

function cutAtEnds(marked: readonly Section[]): Section[] {
  const cuts = [...new Set(marked.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i] ?? 0;
    const values = marked.filter((one) => one.start <= start && one.end >= end).map(({ value }) => value);
    return values.length === 0 ? [] : [{ start, end, value: [...new Set(values)].sort().join(' + ') }];
  });
}
