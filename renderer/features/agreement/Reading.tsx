import { bandOf, doubtOf, isMisleading } from '../../../shared/agreement/reading.ts';
import { readingText } from '../../catalogue/agreement-reading.ts';
import { useText } from '../../catalogue/area.ts';
import { percent, statistic } from '../../ui/format.ts';
import type { DimensionReport } from './report.ts';
import { intervalText, undefinedWords } from './words.ts';

type Words = NonNullable<(typeof readingText)['de']>;

/** The reading of a dimension's figures in the words of another language than the report's. */
export function readingIn(
  t: Words,
  { headline, prevalence, percent_agreement: pairs, gwet_ac1: ac1 }: DimensionReport,
): string {
  const { value, ci } = headline;
  if (value === null) return undefinedWords(headline.reason);
  const doubt = doubtOf(value, ci);
  const most = prevalence.reduce((best, one) => (one.count > best.count ? one : best), {
    label: '',
    count: 0,
    share: 0,
  });
  const misleads = pairs.value !== null && isMisleading(value, most.share, pairs.value);
  return [
    t.alpha(statistic(value), intervalText(headline)),
    t.bands[bandOf(value)],
    ...(doubt === 'chance' ? [t.chance] : []),
    ...(doubt === 'lower' && ci ? [t.lower(statistic(ci[0]))] : []),
    ...(misleads ? [t.misleading(percent(most.share), most.label, percent(pairs.value ?? 0))] : []),
    ...(misleads && ac1.value !== null ? [t.fairer(statistic(ac1.value))] : []),
  ].join(' ');
}

/** What a dimension's figures mean, in plain words. */
export function Reading({ report }: { report: DimensionReport }) {
  const t = useText(readingText);
  return t === null ? report.headline.reading : readingIn(t, report);
}
