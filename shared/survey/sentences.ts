import type { AnswerCode } from './codes.ts';
import type { Distribution, FeedbackRates, ModelRow, SurveyReport, ValueCounts } from './schema.ts';
import type { Rate } from './wilson.ts';
import { beginning, counted, listed, number, percent, rateText } from './words.ts';

/** What each section of a report says, in words: one sentence that reads its figure. */

export const wholeSentence = (conversations: number, messages: number, answers: number): string =>
  conversations === 0
    ? 'No conversations came in.'
    : `${counted(conversations, 'conversation')} with ${counted(messages, 'message')}, ${number(answers)} of them answers.`;

export function rolesSentence(counts: SurveyReport['roles']['counts']): string {
  const some = counts.filter(({ n }) => n > 0);
  if (some.length === 0) return 'There are no messages.';
  return `Of the messages, ${listed(some.map(({ role, share }) => `${percent(share)} are from ${NAMES[role]}`))}.`;
}
const NAMES: Readonly<Record<SurveyReport['roles']['counts'][number]['role'], string>> = {
  system: 'the system',
  developer: 'the developer',
  user: 'users',
  assistant: 'the assistant',
  tool: 'tools',
};

export function turnsSentence({ n, median, p95, max }: Omit<Distribution, 'sentence'>): string {
  if (n === 0 || median === null || p95 === null || max === null) return 'There are no conversations.';
  return `Half of the conversations have ${counted(median, 'turn')} or fewer, one in twenty more than ${number(p95)}; the longest has ${number(max)}.`;
}

/** The sentence of lengths of `noun`: "answers". */
export const lengthsSentence =
  (noun: string) =>
  ({ n, p25, median, p75, max }: Omit<Distribution, 'sentence'>): string => {
    if (n === 0 || p25 === null || median === null || p75 === null || max === null)
      return `There are no ${noun}.`;
    return `Half of the ${noun} have ${number(p25)} to ${counted(p75, 'character')}, the middle one about ${number(median)}; the longest has ${number(max)}.`;
  };

const leading = ({ top }: ValueCounts, most = 3): string =>
  listed(top.slice(0, most).map(({ value, share }) => `${value} (${percent(share)})`));

export function languagesSentence(given: ValueCounts, detected: ValueCounts, disagreement: Rate): string {
  const parts: string[] = [];
  if (given.top.length > 0) parts.push(`The source says the language: ${leading(given)}.`);
  if (given.absent > 0)
    parts.push(
      `${counted(given.absent, 'conversation')} ${given.top.length > 0 ? 'more ' : ''}came without; ` +
        `${detected.top.length > 0 ? `detected: ${leading(detected)}` : 'none could be told'}.`,
    );
  if (disagreement.value !== null)
    parts.push(
      `Where both are known (${counted(disagreement.n, 'conversation')} checked), they differ in ${rateText(disagreement)}.`,
    );
  return parts.join(' ') || 'No languages are known.';
}

export function modelsSentence(rows: readonly ModelRow[]): string {
  const named = rows.filter(({ model }) => model !== null);
  const unnamed = rows.find(({ model, rest }) => model === null && !rest);
  if (named.length === 0) return 'The log does not say which model answered.';
  const first = named.slice(0, 3).map(({ model, share }) => `${model} (${percent(share)})`);
  const without = unnamed ? `; ${percent(unnamed.share)} of the answers name none` : '';
  return `Answers come from ${counted(named.length, 'model')}${rows.some(({ rest }) => rest) ? ' and others' : ''}: ${listed(first)}${named.length > 3 ? ' lead' : ''}${without}.`;
}

export function timeSentence({
  first,
  last,
  unit,
  buckets,
  undated,
}: Omit<SurveyReport['time'], 'sentence'>): string {
  if (first === null || last === null) return 'The log gives no times.';
  const most = buckets.reduce((best, each) => (each.conversations > best.conversations ? each : best));
  const without = undated > 0 ? ` ${counted(undated, 'conversation')} came without a time.` : '';
  return `From ${first.slice(0, 10)} to ${last.slice(0, 10)}; the fullest ${unit}, ${most.from}, has ${counted(most.conversations, 'conversation')}.${without}`;
}

export function feedbackSentence(answers: Rate, all: FeedbackRates): string {
  if (answers.k === 0) return 'No answer came with feedback of a user.';
  const { thumbs_down: down, edited, sent_unmodified: sent, regenerated } = all;
  const parts = [
    ...(down.n > 0 ? [`${rateText(down)} of those with a thumb have it down`] : []),
    ...(sent.n > 0 && (sent.k > 0 || edited.k > 0)
      ? [`${rateText(sent)} were sent unmodified and ${rateText(edited)} edited`]
      : []),
    ...(regenerated.k > 0 ? [`${rateText(regenerated)} of all were asked for again`] : []),
  ];
  const rest = parts.length > 0 ? `: ${parts.join('; ')}` : '';
  return beginning(
    `${percent(answers.value ?? 0)} of the answers have feedback${rest}. In brackets: 95 % intervals.`,
  );
}

/** What a share of answers is: "3.1 % (2.8 to 3.4 %) of the answers are empty." */
const FOUND: Readonly<Record<AnswerCode, readonly [none: string, some: string]>> = {
  empty: ['No answer is empty.', 'are empty'],
  truncated: ['No answer seems cut off.', 'are cut off'],
  model_leak: ['No answer says it is a model of another maker.', "say they are another maker's model"],
  exact_duplicate_answer: [
    'No two answers are the same.',
    'are the same, character for character, as one before',
  ],
  near_duplicate: ['No two answers are nearly the same.', 'are nearly the same as one before'],
};

export function findingSentence(code: AnswerCode, found: Rate): string {
  const [none, some] = FOUND[code];
  return found.k === 0 ? none : beginning(`${rateText(found)} of the answers ${some}.`);
}

export const candidatesSentence = (conversations: number, answers: number): string =>
  conversations === 0
    ? 'No context has several answers to compare.'
    : `${counted(conversations, 'context')} ${conversations === 1 ? 'has' : 'have'} several answers, ${number(answers)} in all, that can be compared.`;
