import type { StratumCount } from '../../../shared/contract/sampling.ts';
import { count } from '../../ui/format.ts';

/**
 * Half the width of the 95 % interval for a rate near one half, in points (0 to 50), when `drawn` of `population` are
 * drawn at random: 1.96 sqrt(0.25 / n x (N - n) / (N - 1)), the normal approximation with finite population correction.
 */
export function marginOfError(population: number, drawn: number): number | null {
  if (drawn < 1 || population < 2) return null;
  const left = Math.max(0, population - drawn) / (population - 1);
  return 100 * 1.96 * Math.sqrt((0.25 / drawn) * left);
}

/** What the planned draw means, a sentence each; the most important first. */
export function planGuidance(
  plan: { population: number; items: number; strata: readonly StratumCount[] },
  asked: number,
): string[] {
  const { population, items, strata } = plan;
  if (population === 0) return ['No answer matches. Loosen the filter, or import transcripts first.'];
  const sentences: string[] = [];
  if (asked > population)
    sentences.push(`Only ${count(population)} answers match, so all of them are drawn.`);
  else if (items > asked)
    sentences.push(`The minimum for each stratum raises the draw to ${count(items)} items.`);
  const margin = marginOfError(population, items);
  if (margin !== null && margin > 0)
    sentences.push(`A rate measured on this sample is known to within ${margin.toFixed(1)} points (95 %).`);
  const thin = strata.filter(({ drawn, population: there }) => drawn < Math.min(5, there)).length;
  if (strata.length > 1 && thin > 0)
    sentences.push(
      `${count(thin)} of ${count(strata.length)} strata would get fewer than 5 items: too few to compare. ` +
        'Raise the minimum, or stratify by fewer fields.',
    );
  return sentences;
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
