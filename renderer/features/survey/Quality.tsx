import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import classes from './Survey.module.css';
import { CUT_TITLES, FINDING_TITLES, rateCell } from './words.ts';

type Finding = SurveyReport['quality']['findings'][number];

const entriesOf = (signs: SurveyReport['quality']['cut_signs']): string =>
  (['finish_reason', 'open_code_block', 'mid_sentence'] as const)
    .filter((sign) => signs[sign] > 0)
    .map((sign) => `${CUT_TITLES[sign]} (${count(signs[sign])})`)
    .join('; ');

/** What is wrong with answers: how many, with intervals, and what showed it. */
export function Quality({ quality }: Pick<SurveyReport, 'quality'>) {
  const behind: Partial<Record<Finding['code'], string>> = {
    truncated: entriesOf(quality.cut_signs),
    model_leak: quality.leaked.map(({ value, n }) => `${value} (${count(n)})`).join(', '),
  };
  const columns: readonly Column<Finding>[] = [
    {
      key: 'code',
      title: 'Finding',
      cell: ({ code }) => (
        <>
          {FINDING_TITLES[code]}
          {behind[code] ? <span className={classes.behind}>{behind[code]}</span> : null}
        </>
      ),
    },
    { key: 'k', title: 'Answers', number: true, cell: ({ rate }) => count(rate.k) },
    { key: 'n', title: 'Of', number: true, cell: ({ rate }) => count(rate.n) },
    { key: 'rate', title: 'Share (95 % interval)', number: true, cell: ({ rate }) => rateCell(rate) },
  ];
  return (
    <DataTable
      label="What is wrong with answers"
      columns={columns}
      rows={quality.findings}
      rowKey={({ code }) => code}
    />
  );
}
