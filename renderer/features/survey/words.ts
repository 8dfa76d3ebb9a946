import type { Rate } from '../../../shared/survey/wilson.ts';
import { textNow } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { decimal } from '../../ui/format.ts';

/** A model as it is called on the page. */
export function modelName(model: string | null, rest = false): string {
  const t = textNow(surveyText);
  return model ?? (rest ? t.otherModels : t.noModel);
}

/** 0.0312 as "3.1 %", 0.31 as "31 %". What is not quite nothing or all is never rounded to it. */
export function percent(share: number): string {
  const t = textNow(surveyText);
  if (share > 0 && share < 0.001) return t.under(decimal(0.1, 1));
  if (share < 1 && share > 0.999) return t.over(decimal(99.9, 1));
  const digits = (share > 0 && share < 0.1) || (share > 0.99 && share < 1) ? 1 : 0;
  return `${decimal(share * 100, digits)} %`;
}

/** "2.8 to 3.4 %". */
export const intervalText = ([low, high]: readonly [number, number]): string =>
  textNow(surveyText).interval(decimal(low * 100, 1), decimal(high * 100, 1));

/** "12.1 % (10.9 to 13.4 %)", or a dash where there is nothing to count. */
export const rateCell = ({ value, ci }: Rate): string =>
  value === null || ci === null ? '–' : textNow(surveyText).rate(percent(value), intervalText(ci));
