import { isObject, type JsonObject } from '../domain/json.ts';

/**
 * Native transcripts and OpenAI chat records both hold `messages` of role and content. What tells them apart are the
 * fields that only one of the two has; this table is shared by both adapters so that they never disagree.
 */
const NATIVE = {
  record: ['candidates', 'groups', 'use_case', 'model_version', 'language', 'created_at'],
  message: ['feedback', 'latency_ms', 'created_at'],
};
const OPENAI = {
  record: ['tools', 'functions', 'tool_choice', 'parallel_tool_calls', 'created', 'object', 'temperature'],
  message: ['tool_calls', 'function_call', 'tool_call_id', 'weight', 'refusal'],
};

/** True for a non-empty list in which some message has a role. */
export const hasRoles = (messages: unknown): messages is readonly unknown[] =>
  Array.isArray(messages) && messages.some((message) => isObject(message) && 'role' in message);

function evidence(record: JsonObject, fields: typeof NATIVE): string[] {
  const messages = record.messages;
  const list: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return [
    ...fields.record.filter((key) => key in record),
    ...fields.message
      .filter((key) => list.some((message) => isObject(message) && key in message))
      .map((key) => `messages[].${key}`),
  ];
}

/** Fields of the record that only native transcripts have. */
export const nativeEvidence = (record: JsonObject): string[] => evidence(record, NATIVE);

/** Fields of the record that only OpenAI chat records have. */
export const openAiEvidence = (record: JsonObject): string[] => evidence(record, OPENAI);
