import { isObject, type JsonObject } from '../domain/json.ts';
import { NO_WINNER, type NoWinner, STRENGTHS, type Strength } from '../domain/preference.ts';
import type { Rating } from '../domain/rating.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, keep } from './fields.ts';
import {
  type MessageName,
  readCannot,
  readCategories,
  readMessageName,
  readSpans,
  readValues,
} from './native-values.ts';

/** A candidate as a file names it, with what the rater said of it. */
export interface NamedCandidate extends Pick<Rating, 'values' | 'cannot' | 'categories' | 'spans'> {
  message: MessageName;
}

/** What a comparison's rating says, candidates by the names the file gives them. */
export interface NamedComparison {
  /** Null where the file names none: all answers to the context. */
  candidates: NamedCandidate[] | null;
  preference: MessageName | NoWinner;
  strength: Strength | null;
  /** The order in which they were shown, first to last; null where the file does not say. */
  shown: MessageName[] | null;
}

/** Fields that only the rating of a comparison has. */
export const COMPARISON_FIELDS: ReadonlySet<string> = new Set([
  'candidates',
  'preference',
  'strength',
  'shown',
]);

const CANDIDATE_FIELDS = new Set(['message', 'values', 'cannot_judge', 'bias_categories', 'spans']);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** The comparison that a record tells of: one with candidates, or with a preference in place of values; else null. */
export function readComparison(record: JsonObject, extra: JsonObject): NamedComparison | null {
  const { candidates, preference, strength, shown } = record;
  if (!isGiven(candidates) && !(isGiven(preference) && !isGiven(record.values))) return null;
  const named = isGiven(candidates) ? readCandidates(candidates, extra) : null;
  const order = isGiven(shown) ? readOrder(shown) : null;
  if (named && order) refuseOthers(order, named);
  return {
    candidates: named,
    preference: readPreference(preference, named),
    strength: readStrength(strength),
    shown: order,
  };
}

const isNoWinner = (value: unknown): value is NoWinner => NO_WINNER.some((word) => word === value);

function readPreference(
  value: unknown,
  candidates: readonly NamedCandidate[] | null,
): NamedComparison['preference'] {
  if (candidates?.some(({ message }) => message === value)) return readMessageName(value, '$.preference');
  if (isNoWinner(value)) return value;
  if (candidates)
    return wrong('$.preference', 'one of the candidates as they are named, tie or both_bad', value);
  return readMessageName(value, '$.preference');
}

function readStrength(value: unknown): Strength | null {
  if (!isGiven(value)) return null;
  return STRENGTHS.find((strength) => strength === value) ?? wrong('$.strength', '1, 2 or 3', value);
}

function readOrder(value: unknown): MessageName[] {
  if (!Array.isArray(value)) return wrong('$.shown', 'the candidates in the order they were shown', value);
  return value.map((name: unknown, index) => readMessageName(name, `$.shown[${index}]`));
}

function refuseOthers(shown: readonly MessageName[], candidates: readonly NamedCandidate[]): void {
  const names = new Set(candidates.map(({ message }) => message));
  if (
    shown.length !== names.size ||
    new Set(shown).size !== names.size ||
    !shown.every((name) => names.has(name))
  )
    throw new Reject('$.shown', 'It does not name each candidate once.');
}

function readCandidates(value: unknown, extra: JsonObject): NamedCandidate[] {
  if (!Array.isArray(value)) return wrong('$.candidates', 'a list of messages', value);
  const read = value.map((entry: unknown, index) => readCandidate(entry, index, extra));
  if (read.length < 2) throw new Reject('$.candidates', 'It names fewer than two answers to compare.');
  if (new Set(read.map(({ message }) => message)).size < read.length)
    throw new Reject('$.candidates', 'It names the same answer twice.');
  return read;
}

function readCandidate(entry: unknown, index: number, extra: JsonObject): NamedCandidate {
  const at = `$.candidates[${index}]`;
  if (!isObject(entry))
    return { message: readMessageName(entry, at), values: {}, cannot: {}, categories: [], spans: [] };
  const unnamed: JsonObject = {};
  const others = Object.entries(entry).filter(([key]) => !CANDIDATE_FIELDS.has(key));
  for (const [key, other] of others) {
    checkDepth(other, `${at}.${key}`);
    keep(unnamed, key, other);
  }
  const candidate = {
    message: readMessageName(entry.message, `${at}.message`),
    values: isGiven(entry.values) ? readValues(entry.values, `${at}.values`) : {},
    cannot: readCannot(entry.cannot_judge, `${at}.cannot_judge`),
    categories: readCategories(entry.bias_categories, `${at}.bias_categories`),
    spans: readSpans(entry.spans, `${at}.spans`, unnamed),
  };
  if (Object.keys(unnamed).length > 0) keep(extra, `candidate_${index}_extra`, unnamed);
  return candidate;
}
