import { CUT_SIGNS } from '../../../shared/survey/codes.ts';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import classes from './Survey.module.css';
import { rateCell } from './words.ts';

type Finding = SurveyReport['quality']['findings'][number];

const entriesOf = (
  signs: SurveyReport['quality']['cut_signs'],
  words: typeof surveyText.en.cutSigns,
): string =>
  CUT_SIGNS.filter((sign) => signs[sign] > 0)
    .map((sign) => words[sign](count(signs[sign])))
    .join('; ');

/** What is wrong with answers: how many, with intervals, and what showed it. */
export function Quality({ quality }: Pick<SurveyReport, 'quality'>) {
  const t = useText(surveyText);
  const behind: Partial<Record<Finding['code'], string>> = {
    truncated: entriesOf(quality.cut_signs, t.cutSigns),
    model_leak: quality.leaked.map(({ value, n }) => t.valueCount(value, count(n))).join(', '),
  };
  const columns: readonly Column<Finding>[] = [
    {
      key: 'code',
      title: t.columns.finding,
      cell: ({ code }) => (
        <>
          {t.findings[code]}
          {behind[code] ? <span className={classes.behind}>{behind[code]}</span> : null}
        </>
      ),
    },
    { key: 'k', title: t.columns.answers, number: true, cell: ({ rate }) => count(rate.k) },
    { key: 'n', title: t.columns.of, number: true, cell: ({ rate }) => count(rate.n) },
    { key: 'rate', title: t.columns.shareInterval, number: true, cell: ({ rate }) => rateCell(rate) },
  ];
  return (
    <DataTable label={t.quality} columns={columns} rows={quality.findings} rowKey={({ code }) => code} />
  );
}
