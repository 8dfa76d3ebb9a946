import type { JsonObject } from '../domain/json.ts';
import { keep } from './fields.ts';
import { amountOf, withoutNothing } from './taken.ts';

/** What sources call the tokens that went in and came out. */
const NAMES: Readonly<Record<string, string>> = {
  prompt_tokens: 'input_tokens',
  completion_tokens: 'output_tokens',
  input: 'input_tokens',
  output: 'output_tokens',
  promptTokens: 'input_tokens',
  completionTokens: 'output_tokens',
  promptTokenCount: 'input_tokens',
  candidatesTokenCount: 'output_tokens',
  prompt_token_count: 'input_tokens',
  candidates_token_count: 'output_tokens',
  inputTokens: 'input_tokens',
  outputTokens: 'output_tokens',
};

/** Token counts with `input_tokens` and `output_tokens` under these names, all else as it came; null where there is nothing. */
export function usageOf(given: JsonObject): JsonObject | null {
  const usage: JsonObject = {};
  const something = withoutNothing(given);
  for (const key in something) {
    const value = something[key];
    const name = Object.hasOwn(NAMES, key) ? (NAMES[key] ?? key) : key;
    const amount = name === key ? null : amountOf(value);
    keep(usage, amount === null ? key : name, amount ?? value);
  }
  return Object.keys(usage).length > 0 ? usage : null;
}
