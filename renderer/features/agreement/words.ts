import type { OptionValue, RubricOption } from '../../../shared/domain/rubric.ts';
import { statistic } from '../../ui/format.ts';
import type { DimensionReport, Figure } from './report.ts';

const UNDEFINED: Readonly<Record<string, string>> = {
  unanimous: 'everyone agreed',
  no_pairs: 'no answer has two ratings',
  one_category: 'only one value to choose',
  too_few_raters: 'needs two raters',
  level: 'does not fit the values',
  incomplete: 'needs every rater on every item',
  too_few_ratings: 'needs more ratings',
};

/** Why a statistic has no value: "undefined: everyone agreed". */
export const undefinedWords = (reason: string | undefined): string => {
  const why = UNDEFINED[reason ?? ''];
  return why === undefined ? 'undefined' : `undefined: ${why}`;
};

/** A coefficient with two decimals and a true minus sign; words where it has no value. */
export const coefficient = ({ value, reason }: Figure): string =>
  value === null ? undefinedWords(reason) : statistic(value);

/** "0.41 to 0.58", or empty where there is no interval. */
export const intervalText = ({ ci }: Figure): string =>
  ci ? ci.map((end) => statistic(end)).join(' to ') : '';

/** "alpha, ordinal": what the headline's number is. */
export const statisticName = ({ headline }: Pick<DimensionReport, 'headline'>): string =>
  `Krippendorff's alpha, ${headline.level}`;

/** "3 Good"; the value alone where its label says nothing more, the label alone where the value is a word. */
export function optionName(
  options: readonly Pick<RubricOption, 'value' | 'label'>[],
  value: OptionValue,
): string {
  const label = options.find((option) => option.value === value)?.label;
  if (label === undefined || label === String(value)) return String(value);
  return typeof value === 'number' ? `${value} ${label}` : label;
}

/** Opening words of an answer, with an ellipsis where they stop in the middle of a sentence. */
export const openingWords = (text: string): string =>
  /[\p{L}\p{N},;:]$/u.test(text.trimEnd()) ? `${text}…` : text;
