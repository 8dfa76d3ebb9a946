import type { Conversation, Feedback, Message } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import type { NamedCandidate, NamedComparison } from './native-comparison.ts';
import type { RatingRecord } from './native-ratings.ts';
import type { MessageName } from './native-values.ts';

/** The object without its null fields and empty lists, which a reader takes a missing field for. */
function compact(record: JsonObject): JsonObject {
  const isGiven = (value: unknown): boolean =>
    value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isGiven(value)));
}

const unlessEmpty = (value: JsonObject): JsonObject | null => (Object.keys(value).length > 0 ? value : null);

const isoText = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** A conversation as a native record; reading it gives an equal conversation. */
export function writeConversation(conversation: Conversation): JsonObject {
  return {
    ...compact({
      id: conversation.externalId,
      created_at: isoText(conversation.createdAt),
      model: conversation.model,
      model_version: conversation.modelVersion,
      language: conversation.language,
      use_case: conversation.useCase,
      groups: unlessEmpty(conversation.groups),
      metadata: unlessEmpty(conversation.metadata),
    }),
    messages: conversation.messages.map(writeMessage),
    ...(conversation.candidates.length > 0 ? { candidates: conversation.candidates.map(writeMessage) } : {}),
  };
}

/** Feedback fields that the form has no name for come from, and go back to, `metadata.feedback_extra`. */
function writeMessage(message: Message): JsonObject {
  return {
    role: message.role,
    ...compact({ id: message.id }),
    content: message.parts ?? message.text,
    ...compact({
      created_at: isoText(message.createdAt),
      model: message.model,
      latency_ms: message.latencyMs,
      usage: message.usage,
      feedback: message.feedback.map(writeFeedback),
      metadata: unlessEmpty(message.metadata),
    }),
  };
}

const writeFeedback = ({ kind, signal, value, text, comment }: Feedback): JsonObject => ({
  kind,
  signal,
  ...compact({ value, text, comment }),
});

/** A rating as a native record; reading it gives an equal rating. */
export function writeRating(rating: RatingRecord): JsonObject {
  return {
    conversation: rating.conversation,
    message: rating.message,
    rater: rating.rater,
    ...compact({ rubric: rating.rubric }),
    values: rating.values,
    ...(rating.comparison ? writeComparison(rating.comparison) : {}),
    ...compact({ cannot_judge: unlessEmpty(rating.cannot) }),
    bias_categories: rating.categories,
    rationale: rating.rationale,
    spans: rating.spans,
    rewrite: rating.rewrite,
    ...compact({ created_at: isoText(rating.createdAt), active_ms: rating.activeMs }),
    ...rating.extra,
  };
}

/** What a comparison's rating has in addition; candidates of which nothing is said by their names alone. */
const writeComparison = ({ candidates, preference, strength, shown }: NamedComparison): JsonObject => ({
  ...compact({ candidates: candidates?.map(writeCandidate) ?? null }),
  preference,
  ...compact({ strength, shown }),
});

function writeCandidate({
  message,
  values,
  cannot,
  categories,
  spans,
}: NamedCandidate): JsonObject | MessageName {
  const said = compact({
    values: unlessEmpty(values),
    cannot_judge: unlessEmpty(cannot),
    bias_categories: categories,
    spans,
  });
  return Object.keys(said).length > 0 ? { message, ...said } : message;
}
