import { NORMAL_975 } from './distributions.ts';
import { type Interval, noValue, type Statistic } from './statistic.ts';

/**
 * A share of so many trials with Wilson's 95 % score interval, which stays within 0 and 1 and does not shrink to a point
 * at the ends. `too_few_ratings` where there are no trials.
 *
 * Source: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the
 * American Statistical Association 22, 209-212.
 */
export function proportion(successes: number, trials: number): Statistic {
  if (trials <= 0) return noValue('too_few_ratings');
  const share = successes / trials;
  const z2 = NORMAL_975 ** 2;
  const center = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (NORMAL_975 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2));
  return {
    value: share,
    ci: [successes <= 0 ? 0 : center - half, successes >= trials ? 1 : center + half],
  };
}

/**
 * The difference of two independent shares, the second less the first, with Newcombe's 95 % interval from the two Wilson
 * intervals. `too_few_ratings` where one has no trials.
 *
 * Source: Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in
 * Medicine 17, 873-890, method 10.
 */
export function differenceOfProportions(
  first: { successes: number; trials: number },
  second: { successes: number; trials: number },
): Statistic {
  const [one, two] = [first, second].map(({ successes, trials }) => proportion(successes, trials));
  if (!one || !two || one.value === null || two.value === null || !one.ci || !two.ci)
    return noValue('too_few_ratings');
  const value = two.value - one.value;
  const ci: Interval = [
    value - Math.hypot(two.value - two.ci[0], one.ci[1] - one.value),
    value + Math.hypot(two.ci[1] - two.value, one.value - one.ci[0]),
  ];
  return { value, ci };
}
