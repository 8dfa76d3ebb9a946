import type { Feedback } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { objectIn } from './plain.ts';
import { amountOf } from './taken.ts';
import { commentFeedback, feedbackOf } from './user-feedback.ts';

/** More entries than this are not taken apart: the counts stay in the metadata. */
const MOST = 100;

/**
 * What users said, from LangSmith's sums over feedback: `{key: {n, avg, values, comments}}`. Entries are told apart where
 * that is certain: one alone, counted values, or thumbs of 0 and 1 whose mean gives how many of each.
 */
export function statsFeedback(given: unknown): Feedback[] {
  const stats = objectIn(given);
  if (!stats) return [];
  return Object.entries(stats).flatMap(([name, entry]) => {
    if (!isObject(entry)) return one(name, entry, null);
    const comments = commentsOf(entry);
    const counted = isObject(entry.values) ? byValue(name, entry.values) : [];
    const scored = counted.length > 0 ? counted : byMean(name, entry, comments);
    const rest = scored.some(({ comment }) => comment !== null) ? comments.slice(1) : comments;
    const isUsers = scored.length > 0 || feedbackOf(name, 1) !== null || feedbackOf(name, 'x') !== null;
    return [...scored, ...(isUsers ? rest.map(commentFeedback) : [])];
  });
}

const one = (name: string, value: unknown, comment: string | null): Feedback[] => {
  const feedback = feedbackOf(name, value, comment);
  return feedback ? [feedback] : [];
};

const commentsOf = (entry: JsonObject): string[] =>
  (Array.isArray(entry.comments) ? entry.comments : []).filter(
    (comment) => typeof comment === 'string' && comment !== '',
  );

/** Counts of each value, such as `{"positive": 2}`. */
function byValue(name: string, values: JsonObject): Feedback[] {
  return Object.entries(values).flatMap(([value, count]) => {
    const times = amountOf(count);
    return times === null || times > MOST ? [] : repeated(times, one(name, value, null));
  });
}

const repeated = (count: number, entries: Feedback[]): Feedback[] =>
  Array.from({ length: Math.floor(count) }).flatMap(() => entries.map((entry) => ({ ...entry })));

function byMean(name: string, entry: JsonObject, comments: readonly string[]): Feedback[] {
  const count = amountOf(entry.n) ?? 0;
  const mean = typeof entry.avg === 'number' ? entry.avg : Number(textOr(entry.avg) ?? Number.NaN);
  if (count === 1) return one(name, mean, comments[0] ?? null);
  const ups = mean * count;
  const isThumbs = feedbackOf(name, 0)?.signal === 'thumb' && mean >= 0 && mean <= 1;
  if (!isThumbs || count > MOST || Math.abs(ups - Math.round(ups)) > 1e-6) return [];
  const up = Math.round(ups);
  return [...repeated(up, one(name, true, null)), ...repeated(count - up, one(name, false, null))];
}
