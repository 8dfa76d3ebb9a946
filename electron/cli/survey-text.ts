import {
  type FeedbackRates,
  RATE_NAMES,
  type RateName,
  type SurveyReport,
  type ValueCounts,
} from '../../shared/survey/schema.ts';

import { percent, rateText } from '../../shared/survey/words.ts';
import { type Column, table } from './table.ts';
import { grouped, styled, wrapped } from './text.ts';

const right = (title: string): Column => ({ title, align: 'right' });

const RATES: Readonly<Record<RateName, string>> = {
  thumbs_down: 'thumbs down',
  edited: 'edited',
  regenerated: 'regenerated',
  sent_unmodified: 'sent unmodified',
};

/** A survey for a terminal: warnings first, then a paragraph and, where it helps, a table for each section. */
export function surveyInWords(report: SurveyReport): string {
  return [
    wrapped(report.sentence),
    ...report.warnings.map(({ level, sentence }) =>
      styled(level === 'attention' ? 'yellow' : 'dim', wrapped(`! ${sentence}`)),
    ),
    ...section('Messages', [report.roles.sentence, report.turns.sentence]),
    ...section('Lengths', [report.answer_lengths.sentence, report.prompt_lengths.sentence]),
    ...section('Languages', [report.languages.sentence]),
    ...section('Models', [report.models.sentence], modelTable(report)),
    ...section('Time', [report.time.sentence]),
    ...section('Feedback', [report.feedback.sentence]),
    ...section(
      'Answers',
      report.quality.findings.map(({ sentence }) => sentence),
    ),
    ...section('Candidates', [report.candidates.sentence]),
    ...valueSection('Use cases', report.use_cases),
    ...report.groups.flatMap(({ name, values }) => valueSection(`Group ${name}`, values)),
  ].join('\n');
}

const section = (title: string, sentences: readonly string[], below?: string): string[] => [
  '',
  styled('bold', title),
  ...sentences.map((sentence) => wrapped(sentence, '  ')),
  ...(below ? ['', below] : []),
];

const rates = (feedback: FeedbackRates): string[] =>
  RATE_NAMES.map((name) => (feedback[name].value === null ? '' : rateText(feedback[name])));

function modelTable({ models: { rows } }: SurveyReport): string {
  return table(
    [
      { title: 'model' },
      right('answers'),
      right('share'),
      ...RATE_NAMES.map((name) => ({ title: RATES[name] })),
      right('cut off'),
    ],
    rows.map(({ model, rest, answers, share, feedback, findings }) => [
      model ?? (rest ? 'all others' : 'not given'),
      grouped(answers),
      percent(share),
      ...rates(feedback),
      percent(findings.truncated.value ?? 0),
    ]),
  );
}

function valueSection(title: string, { top, other, absent }: ValueCounts): string[] {
  if (top.length === 0) return [];
  const rest: [string, number][] = [
    ['other', other],
    ['none', absent],
  ];
  const rows = [
    ...top.map(({ value, n, share }) => [value, grouped(n), percent(share)]),
    ...rest.filter(([, n]) => n > 0).map(([name, n]) => [name, grouped(n), '']),
  ];
  return ['', table([{ title }, right('conversations'), right('share')], rows)];
}
