import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { PairCount, SamplePlan } from '../../../shared/contract/sampling.ts';
import { count, plural } from '../../ui/format.ts';

/** 0.0975 as "±9.8 points". */
export const points = (width: number | null): string =>
  width === null ? '' : `±${(100 * width).toFixed(1)} points`;

/** How well a rate would be known. */
function intervalSentence({ half_width, rate, half_width_at_rate }: SamplePlan): string {
  if (half_width === null) return '';
  if (half_width === 0) return 'All of them are drawn: a rate would be known exactly.';
  const at =
    rate === null
      ? ''
      : `, to ${points(half_width_at_rate)} where it is ${Number((100 * rate).toFixed(3))}\u00a0%`;
  return `A rate over all of them would be known to ${points(half_width)} at worst${at} (95\u00a0%).`;
}

/** What the planned draw means, a sentence each; the most important first. Warnings are told apart. */
export function planGuidance(plan: SamplePlan): string[] {
  const { rated, sampled } = plan.left_out;
  return [
    intervalSentence(plan),
    rated > 0 ? `${plural(rated, 'answer')} passed over, since they have been rated.` : '',
    sampled > 0 ? `${plural(sampled, 'answer')} passed over, since a sample holds them.` : '',
  ].filter(Boolean);
}

/** What the planned assignment means, a sentence each. */
export function assignmentGuidance(items: number, raters: number, overlap: number): string[] {
  if (!Number.isInteger(overlap) || overlap < 1) return [];
  if (raters === 0) return ['Name the raters first; new names are added to the project.'];
  if (overlap > raters)
    return [
      `${overlap} raters on each item need at least ${overlap} names; there ${raters === 1 ? 'is 1' : `are ${raters}`}.`,
    ];
  const total = items * overlap;
  const sentences = [
    `${count(items)} items × ${overlap} = ${count(total)} ratings, about ${count(
      Math.ceil(total / raters),
    )} for each rater.`,
  ];
  if (overlap === 1)
    sentences.push('With one rater on each item there is no agreement to measure. Two or three are usual.');
  else {
    const pairs = (raters * (raters - 1)) / 2;
    const shared = Math.floor((items * overlap * (overlap - 1)) / 2 / pairs);
    sentences.push(
      shared < 30
        ? `Each two raters share about ${shared} items: few for a coefficient. Fewer raters, more overlap or a larger sample would help.`
        : `Each two raters share about ${count(shared)} items.`,
    );
  }
  return sentences;
}

/** How far raters can be compared. */
export function pairSentence(pairs: readonly PairCount[]): string {
  const [fewest] = pairs;
  const most = pairs.at(-1);
  if (!fewest || !most) return 'One rater shares no items with another: there is no agreement to measure.';
  if (fewest.items === most.items) return `Each two raters share ${plural(fewest.items, 'item')}.`;
  return `Each two raters share ${count(fewest.items)} to ${plural(most.items, 'item')}; fewest ${fewest.raters.join(' and ')}.`;
}

/** What was handed on, and what could not be. */
export function handedOnSentence(rater: string, done: OutputOf<'assign.replace'>): string {
  const shares = Object.entries(done.per_rater).map(([name, items]) => `${name} ${count(items)}`);
  const left =
    done.unplaced > 0
      ? ` ${plural(done.unplaced, 'item')} could not be handed on: everyone named has them already.`
      : '';
  return `${plural(done.assignments, 'open item')} of ${rater} handed on: ${shares.join(', ')}.${left}`;
}
