import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { PairCount, SamplePlan } from '../../../shared/contract/sampling.ts';
import { textNow } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { decimal } from '../../ui/format.ts';

/** 0.0975 as "±9.8 points". */
export const points = (width: number | null): string =>
  width === null ? '' : textNow(sampleText).points(100 * width);

/** 0.125 as "12.5": a rate in percent, with no more decimals than it has. */
export function percentage(rate: number): string {
  const [, decimals = ''] = String(Number((100 * rate).toFixed(3))).split('.');
  return decimal(100 * rate, decimals.length);
}

/** How well a rate would be known. */
function intervalSentence({ half_width, rate, half_width_at_rate }: SamplePlan): string {
  const t = textNow(sampleText);
  if (half_width === null) return '';
  if (half_width === 0) return t.exactly;
  const worst = points(half_width);
  return rate === null ? t.known(worst) : t.knownAt(worst, points(half_width_at_rate), percentage(rate));
}

/** What the planned draw means, a sentence each; the most important first. Warnings are told apart. */
export function planGuidance(plan: SamplePlan, drawn: 'answer' | 'comparison' = 'answer'): string[] {
  const t = textNow(sampleText);
  const { rated, sampled } = plan.left_out;
  return [
    intervalSentence(plan),
    rated > 0 ? t.ratedOut[drawn](rated) : '',
    sampled > 0 ? t.sampledOut[drawn](sampled) : '',
  ].filter(Boolean);
}

/** Items shared by two raters below which a coefficient says little. */
const FEW_SHARED = 30;

/** What the planned assignment means, a sentence each. */
export function assignmentGuidance(items: number, raters: number, overlap: number): string[] {
  const t = textNow(assignText);
  if (!Number.isInteger(overlap) || overlap < 1) return [];
  if (raters === 0) return [t.nameFirst];
  if (overlap > raters) return [t.tooFew(overlap, raters)];
  const work = t.work(items, overlap, Math.ceil((items * overlap) / raters));
  if (overlap === 1) return [work, t.oneEach];
  const pairs = (raters * (raters - 1)) / 2;
  const shared = Math.floor((items * overlap * (overlap - 1)) / 2 / pairs);
  return [work, shared < FEW_SHARED ? t.shareFew(shared) : t.share(shared)];
}

/** How far raters can be compared. */
export function pairSentence(pairs: readonly PairCount[]): string {
  const t = textNow(assignText);
  const [fewest] = pairs;
  const most = pairs.at(-1);
  if (!fewest || !most) return t.pairsNone;
  if (fewest.items === most.items) return t.pairsSame(fewest.items);
  const [one, other] = fewest.raters;
  return t.pairsRange(fewest.items, most.items, one, other);
}

/** What was handed on, and what could not be. */
export function handedOnSentence(rater: string, done: OutputOf<'assign.replace'>): string {
  const t = textNow(assignText);
  const shares = Object.entries(done.per_rater).map(([name, items]) => t.shareOf(name, items));
  return done.unplaced > 0
    ? t.handedOnPartly(done.assignments, rater, shares.join(', '), done.unplaced)
    : t.handedOn(done.assignments, rater, shares.join(', '));
}
