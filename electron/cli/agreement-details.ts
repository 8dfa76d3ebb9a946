import type { AgreementReport } from '../../shared/agreement/index.ts';
import { percent } from '../../shared/agreement/words.ts';
import { numberCell, right, shareCell } from './agreement-cells.ts';
import { type Column, table } from './table.ts';
import { counted, decimals, grouped, wrapped } from './text.ts';

type Part = AgreementReport['dimensions'][number];
type Cards = NonNullable<AgreementReport['raters']>;

const INDENT = '  ';
const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${INDENT}${line}`)
    .join('\n');

interface RaterColumn extends Column {
  of: (part: Part, rater: string, cards: Cards) => string;
}

const meanKappa = ({ cohen_kappa: pairs, level, categories }: Part, rater: string): string => {
  const weighting = level === 'nominal' || categories.length < 3 ? 'unweighted' : 'quadratic';
  const own = pairs.flatMap((pair) => (pair.raters.includes(rater) ? (pair[weighting].value ?? []) : []));
  return own.length === 0 ? '–' : decimals(own.reduce((sum, one) => sum + one, 0) / own.length, 2);
};

const named = <Row extends { rater: string }>(
  rows: readonly Row[] | undefined,
  rater: string,
): Row | undefined => rows?.find((row) => row.rater === rater);

const changed = ({ drift }: Part, rater: string): string => {
  const own = named(drift, rater);
  if (!own) return '';
  const found = [
    ['agreement', own.agreement.cusum] as const,
    ...(own.shift ? [['leniency', own.shift.cusum] as const] : []),
  ].flatMap(([of, cusum]) =>
    cusum.value !== null && cusum.changed
      ? `${of} changed after ${grouped(cusum.turn.before)}: ${decimals(cusum.turn.mean_before, 2)} to ${decimals(cusum.turn.mean_after, 2)}`
      : [],
  );
  return found.join('; ');
};

const RATER_COLUMNS: readonly RaterColumn[] = [
  { title: 'rater', of: (_part, rater) => rater },
  {
    ...right('ratings'),
    of: ({ leniency }, rater) => grouped(named(leniency, rater)?.units ?? 0),
  },
  { ...right('kappa, mean'), of: meanKappa },
  {
    ...right('alpha without'),
    of: ({ leave_one_out: without }, rater) => numberCell(named(without, rater)?.krippendorff_alpha),
  },
  { title: 'leniency', of: ({ leniency }, rater) => numberCell(named(leniency, rater)?.shift) },
  { title: 'known answers', of: ({ gold }, rater) => shareCell(named(gold?.raters, rater)?.accuracy) },
  {
    title: 'same again',
    of: ({ intra_rater: own }, rater) => shareCell(named(own?.raters, rater)?.agreement),
  },
  {
    ...right('seconds'),
    of: (_part, rater, cards) => {
      const pace = named(cards, rater)?.pace;
      return pace ? decimals(pace.median / 1000, 1) : '–';
    },
  },
  { title: 'change over time', of: changed },
];

/** The raters on a dimension, a line each; columns that say nothing of anybody are left out. */
export function ratersInWords(part: Part, cards: Cards): string[] {
  if (!part.leniency || part.leniency.length === 0) return [];
  const raters = part.leniency.map(({ rater }) => rater);
  const shown = RATER_COLUMNS.map((column) => ({
    column,
    cells: raters.map((rater) => column.of(part, rater, cards)),
  })).filter(({ cells }) => cells.some((cell) => cell !== '–' && cell !== ''));
  return [
    '',
    indented(
      table(
        shown.map(({ column }) => column),
        raters.map((_, row) => shown.map(({ cells }) => cells[row] ?? '')),
      ),
    ),
  ];
}

/** Agreement on categories, and on marked places. */
export function contentInWords({ multi_label: labels, spans }: Part): string[] {
  return [
    ...(labels
      ? [
          '',
          wrapped(labels.masi.sentence, INDENT),
          indented(
            table(
              [{ title: 'category' }, right('ratings'), { title: 'alpha' }, { title: 'AC1' }],
              labels.labels
                .filter(({ count }) => count > 0)
                .map(({ label, count, alpha, ac1 }) => [
                  label,
                  grouped(count),
                  numberCell(alpha),
                  numberCell(ac1),
                ]),
            ),
          ),
        ]
      : []),
    ...(spans
      ? [
          '',
          wrapped(
            `${counted(spans.spans, 'marked place')} in ${counted(spans.answers, 'answer')}: unitizing alpha ${numberCell(spans.anywhere)} anywhere, ` +
              `${numberCell(spans.labelled)} with labels; F1 ${numberCell(spans.f1.exact)} exact, ${numberCell(spans.f1.overlap)} overlapping, ` +
              `${numberCell(spans.f1.characters)} by characters.`,
            INDENT,
          ),
        ]
      : []),
  ];
}

/** What each version of the rubric changed. */
export function versionsInWords({ rubric_versions: effect }: Part): string[] {
  if (!effect) return [];
  return [
    '',
    indented(
      table(
        [{ title: 'version' }, right('ratings'), { title: 'alpha' }, { title: 'mean' }],
        effect.versions.map(({ version, ratings, alpha, mean }) => [
          version,
          grouped(ratings),
          numberCell(alpha),
          numberCell(mean),
        ]),
      ),
    ),
    ...effect.changes.map(({ from, to, mean }) =>
      wrapped(`From ${from} to ${to} the mean changed by ${numberCell(mean)}.`, INDENT),
    ),
  ];
}

/** Consensus and models beside the majority. */
export function modelsInWords({
  consensus,
  dawid_skene: dawidSkene,
  rating_scale: ratingScale,
}: Part): string[] {
  if (!consensus) return [];
  const { disputed, open, model_agrees: agrees } = consensus;
  const settled =
    `Raters differ on ${counted(disputed, 'answer')}; ${open === 0 ? 'all are settled' : `${grouped(open)} are open`}` +
    `${agrees === null ? '' : `, and the model gives the same value to ${percent(agrees)} of those settled by the ratings`}.`;
  return [
    '',
    wrapped(settled, INDENT),
    ...[dawidSkene, ratingScale].flatMap((model) =>
      model && model.value !== null ? [wrapped(model.sentence, INDENT)] : [],
    ),
  ];
}
