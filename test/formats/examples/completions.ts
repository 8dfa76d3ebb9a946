// All records here are written from the documentation of the APIs.
export const messages = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
];
export const choice = (content: string | null, more: object = {}) => ({
  index: 0,
  message: { role: 'assistant', content },
  finish_reason: 'stop',
  ...more,
});
export const completion = (...choices: unknown[]) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'gpt-4o-2024-08-06',
  choices,
  usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
});
