import type { DimensionReport, ReportedStatistic } from '../../shared/agreement/index.ts';
import { decimal, percent } from '../../shared/agreement/words.ts';
import { interval, right } from './agreement-cells.ts';
import { table } from './table.ts';
import { counted, decimals, grouped, wrapped } from './text.ts';

/** Every statistic that one number or one interval says, by the name it is known by. */
const STATISTICS: readonly [name: string, of: (report: DimensionReport) => ReportedStatistic][] = [
  ["Krippendorff's alpha, nominal", (report) => report.krippendorff_alpha.nominal],
  ["Krippendorff's alpha, ordinal", (report) => report.krippendorff_alpha.ordinal],
  ["Krippendorff's alpha, interval", (report) => report.krippendorff_alpha.interval],
  ["Krippendorff's alpha, ratio", (report) => report.krippendorff_alpha.ratio],
  ["Fleiss' kappa", (report) => report.fleiss_kappa],
  ["Conger's kappa", (report) => report.conger_kappa],
  ['Brennan-Prediger', (report) => report.brennan_prediger],
  ["Gwet's AC1", (report) => report.gwet_ac1],
  ["Gwet's AC2, linear", (report) => report.gwet_ac2.linear],
  ["Gwet's AC2, quadratic", (report) => report.gwet_ac2.quadratic],
  ["Gwet's AC2, ordinal", (report) => report.gwet_ac2.ordinal],
  ['ICC(1,1)', (report) => report.icc.icc1],
  ['ICC(2,1)', (report) => report.icc.icc2_1],
  ['ICC(3,1)', (report) => report.icc.icc3_1],
];

const MOST_PAIRS = 15;

/** The agreement in a matrix: all statistics, and Cohen's kappa of the pairs. */
export function matrixReportInWords(file: string, report: DimensionReport): string {
  const { raters, units, ratings, level, headline, notes, percent_agreement: pairsAgree } = report;
  return [
    `${file}: ${counted(raters, 'rater')}, ${counted(units, 'unit')}, ${counted(ratings, 'rating')}, ${level}`,
    '',
    wrapped(headline.reading),
    '',
    table(
      [{ title: 'statistic' }, right('value'), { title: '95 % interval' }],
      [
        [
          'Percent agreement',
          pairsAgree.value === null
            ? `undefined: ${pairsAgree.reason.replaceAll('_', ' ')}`
            : percent(pairsAgree.value),
          '',
        ],
        ...STATISTICS.map(([name, of]) => [name, ...valueAndInterval(of(report))]),
      ],
    ),
    ...cohenInWords(report),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => wrapped(note))]),
  ].join('\n');
}

const valueAndInterval = (statistic: ReportedStatistic): [value: string, interval: string] =>
  statistic.value === null
    ? [`undefined: ${statistic.reason.replaceAll('_', ' ')}`, '']
    : [decimals(statistic.value), interval(statistic.ci)];

function cohenInWords({ cohen_kappa: pairs }: DimensionReport): string[] {
  if (pairs.length === 0) return [];
  const short = (statistic: ReportedStatistic): string =>
    statistic.value === null ? statistic.reason.replaceAll('_', ' ') : decimal(statistic.value, 3);
  const shown = pairs.slice(0, MOST_PAIRS);
  return [
    '',
    table(
      [{ title: "Cohen's kappa" }, right('units'), right('unweighted'), right('linear'), right('quadratic')],
      shown.map(({ raters, units, unweighted, linear, quadratic }) => [
        raters.join(' and '),
        grouped(units),
        ...[unweighted, linear, quadratic].map(short),
      ]),
    ),
    ...(pairs.length > shown.length
      ? [`and ${counted(pairs.length - shown.length, 'more pair')}; --json has them all`]
      : []),
  ];
}
