import { addRow, cell, emptyRow, type Row } from './answer-row.ts';
import { shownStart, type TimeUnit, unitFor } from './calendar.ts';
import type { ModelRows } from './model-table.ts';
import type { SurveyReport } from './schema.ts';
import { feedbackRates } from './summarise.ts';
import type { SurveyTally } from './tally.ts';

/** Models whose feedback is shown over time. */
const MODELS_OVER_TIME = 5;

/** Rows of answers by the first day of the day, week or month they are shown in, ascending. */
export type RowsByTime = ReadonlyMap<string, Row>;

export const allModels = ({ answers: { models, other } }: SurveyTally): ModelRows[] => [
  ...models,
  ...(other ? [other] : []),
];

/** Everything of a model's answers in one row. */
export function wholeRow({ undated, dated }: ModelRows): Row {
  const whole = emptyRow();
  addRow(whole, undated);
  for (const [, row] of dated) addRow(whole, row);
  return whole;
}

/** By what a tally is shown: days, weeks or months, whichever give a readable number of them. */
export function shownUnit(tally: SurveyTally): TimeUnit {
  const buckets = [
    ...tally.time.conversations.map(([bucket]) => bucket),
    ...allModels(tally).flatMap(({ dated }) => dated.map(([bucket]) => bucket)),
  ];
  if (buckets.length === 0) return 'day';
  const first = buckets.reduce((a, b) => Math.min(a, b));
  const last = buckets.reduce((a, b) => Math.max(a, b));
  return unitFor(tally.time.countedBy, first, last);
}

export function rowsByTime(models: readonly ModelRows[], tally: SurveyTally, unit: TimeUnit): RowsByTime {
  const rows = new Map<string, Row>();
  for (const { dated } of models)
    for (const [bucket, row] of dated) {
      const from = shownStart(tally.time.countedBy, bucket, unit);
      const sum = rows.get(from) ?? emptyRow();
      addRow(sum, row);
      rows.set(from, sum);
    }
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function timeBuckets(
  tally: SurveyTally,
  unit: TimeUnit,
  rows: RowsByTime,
): SurveyReport['time']['buckets'] {
  const conversations = new Map<string, number>();
  for (const [bucket, n] of tally.time.conversations) {
    const from = shownStart(tally.time.countedBy, bucket, unit);
    conversations.set(from, (conversations.get(from) ?? 0) + n);
  }
  return [...new Set([...conversations.keys(), ...rows.keys()])].sort().map((from) => ({
    from,
    conversations: conversations.get(from) ?? 0,
    answers: cell(rows.get(from) ?? emptyRow(), 'answers'),
  }));
}

/** Feedback of the models with most answers, by time. */
export function feedbackByModelAndTime(
  tally: SurveyTally,
  unit: TimeUnit,
): SurveyReport['feedback']['by_model_and_time'] {
  return tally.answers.models.slice(0, MODELS_OVER_TIME).flatMap((rows) =>
    [...rowsByTime([rows], tally, unit)].map(([from, row]) => ({
      model: rows.model,
      rest: false,
      from,
      feedback: feedbackRates(row),
    })),
  );
}
