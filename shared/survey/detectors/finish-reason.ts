import { isObject, type JsonObject } from '../../domain/json.ts';

export type Finish = 'cut' | 'whole';

/** Fields in which sources say why an answer ended, in this order of trust. */
const FIELDS = new Set([
  'finish_reason',
  'stop_reason',
  'finishReason',
  'stopReason',
  'finish_details',
  'incomplete_details',
  'finish_reasons',
  'gen_ai.response.finish_reasons',
]);

const ENDS: Readonly<Record<string, Finish>> = {
  length: 'cut',
  max_tokens: 'cut',
  max_output_tokens: 'cut',
  max_token: 'cut',
  model_length: 'cut',
  token_limit: 'cut',
  model_context_window_exceeded: 'cut',
  stop: 'whole',
  end_turn: 'whole',
  stop_sequence: 'whole',
  eos: 'whole',
  eos_token: 'whole',
  tool_calls: 'whole',
  tool_use: 'whole',
  function_call: 'whole',
};

/** Why an answer ended, as its metadata says: cut by a limit of length, or whole; null where nothing is said, or something else. */
export function finishOf(metadata: JsonObject): Finish | null {
  for (const field in metadata) {
    const value = metadata[field];
    // ChatGPT keeps it one level deeper.
    const found = FIELDS.has(field)
      ? read(value)
      : field === 'metadata' && isObject(value)
        ? finishOf(value)
        : null;
    if (found !== null) return found;
  }
  return null;
}

function read(value: unknown): Finish | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const reason = isObject(first) ? (first.type ?? first.reason) : first;
  if (typeof reason !== 'string') return null;
  const name = reason.toLowerCase();
  return Object.hasOwn(ENDS, name) ? (ENDS[name] ?? null) : null;
}
