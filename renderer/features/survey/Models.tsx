import { type ModelRow, RATE_NAMES, type SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { count } from '../../ui/format.ts';
import { RateCell } from './RateCell.tsx';
import classes from './Survey.module.css';
import { modelName, percent } from './words.ts';

type Texts = typeof surveyText.en;

const always = ({ columns }: Texts): readonly Column<ModelRow>[] => [
  { key: 'model', title: columns.model, cell: ({ model, rest }) => modelName(model, rest) },
  { key: 'answers', title: columns.answers, number: true, cell: ({ answers }) => count(answers) },
  {
    key: 'share',
    title: columns.share,
    number: true,
    cell: ({ share }) => <span className={classes.rate}>{percent(share)}</span>,
  },
  {
    key: 'truncated',
    title: columns.truncated,
    number: true,
    cell: ({ findings }) => <RateCell rate={findings.truncated} />,
  },
  {
    key: 'leak',
    title: columns.leak,
    number: true,
    cell: ({ findings }) => <RateCell rate={findings.model_leak} />,
  },
];

/** Rates of feedback are columns only where any model has some. */
function columnsFor(t: Texts, rows: readonly ModelRow[]): Column<ModelRow>[] {
  const told = RATE_NAMES.filter((name) => rows.some(({ feedback }) => feedback[name].k > 0));
  return [
    ...always(t),
    ...told.map((name) => ({
      key: name,
      title: t.rates[name],
      number: true,
      cell: ({ feedback }: ModelRow) => <RateCell rate={feedback[name]} />,
    })),
  ];
}

/** Which models answered, and how their answers fare. */
export function Models({ models: { rows } }: Pick<SurveyReport, 'models'>) {
  const t = useText(surveyText);
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={t.parts.models}
      columns={columnsFor(t, rows)}
      rows={rows}
      rowKey={({ model, rest }) => `${rest}${model}`}
    />
  );
}
