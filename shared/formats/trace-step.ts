import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { answersOf, conversationWith } from './call.ts';
import { readAnswered, readGiven } from './free-io.ts';
import { fromCell } from './plain.ts';
import { withoutNothing } from './taken.ts';
import { usageOf } from './usage.ts';

/** What a step of a trace was given and gave, wherever the tool keeps them. */
interface StepBodies {
  given: unknown;
  givenAt: string;
  gave: unknown;
  gaveAt: string;
}

/** What was read of a step, and the fields of its bodies that the conversation has no place for. */
interface ReadStep {
  conversation: Conversation;
  given: JsonObject;
  gave: JsonObject;
}

/** The conversation of one step, or null where what went in or came out does not read as one. */
export function readStep({ given, givenAt, gave, gaveAt }: StepBodies): ReadStep | null {
  const context = readGiven(given, givenAt);
  if (!context || context.messages.length === 0) return null;
  const answer = readAnswered(gave, gaveAt, context.messages);
  if (!answer || answer.answers.length === 0) return null;
  const conversation = conversationWith([...context.messages, ...answer.before], answer.answers);
  const [only, ...others] = answer.answers;
  const gaveRest = restOf(gave, answer.used);
  if (only && others.length === 0 && isObject(gaveRest.usage)) {
    only.usage ??= usageOf(gaveRest.usage);
    delete gaveRest.usage;
  }
  return { conversation, given: restOf(given, context.used), gave: gaveRest };
}

function restOf(value: unknown, used: readonly string[]): JsonObject {
  const read = fromCell(value);
  if (!isObject(read)) return {};
  return withoutNothing(Object.fromEntries(Object.entries(read).filter(([key]) => !used.includes(key))));
}

/** Fields of all answers of a conversation. */
export function addToAnswers(
  conversation: Conversation,
  facts: { model: string | null; latencyMs: number | null; usage: JsonObject | null },
): void {
  const answers = answersOf(conversation);
  for (const answer of answers) {
    answer.model ??= facts.model;
    answer.latencyMs ??= facts.latencyMs;
    if (answers.length === 1) answer.usage ??= facts.usage;
  }
  if (answers.length > 1 && facts.usage)
    conversation.metadata = { ...conversation.metadata, usage: facts.usage };
}

const OMITTED = /^\W*(?:omitted|truncated|not included|content (?:was )?omitted|too large)\b/i;
const OMITTED_AT_END = /\b(?:omitted|truncated|too large)[^.]*\W*$/i;

/** True where a body is missing, or only a note that it was left out. */
export const isOmitted = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.length < 120 && (OMITTED.test(value) || OMITTED_AT_END.test(value)));
