import { seededRandom } from '../../shared/sampling/random.ts';
import { writeLines } from './transcripts.ts';

const WORDS =
  'refund order parcel number café naïve e-mail password 退款 问题 データ処理 भाषा the of and it is when refunds ordering x'.split(
    ' ',
  );
const MODELS = ['asst-1', 'asst-2', 'asst-3 large'];
const LANGUAGES = ['en', 'de', 'zh'];
const SIGNALS = [
  { kind: 'explicit', signal: 'thumb', value: -1 },
  { kind: 'explicit', signal: 'thumb', value: 1, comment: 'Thanks' },
  { kind: 'explicit', signal: 'stars', value: 2 },
  { kind: 'implicit', signal: 'regenerated' },
  { kind: 'implicit', signal: 'edited', text: 'better' },
];

/** Native transcripts that differ in all that can be filtered and searched, the same for the same seed. */
export function variedTranscripts(count: number, seed: number): object[] {
  const random = seededRandom(`varied ${seed}`);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[random.below(values.length)];
    if (value === undefined) throw new Error('there is nothing to pick from');
    return value;
  };
  const maybe = <Value>(one: number, value: () => Value): Value | undefined =>
    random.below(one) === 0 ? value() : undefined;
  const text = () => Array.from({ length: 1 + random.below(12) }, () => pick(WORDS)).join(' ');
  const answer = () => ({
    role: 'assistant',
    content: random.below(20) === 0 ? '' : text(),
    model: maybe(6, () => pick(MODELS)),
    feedback: maybe(3, () => Array.from({ length: 1 + random.below(2) }, () => pick(SIGNALS))),
  });
  return Array.from({ length: count }, (_, n) => ({
    id: `v-${seed}-${n}`,
    // Not in the order of the file, and some without.
    created_at:
      random.below(6) === 0
        ? undefined
        : new Date(1_760_000_000_000 + random.below(1000) * 86_400_000).toISOString(),
    model: random.below(8) === 0 ? undefined : pick(MODELS),
    model_version: maybe(3, () => 'v2'),
    language: random.below(5) === 0 ? undefined : pick(LANGUAGES),
    use_case: maybe(2, () => pick(['refund', 'chat'])),
    groups: maybe(2, () => ({ country: pick(['NG', 'DE']), age: String(20 + random.below(40)) })),
    messages: [
      ...(random.below(4) === 0 ? [{ role: 'system', content: 'Be brief.' }] : []),
      ...Array.from({ length: random.below(3) }, () => [{ role: 'user', content: text() }, answer()]).flat(),
      { role: 'user', content: `${text()} ${n}` },
      ...(random.below(3) === 0 ? [] : [answer()]),
    ],
    ...(random.below(6) === 0 ? { candidates: [answer(), answer(), answer()] } : {}),
  }));
}

export const writeVaried = (path: string, count: number, seed: number): string =>
  writeLines(path, variedTranscripts(count, seed));
