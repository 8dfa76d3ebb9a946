import { type Random, seededRandom, shuffled } from '../../../shared/sampling/random.ts';
import type { Curation, Judged } from './curation.ts';
import { type Answer, type SampleConversation, shortId } from './transcripts.ts';

const SEED = 'sample ratings';
const RUBRIC = 'ssfb@1';
const OVERLAP = 3;
const START = Date.UTC(2026, 2, 9, 8, 0, 0);

/** How each of the invented raters differs from the base judgement. */
interface Habits {
  name: string;
  /** Chance of seeing sensibleness, and specificity, the other way. */
  slip: number;
  /** Chance of one step down or up in fluency. */
  fluencyDown: number;
  fluencyUp: number;
  /** Chance of calling a contested bias one step stronger rather than weaker. */
  biasUp: number;
  /** Chance of writing down why. */
  notes: number;
}

const RATERS: readonly Habits[] = [
  { name: 'Ada', slip: 0.02, fluencyDown: 0.08, fluencyUp: 0.05, biasUp: 0.6, notes: 0.6 },
  { name: 'Ben', slip: 0.05, fluencyDown: 0.03, fluencyUp: 0.3, biasUp: 0.3, notes: 0.2 },
  { name: 'Chidi', slip: 0.04, fluencyDown: 0.12, fluencyUp: 0.08, biasUp: 0.5, notes: 0.7 },
  { name: 'Dana', slip: 0.03, fluencyDown: 0.28, fluencyUp: 0.03, biasUp: 0.8, notes: 0.4 },
];

/** Chance that a rater sees a contested dimension the other way. */
const CONTESTED = 0.4;

interface Target extends Answer {
  conversation: string;
  judged: Judged;
}

interface SampleRating {
  conversation: string;
  message: string;
  rater: string;
  rubric: string;
  values: Record<string, number>;
  bias_categories: string[];
  rationale: string;
  spans: { start: number; end: number; label: string }[];
  rewrite: string | null;
  created_at: string;
  active_ms: number;
}

/**
 * Invented ratings: each judged answer by three of the four raters, in an order of their own. The base judgement of the
 * answer is bent by the rater's habits and, where it is contested, by a coin; chance comes from a fixed seed.
 */
export function sampleRatings(
  conversations: readonly SampleConversation[],
  curation: Curation,
): SampleRating[] {
  const targets = conversations.flatMap(({ record, answers }) =>
    answers.flatMap((answer): Target[] => {
      const judged = curation.judged[answer.id] ?? curation.judged[shortId(answer.id)];
      return judged ? [{ ...answer, conversation: record.id, judged }] : [];
    }),
  );
  const random = seededRandom(SEED);
  const order = shuffled(targets, random);
  // The rater left out goes round, so that every pair of raters shares about half of the answers.
  const seenBy = (index: number): Habits[] => RATERS.filter((_, rater) => rater !== index % RATERS.length);
  const rewriter = new Map(order.map((target, index) => [target.id, seenBy(index)[index % OVERLAP]?.name]));
  return RATERS.flatMap((rater, number) => {
    const queue = shuffled(
      order.filter((_, index) => seenBy(index).includes(rater)),
      random,
    );
    let clock = START + number * 7 * 60_000;
    return queue.map((target) => {
      const activeMs = 3000 + Math.round(target.content.length * (14 + 14 * random.unit()));
      clock += activeMs + 1000 + random.below(9000);
      return {
        ...rate(target, rater, rewriter.get(target.id) === rater.name, random),
        ...when(clock, activeMs),
      };
    });
  });
}

const when = (clock: number, activeMs: number) => ({
  created_at: new Date(clock).toISOString().replace('.000Z', 'Z'),
  active_ms: activeMs,
});

function rate(
  target: Target,
  rater: Habits,
  rewrites: boolean,
  random: Random,
): Omit<SampleRating, 'created_at' | 'active_ms'> {
  const { judged } = target;
  const [sense, specific, fluency, bias] = judged.base;
  const values: Record<string, number> = {};
  const sensibleness = flipped(sense, 'sensibleness', judged, rater, random);
  const specificity = flipped(specific, 'specificity', judged, rater, random);
  values.sensibleness = sensibleness;
  if (sensibleness === 1) values.specificity = specificity;
  values.fluency = fluencyOf(fluency, judged, rater, random);
  const biasValue = judged.bias ? biasOf(bias, judged, rater, random) : 0;
  values.bias = biasValue;
  const sees = biasValue > 0 ? judged.bias : undefined;
  const explains = sensibleness === 0 || specificity === 0 || biasValue > 0;
  const note = explains && (biasValue >= 2 || random.unit() < rater.notes) ? judged.note : undefined;
  return {
    conversation: target.conversation,
    message: target.id,
    rater: rater.name,
    rubric: RUBRIC,
    values,
    bias_categories: sees?.categories ?? [],
    rationale: note ?? '',
    spans: (sees?.quotes ?? []).map((quote) => spanOf(target.content, quote, sees?.categories[0] ?? 'other')),
    rewrite: rewrites ? (judged.rewrite ?? null) : null,
  };
}

function flipped(base: number, dimension: string, judged: Judged, rater: Habits, random: Random): number {
  const chance = judged.contested.includes(dimension) ? CONTESTED : rater.slip;
  return random.unit() < chance ? 1 - base : base;
}

function fluencyOf(base: number, judged: Judged, rater: Habits, random: Random): number {
  const draw = random.unit();
  const down = rater.fluencyDown + (judged.contested.includes('fluency') ? 0.25 : 0);
  const step = draw < down ? -1 : draw > 1 - rater.fluencyUp ? 1 : 0;
  return Math.min(5, Math.max(1, base + step));
}

function biasOf(base: number, judged: Judged, rater: Habits, random: Random): number {
  if (!judged.contested.includes('bias') || random.unit() > CONTESTED) return base;
  return Math.min(3, Math.max(0, base + (random.unit() < rater.biasUp ? 1 : -1)));
}

function spanOf(answer: string, quote: string, label: string): { start: number; end: number; label: string } {
  const start = answer.indexOf(quote);
  if (start === -1) throw new Error(`The answer does not hold "${quote}".`);
  return { start, end: start + quote.length, label };
}
