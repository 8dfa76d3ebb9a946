import type { Feedback } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { readFeedback } from './feedback.ts';

/** Names of scores in which a user of the product says good or bad, without case, spaces and punctuation. */
const THUMBS =
  /^(?:user)?(?:thumbs?|thumbsupdown|feedback|userfeedback|rating|vote|likes?|liked|isliked|likedislike)$|^user(?:score|reaction|satisfaction|helpful(?:ness)?)$/;
const STARS = /^(?:user)?(?:stars?|starrating|rating|satisfaction|csat)$/;
const COMMENT = /^(?:user)?(?:comments?|feedback(?:text|comment)|usercomment|userfeedbackcomment)$/;
const UP_ONLY = /^(?:user)?thumbs?up$/;
const DOWN_ONLY = /^(?:user)?(?:thumbs?down|dislikes?|disliked)$/;

const WORDS: Readonly<Record<string, -1 | 1>> = {
  up: 1,
  thumbsup: 1,
  thumbup: 1,
  positive: 1,
  good: 1,
  like: 1,
  liked: 1,
  helpful: 1,
  yes: 1,
  true: 1,
  '👍': 1,
  down: -1,
  thumbsdown: -1,
  thumbdown: -1,
  negative: -1,
  bad: -1,
  dislike: -1,
  disliked: -1,
  unhelpful: -1,
  nothelpful: -1,
  no: -1,
  false: -1,
  '👎': -1,
};

const bare = (name: string): string => name.toLowerCase().replace(/[\s_.:/-]+/g, '');

const explicit = (signal: Feedback['signal'], value: number | null, comment: string | null): Feedback => ({
  kind: 'explicit',
  signal,
  value,
  text: null,
  comment,
});

/** A comment by a person. */
export const commentFeedback = (comment: string): Feedback => explicit('comment', null, comment);

const NUMBER = /^[+-]?\d{1,9}(?:\.\d{1,9})?$/;

/** -1 or 1, or null where the value is not clearly good or bad. Zero is the bad one of the pair 0 and 1. */
function thumbOf(value: unknown): -1 | 1 | null {
  if (value === true || value === 1) return 1;
  if (value === false || value === 0 || value === -1) return -1;
  if (typeof value !== 'string') return null;
  // Its sign and its point are not the marks between words.
  if (NUMBER.test(value.trim())) return thumbOf(Number(value));
  const word = bare(value);
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}

function starsOf(value: unknown): number | null {
  const stars = typeof value === 'string' && /^[1-5]$/.test(value.trim()) ? Number(value) : value;
  return typeof stars === 'number' && Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : null;
}

/**
 * The feedback that a named score is, or null where its name does not say that a user gave it, or its value does not say
 * what. The name of a rating alone does not tell one star from a thumb up: 1 under such a name is left where it was.
 */
export function feedbackOf(name: string, value: unknown, comment: string | null = null): Feedback | null {
  const known = bare(name);
  if (COMMENT.test(known)) return typeof value === 'string' && value !== '' ? commentFeedback(value) : null;
  if (UP_ONLY.test(known) || DOWN_ONLY.test(known)) {
    const given = thumbOf(value) === 1;
    return given ? explicit('thumb', UP_ONLY.test(known) ? 1 : -1, comment) : null;
  }
  const isThumb = THUMBS.test(known);
  const stars = STARS.test(known) ? starsOf(value) : null;
  if (stars !== null && (!isThumb || stars > 1)) return explicit('stars', stars, comment);
  if (isThumb && stars === null) {
    const thumb = thumbOf(value);
    if (thumb !== null) return explicit('thumb', thumb, comment);
  }
  return isThumb && comment !== null && comment !== '' && value === null ? commentFeedback(comment) : null;
}

/** Names of the value within a field that is feedback already, and the name each is read as. */
const VALUES: Readonly<Record<string, string>> = {
  rating: 'rating',
  stars: 'stars',
  thumb: 'thumb',
  thumbs: 'thumb',
  thumbs_up: 'thumb',
  vote: 'vote',
  value: 'feedback',
  score: 'feedback',
  sentiment: 'feedback',
  feedback: 'feedback',
};
const COMMENTS = ['comment', 'text', 'reason', 'explanation', 'note'];

/**
 * The feedback in a field such as `feedback` or `user_feedback` of a log, which programs write as they like: a bare
 * value, an object with a value and a comment, or entries in the native form. Empty where nothing in it is clear.
 */
export function looseFeedback(value: unknown): Feedback[] {
  if (Array.isArray(value)) return value.flatMap(looseFeedback);
  if (!isObject(value)) {
    const one = feedbackOf('feedback', value);
    return one ? [one] : [];
  }
  if (value.kind === 'explicit' || value.kind === 'implicit') return readFeedback([value], '$.feedback', {});
  const comment = firstText(value, COMMENTS);
  for (const [name, readAs] of Object.entries(VALUES)) {
    const given = value[name];
    const read = given === undefined || given === null ? null : feedbackOf(readAs, given, comment);
    if (read) return [read];
  }
  return comment === null ? [] : [commentFeedback(comment)];
}

function firstText(value: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOr(value[name]);
    if (text !== null && text !== '') return text;
  }
  return null;
}
