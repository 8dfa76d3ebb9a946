import type { AgreementReport, DimensionReport } from '../../shared/agreement/index.ts';
import { percent } from '../../shared/agreement/words.ts';
import { interval, right } from './agreement-cells.ts';
import { contentInWords, modelsInWords, ratersInWords, versionsInWords } from './agreement-details.ts';
import { type Column, table } from './table.ts';
import { decimals, grouped, styled, wrapped } from './text.ts';

const COLUMNS: readonly Column[] = [
  { title: 'level' },
  right('alpha'),
  { title: '95 % interval' },
  right('pairs agree'),
  right('units'),
  right('raters'),
  right('ratings'),
];

function cells({ level, headline, percent_agreement, units, raters, ratings }: DimensionReport): string[] {
  return [
    level,
    headline.value === null ? 'undefined' : decimals(headline.value),
    interval(headline.ci),
    percent_agreement.value === null ? '' : percent(percent_agreement.value),
    grouped(units),
    grouped(raters),
    grouped(ratings),
  ];
}

/** The agreement of a project: a table of its dimensions, what it says in words, and what there is to know of raters, content and models. */
export function projectReportInWords(report: AgreementReport): string {
  const { rubric, versions, dimensions, comparisons, ssa, reproduction } = report;
  const rows = dimensions.flatMap(({ dimension, slices, ...own }) => [
    [dimension, ...cells(own)],
    ...(slices ?? []).map(({ key, ...slice }) => [`  ${key}`, ...cells(slice)]),
  ]);
  return [
    `Krippendorff's alpha at each dimension's own level, rubric ${rubric}`,
    ...(versions && versions.length > 1
      ? [`ratings under ${versions.map((one) => `${one.rubric} (${grouped(one.ratings)})`).join(', ')}`]
      : []),
    '',
    table([{ title: 'dimension' }, ...COLUMNS], rows),
    ...(ssa && ssa.value !== null
      ? [
          '',
          wrapped(
            `SSA ${percent(ssa.value)}${ssa.ci ? ` (95 % interval ${percent(ssa.ci[0])} to ${percent(ssa.ci[1])})` : ''}: sensible ${percent(ssa.sensibleness)}, specific ${percent(ssa.specificity)}, over ${grouped(ssa.items)} answers`,
          ),
        ]
      : []),
    ...dimensions.flatMap((part) => [
      '',
      styled('bold', part.dimension),
      wrapped(part.headline.reading, '  '),
      ...part.notes.map((note) => wrapped(note, '  ')),
      ...ratersInWords(part, report.raters ?? []),
      ...contentInWords(part),
      ...versionsInWords(part),
      ...modelsInWords(part),
    ]),
    ...(comparisons ? ['', styled('bold', 'comparisons'), wrapped(comparisons.sentence, '  ')] : []),
    ...(reproduction
      ? [
          '',
          wrapped(
            `Counted from ${grouped(reproduction.ratings)} ratings with the digest ${reproduction.digest}`,
          ),
        ]
      : []),
  ].join('\n');
}
