import type { OptionValue, RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { textNow } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { percent, statistic } from '../../ui/format.ts';
import type { DimensionReport, Figure } from './report.ts';

/** Why a statistic has no value: "undefined: everyone agreed". */
export function undefinedWords(reason: string | undefined): string {
  const t = textNow(agreementText);
  const why = Object.entries(t.reasons).find(([code]) => code === reason)?.[1];
  return why === undefined ? t.undefined : t.because(t.undefined, why);
}

/** A coefficient with two decimals and a true minus sign; words where it has no value. */
export const coefficient = ({ value, reason }: Figure): string =>
  value === null ? undefinedWords(reason) : statistic(value);

/** "0.41 to 0.58", or empty where there is no interval. */
export const intervalText = ({ ci }: Figure): string =>
  ci ? textNow(agreementText).interval(statistic(ci[0]), statistic(ci[1])) : '';

/** The text with blanks at which no line breaks. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** "0.21 (0.05 to 0.37)", which does not break. */
export function numberWithInterval(figure: Figure): string {
  const interval = intervalText(figure);
  return interval ? unbroken(`${coefficient(figure)} (${interval})`) : coefficient(figure);
}

/** A share as a percentage; words where it has no value. */
export const shareOf = ({ value, reason }: Figure): string =>
  value === null ? undefinedWords(reason) : percent(value);

/** "78 % to 93 %", or empty where there is no interval. */
export const shareInterval = ({ value, ci }: Figure): string =>
  value !== null && ci ? textNow(agreementText).interval(percent(ci[0]), percent(ci[1])) : '';

/** "alpha, ordinal": what the headline's number is. */
export const statisticName = ({ headline }: Pick<DimensionReport, 'headline'>): string =>
  textNow(agreementText).alphaAt(textNow(rubricText).levels[headline.level]);

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
