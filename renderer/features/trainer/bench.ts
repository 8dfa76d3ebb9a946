import { applyAction, EMPTY_RATING, type Rating, type RatingAction } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { dimensionToClear, focusAfterValue } from '../../store/rate/flow.ts';

/** A stretch of the answer in UTF-16 code units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** Everything that is done on the practice bench, by key or by mouse. */
export type Act =
  | { kind: 'value'; dimension: string; value: number }
  | { kind: 'clear' | 'close' | 'label' | 'rationale' | 'mark' | 'submit' | 'skip' | 'undo' | 'redo' }
  | { kind: 'next' | 'previous' | 'word' | 'wordBack' | 'extend' | 'shrink' }
  | { kind: 'jump'; dimension: string }
  | { kind: 'category' | 'reason'; name: string }
  | { kind: 'write'; text: string };

export interface Bench {
  at: number;
  ratings: readonly Rating[];
  dimension: string | null;
  panel: 'categories' | 'rationale' | 'skip' | null;
  selection: Stretch | null;
}

/** What the practice is done on. */
export interface Material {
  rubric: Rubric;
  answers: readonly string[];
}

export const freshBench = ({ rubric, answers }: Material): Bench => ({
  at: 0,
  ratings: answers.map(() => EMPTY_RATING),
  dimension: rubric.dimensions[0]?.id ?? null,
  panel: null,
  selection: null,
});

export const ratingHere = ({ ratings, at }: Bench): Rating => ratings[at] ?? EMPTY_RATING;

const done = (bench: Bench, action: RatingAction): Bench => ({
  ...bench,
  ratings: bench.ratings.with(bench.at, applyAction(ratingHere(bench), action)),
});

function turned({ rubric, answers }: Material, bench: Bench, by: 1 | -1): Bench {
  const at = Math.min(answers.length - 1, Math.max(0, bench.at + by));
  return { ...bench, at, dimension: rubric.dimensions[0]?.id ?? null, panel: null, selection: null };
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const wordsOf = (text: string): Stretch[] =>
  [...words.segment(text)].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );

/** The selection after it was moved by a word, or made longer or shorter by one. */
function selected(
  text: string,
  at: Stretch | null,
  move: 'word' | 'wordBack' | 'extend' | 'shrink',
): Stretch | null {
  const all = wordsOf(text);
  const first = all.findIndex(({ start }) => start === at?.start);
  const last = all.findIndex(({ end }) => end === at?.end);
  const step = (index: number): Stretch | null => all[index] ?? at;
  if (at === null) return all[0] ?? null;
  if (move === 'word') return step(last + 1);
  if (move === 'wordBack') return first > 0 ? step(first - 1) : at;
  const end = all[move === 'extend' ? last + 1 : last - 1]?.end ?? at.end;
  return end > at.start ? { start: at.start, end } : at;
}

/** The bench after an act; undo and redo are the course's. */
export function act(material: Material, bench: Bench, what: Act): Bench {
  const { rubric, answers } = material;
  switch (what.kind) {
    case 'value': {
      const given = done(bench, { kind: 'value', dimension: what.dimension, value: what.value });
      const { dimension, panel } = focusAfterValue(rubric, ratingHere(given), what.dimension);
      return { ...given, dimension, panel: panel === 'categories' ? panel : null };
    }
    case 'clear': {
      const dimension = dimensionToClear(rubric, ratingHere(bench), bench.dimension);
      if (dimension === null) return bench;
      return { ...done(bench, { kind: 'value', dimension, value: null }), dimension };
    }
    case 'jump':
      return { ...bench, dimension: what.dimension, panel: null };
    case 'category': {
      const { categories } = ratingHere(bench);
      const has = categories.includes(what.name);
      const changed = has ? categories.filter((one) => one !== what.name) : [...categories, what.name];
      return done(bench, { kind: 'categories', categories: changed });
    }
    case 'close':
      return { ...bench, panel: null };
    case 'word':
    case 'wordBack':
    case 'extend':
    case 'shrink':
      return { ...bench, selection: selected(answers[bench.at] ?? '', bench.selection, what.kind) };
    case 'label': {
      const { selection } = bench;
      const label = ratingHere(bench).categories[0];
      if (!selection || label === undefined) return bench;
      const spans = [...ratingHere(bench).spans, { ...selection, label }];
      return { ...done(bench, { kind: 'spans', spans }), selection: null };
    }
    case 'rationale':
      return { ...bench, panel: 'rationale' };
    case 'write':
      return done(bench, { kind: 'rationale', text: what.text });
    case 'mark':
      return done(bench, { kind: 'flag', flagged: !ratingHere(bench).flagged, question: '' });
    case 'skip':
      return { ...bench, panel: 'skip' };
    case 'reason':
      return { ...done(bench, { kind: 'skip', reason: what.name }), panel: null };
    case 'submit':
      return turned(material, done(bench, { kind: 'submit' }), 1);
    case 'next':
      return turned(material, bench, 1);
    case 'previous':
      return turned(material, bench, -1);
    case 'undo':
    case 'redo':
      return bench;
  }
}
