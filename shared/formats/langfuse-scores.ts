import type { Conversation, Feedback } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { answersOf } from './call.ts';
import { keep } from './fields.ts';
import { fromCell } from './plain.ts';
import { commentFeedback, feedbackOf } from './user-feedback.ts';

/** A score or comment as Langfuse keeps it, and the observation it is of; null for the whole trace. */
export interface Score {
  entry: unknown;
  observation: string | null;
  feedback: Feedback | null;
}

/** A row of the table of scores. */
export const isScore = (record: JsonObject): boolean =>
  typeof record.name === 'string' && ('dataType' in record || 'data_type' in record) && 'value' in record;

/** The scores or comments in a field: a list of them, or an object of values by name. */
export function scoresIn(given: unknown, observation: string | null): Score[] {
  const value = fromCell(given);
  if (Array.isArray(value))
    return value.filter((entry) => entry !== null).map((entry) => scoreOf(entry, observation));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, values]) =>
    valuesOf(values).map((one) => named(name, one, observation)),
  );
}

const valuesOf = (given: unknown): unknown[] => {
  const value = fromCell(given);
  return (Array.isArray(value) ? value : [value]).filter(
    (one) => one !== null && one !== '' && one !== undefined,
  );
};

const named = (name: string, value: unknown, observation: string | null): Score => ({
  entry: { name, value },
  observation,
  feedback: feedbackOf(name, value),
});

function scoreOf(entry: unknown, owner: string | null): Score {
  if (!isObject(entry)) return { entry, observation: owner, feedback: null };
  const observation = textOr(entry.observationId) ?? textOr(entry.observation_id) ?? owner;
  return { entry, observation, feedback: feedbackIn(entry) };
}

/** What a program judged (source EVAL) is no feedback of a user. */
function feedbackIn(entry: JsonObject): Feedback | null {
  if (typeof entry.content === 'string' && !('name' in entry)) return commentFeedback(entry.content);
  if (typeof entry.name !== 'string' || entry.source === 'EVAL') return null;
  const value = entry.value ?? entry.stringValue ?? entry.string_value ?? null;
  const said = feedbackOf(entry.name, value, textOr(entry.comment));
  return (
    said ?? feedbackOf(entry.name, entry.stringValue ?? entry.string_value ?? null, textOr(entry.comment))
  );
}

/** Exported tables have a column for each name of a score, which holds a list of values. */
export function scoreColumns(row: JsonObject, observation: string | null): Score[] {
  return Object.entries(row).flatMap(([name, given]) => {
    if (KNOWN.has(name)) return [];
    return valuesOf(given)
      .map((value) => named(name, value, observation))
      .filter(({ feedback }) => feedback !== null);
  });
}

const KNOWN = new Set([
  'id',
  'name',
  'type',
  'input',
  'output',
  'metadata',
  'scores',
  'comments',
  'observations',
]);

/** Gives each answer what users said of it, and keeps all scores with the conversations they are of. */
export function addScores(conversations: readonly Conversation[], scores: readonly Score[]): void {
  const last = conversations.at(-1);
  for (const { entry, observation, feedback } of scores) {
    const owner =
      conversations.find(({ externalId }) => externalId !== null && externalId === observation) ?? last;
    if (!owner) continue;
    const [answer, ...others] = answersOf(owner);
    if (feedback && answer && others.length === 0) answer.feedback.push(feedback);
    const kept = owner.metadata.scores;
    if (Array.isArray(kept)) kept.push(entry);
    else keep(owner.metadata, 'scores', [entry]);
  }
}
