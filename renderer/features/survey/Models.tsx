import { type ModelRow, RATE_NAMES, type SurveyReport } from '../../../shared/survey/schema.ts';
import { percent } from '../../../shared/survey/words.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { RateCell } from './RateCell.tsx';
import classes from './Survey.module.css';
import { modelName, RATE_TITLES } from './words.ts';

const COLUMNS: readonly Column<ModelRow>[] = [
  { key: 'model', title: 'Model', cell: ({ model, rest }) => modelName(model, rest) },
  { key: 'answers', title: 'Answers', number: true, cell: ({ answers }) => count(answers) },
  {
    key: 'share',
    title: 'Share',
    number: true,
    cell: ({ share }) => <span className={classes.rate}>{percent(share)}</span>,
  },
  {
    key: 'truncated',
    title: 'Cut off',
    number: true,
    cell: ({ findings }) => <RateCell rate={findings.truncated} />,
  },
  {
    key: 'leak',
    title: 'Claims another model',
    number: true,
    cell: ({ findings }) => <RateCell rate={findings.model_leak} />,
  },
];

/** Rates of feedback are columns only where any model has some. */
function columnsFor(rows: readonly ModelRow[]): Column<ModelRow>[] {
  const told = RATE_NAMES.filter((name) => rows.some(({ feedback }) => feedback[name].k > 0));
  return [
    ...COLUMNS,
    ...told.map((name) => ({
      key: name,
      title: RATE_TITLES[name],
      number: true,
      cell: ({ feedback }: ModelRow) => <RateCell rate={feedback[name]} />,
    })),
  ];
}

/** Which models answered, and how their answers fare. */
export function Models({ models: { rows } }: Pick<SurveyReport, 'models'>) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      label="Models"
      columns={columnsFor(rows)}
      rows={rows}
      rowKey={({ model, rest }) => `${rest}${model}`}
    />
  );
}
