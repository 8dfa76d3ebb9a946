import type { OutputOf } from '../../shared/contract/commands.ts';
import { table } from './table.ts';
import { counted, grouped } from './text.ts';

type Drawn = OutputOf<'sample.draw'>;
type Plan = OutputOf<'sample.plan'>;
type Check = OutputOf<'sample.verify'>;

/** What is drawn: answers, or comparisons of several. */
export type Kind = 'answer' | 'comparison';

/** What was drawn. */
export const drawInWords = ({ sample, items, population, strata, digest }: Drawn, kind: Kind): string =>
  [
    `Drew ${counted(items, kind)} of ${grouped(population)}.`,
    '',
    table(
      [{ title: 'stratum' }, { title: `${kind}s`, align: 'right' }, { title: 'drawn', align: 'right' }],
      strata.map(({ key, population: there, drawn }) => [key, grouped(there), grouped(drawn)]),
    ),
    '',
    `sample  ${sample}`,
    `digest  ${digest}`,
  ].join('\n');

/** 0.0975 as ±9.8 points. */
const points = (width: number | null): string => (width === null ? 'none' : `±${(100 * width).toFixed(1)}`);

/** What a draw would give. */
export function planInWords(plan: Plan, kind: Kind): string {
  const { population, items, strata, half_width, rate, half_width_at_rate, left_out, warnings } = plan;
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const atRate = rate === null ? [] : [right(`at ${100 * rate} %`)];
  const rows = strata.map((one) => [
    one.key,
    grouped(one.population),
    grouped(one.drawn),
    points(one.half_width),
    ...(rate === null ? [] : [points(one.half_width_at_rate)]),
  ]);
  return [
    `Would draw ${counted(items, kind)} of ${grouped(population)}; nothing was drawn.`,
    ...(half_width === null
      ? []
      : [
          `A rate over all of them would be known to ${points(half_width)} points (95 %, worst case)${
            rate === null ? '' : `, to ${points(half_width_at_rate)} where it is ${100 * rate} %`
          }.`,
        ]),
    ...(left_out.rated > 0 ? [`Passed over, since they have been rated: ${grouped(left_out.rated)}.`] : []),
    ...(left_out.sampled > 0
      ? [`Passed over, since a sample holds them: ${grouped(left_out.sampled)}.`]
      : []),
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
    table([{ title: 'stratum' }, right(`${kind}s`), right('drawn'), right('95 %'), ...atRate], rows),
  ].join('\n');
}

const RESULTS: Readonly<Record<Check['result'], string>> = {
  same: 'same',
  population_changed: 'the population has changed',
  differs: 'differs',
};

/** What drawing again gave. */
export const checkInWords = ({ result, sentence, population, digest, digest_again }: Check): string =>
  [
    `${RESULTS[result]}: ${sentence}`,
    '',
    `at the draw          ${grouped(population.at_draw)}`,
    `now                  ${grouped(population.now)} (${grouped(population.added)} more, ${grouped(population.removed)} fewer)`,
    `digest               ${digest}`,
    ...(digest === digest_again ? [] : [`drawn again          ${digest_again}`]),
  ].join('\n');
