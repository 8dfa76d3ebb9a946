import type { Rating } from '../../../shared/domain/rating.ts';
import {
  type Dimension,
  dimensionLabel,
  optionOf,
  type RatingValue,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import type { exchangeText } from '../../catalogue/exchange.ts';

type Texts = (typeof exchangeText)['en'];

const shown = (dimension: Dimension, value: RatingValue): string =>
  Array.isArray(value) ? value.join(', ') : (optionOf(dimension, value)?.label ?? String(value));

/** "Fluency: Good" for each value that was given, or that could not be. */
const valuesIn = (
  t: Texts,
  rubric: Rubric | undefined,
  { values, cannot, categories, spans }: Rating['candidates'][string],
): string[] => [
  ...(rubric?.dimensions ?? []).flatMap((dimension) => {
    const value = values[dimension.id];
    const label = dimensionLabel(dimension);
    if (cannot[dimension.id] !== undefined) return [`${label}: ${t.cannot}`];
    return value === undefined ? [] : [`${label}: ${shown(dimension, value)}`];
  }),
  ...(categories.length > 0 ? [t.categories(categories.join(', '))] : []),
  ...(spans.length > 0 ? [t.spans(spans.length)] : []),
];

/** All that a rating says, line by line: judgements that differ in any of it are told apart. */
export function saidIn(t: Texts, rubric: Rubric | undefined, rating: Rating): string[] {
  const { preference, candidates, rationale, rewrite, skipReason } = rating;
  return [
    ...(skipReason === null ? [] : [t.skipped(skipReason)]),
    ...(preference ? [t.preferred(preference.choice)] : []),
    ...valuesIn(t, rubric, rating),
    ...Object.entries(candidates).flatMap(([number, candidate]) =>
      valuesIn(t, rubric, candidate).map((line) => `${t.answer(Number(number))} · ${line}`),
    ),
    ...(rationale === '' ? [] : [t.rationale(rationale)]),
    ...(rewrite === null ? [] : [t.rewrite(rewrite)]),
  ];
}
