import { transcript } from '../../support/transcripts.ts';

const user = { role: 'user', content: 'Where is my parcel?' };
const answer = { role: 'assistant', content: 'On its way.' };

/** Records of the formats that are read besides logs and exports: Touchstone's own, messages, and what a mapping suggests itself for. */
export const EXAMPLES: Record<string, unknown[]> = {
  native: [
    transcript(1),
    { ...transcript(2), candidates: [answer, { ...answer, content: 'Soon.' }] },
    {
      id: 'parts',
      messages: [
        user,
        { role: 'assistant', content: [{ type: 'text', text: 'In parts.' }, { type: 'image' }] },
      ],
    },
  ],
  'openai-messages': [
    { messages: [{ role: 'system', content: 'Be brief.' }, user, answer], tools: [] },
    {
      id: 9,
      created: 1_760_000_000,
      messages: [
        user,
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 't', type: 'function', function: { name: 'look', arguments: '{"a":1}' } }],
        },
        { role: 'tool', tool_call_id: 't', content: 'found' },
        { role: 'assistant', content: [{ type: 'text', text: 'Here.' }], refusal: null },
      ],
    },
  ],
  sharegpt: [
    {
      id: 's',
      system: 'Be kind.',
      conversations: [
        { from: 'human', value: 'Hi' },
        { from: 'function_call', value: '{"name":"look"}' },
        { from: 'observation', value: 'seen' },
        { from: 'gpt', value: 'Hello' },
      ],
    },
    {
      conversations: [{ from: 'human', value: 'Hi' }],
      chosen: { from: 'gpt', value: 'Hello' },
      rejected: { from: 'gpt', value: 'What?' },
    },
  ],
};

/** Rows that no format has, of which some say by their names what they are. */
export const ROWS: Record<string, unknown[]> = {
  auto: [
    { session_id: 'a', turn: '1', sender: 'customer', message: 'Hi', created_at: '2026-01-02 03:04:05' },
    { session_id: 'a', turn: '2', sender: 'bot', message: 'Hello', rating: '4' },
    { session_id: 'b', turn: '1', sender: 'customer', message: 'Why?' },
  ],
  native: [
    { prompt: 'One?', response: 'Yes.', model: 'm', thumbs: 'up', history: '[["a","b"]]' },
    { prompt: 'Two?', response: '', model: 'm', system: 'Be brief.' },
  ],
};
