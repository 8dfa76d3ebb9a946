/**
 * Records of each log format, written from the public documentation of its project: none was copied from a real log.
 * Adapter name -> records of one file.
 */

export const question = { role: 'user', content: 'Where is my refund?' };
const ask = {
  model: 'gpt-4o',
  temperature: 0.2,
  messages: [{ role: 'system', content: 'Be brief.' }, question],
};
const answer = { role: 'assistant', content: 'It was sent today.', refusal: null, annotations: [] };

const completion = (choices: unknown[]) => ({
  id: 'chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'gpt-4o-2024-08-06',
  choices,
  usage: { prompt_tokens: 19, completion_tokens: 10, total_tokens: 29 },
  service_tier: 'default',
  system_fingerprint: 'fp_1',
});
const choice = (index: number, message: unknown, finish_reason = 'stop') => ({
  index,
  message,
  logprobs: null,
  finish_reason,
});
const weatherCall = {
  role: 'assistant',
  content: null,
  tool_calls: [
    { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Paris"}' } },
  ],
};

export const openAiLog = [
  {
    id: 'req-1',
    timestamp: '2026-10-02T09:31:04Z',
    request: ask,
    response: completion([choice(0, answer)]),
    latency_ms: 840,
    feedback: { thumb: 'down', comment: 'wrong order' },
  },
  {
    request: { ...ask, n: 2 },
    response: completion([choice(0, answer), choice(1, { role: 'assistant', content: 'Soon.' }, 'length')]),
  },
  {
    request: {
      model: 'gpt-4o',
      messages: [question, weatherCall, { role: 'tool', tool_call_id: 'call_1', content: 'rain' }],
    },
    response: completion([choice(0, { role: 'assistant', content: null, refusal: 'I cannot say.' })]),
  },
  {
    request: {
      model: 'gpt-4o',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'data:' } },
          ],
        },
      ],
    },
    response: completion([choice(0, weatherCall, 'tool_calls')]),
  },
  {
    method: 'POST',
    request: { url: '/v1/chat/completions', body: ask },
    response: { status_code: 200, body: completion([choice(0, answer)]) },
  },
  { custom_id: 'r-1', method: 'POST', url: '/v1/chat/completions', body: ask },
  {
    id: 'batch_req_1',
    custom_id: 'r-1',
    response: { status_code: 200, request_id: 'x', body: completion([choice(0, answer)]) },
    error: null,
  },
  { request_body: JSON.stringify(ask), response_body: JSON.stringify(completion([choice(0, answer)])) },
  { ...ask, response: completion([choice(0, answer)]), call_type: 'acompletion', request_tags: ['a'] },
  {
    request: { model: 'o3', instructions: 'Be brief.', input: 'Where is my refund?' },
    response: {
      id: 'resp_1',
      object: 'response',
      created_at: 1_790_000_000,
      status: 'completed',
      model: 'o3-2026-01-01',
      output: [
        {
          type: 'message',
          id: 'msg_1',
          status: 'completed',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'It was sent today.', annotations: [] }],
        },
      ],
      usage: { input_tokens: 36, output_tokens: 87 },
    },
  },
  {
    request: { model: 'gpt-4o', messages: [question] },
    response: null,
    error: { message: 'Rate limit reached' },
  },
];

const page = (data: unknown[], ids: [string, string]) => ({
  object: 'list',
  data,
  first_id: ids[0],
  last_id: ids[1],
  has_more: false,
});
const stored = {
  ...completion([choice(0, answer)]),
  id: 'chatcmpl-AyPN',
  request_id: 'req_1',
  tool_choice: null,
  seed: 4944116822,
  metadata: { app: 'web' },
};
export const openAiStored = [
  page([stored, { ...stored, id: 'chatcmpl-ZZZ' }], ['chatcmpl-AyPN', 'chatcmpl-ZZZ']),
  page(
    [
      { id: 'chatcmpl-AyPN-0', role: 'system', content: 'Be brief.', name: null, content_parts: null },
      { id: 'chatcmpl-AyPN-1', ...question, name: null, content_parts: null },
    ],
    ['chatcmpl-AyPN-0', 'chatcmpl-AyPN-1'],
  ),
];

const toClaude = { model: 'claude-sonnet-4-5', max_tokens: 1024, system: 'Be brief.', messages: [question] };
const claudeMessage = (content: unknown[], stop_reason = 'end_turn') => ({
  id: 'msg_013Zva2CMHLNnXjNJJKqJ2EF',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-4-5-20250929',
  content,
  stop_reason,
  stop_sequence: null,
  usage: { input_tokens: 2095, output_tokens: 503 },
});
const refund = { type: 'text', text: 'It was sent today.', citations: null };
export const anthropic = [
  { request: toClaude, response: claudeMessage([refund]), timestamp: '2026-10-02T09:31:04Z' },
  {
    request: {
      ...toClaude,
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
    },
    response: claudeMessage([{ type: 'thinking', thinking: 'Hm.', signature: 's' }, refund], 'max_tokens'),
  },
  {
    request: {
      ...toClaude,
      messages: [
        { role: 'user', content: 'Weather in Paris?' },
        {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } }],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'text', text: 'rain' }] },
            { type: 'text', text: 'Well?' },
          ],
        },
      ],
    },
    response: claudeMessage([{ type: 'text', text: 'It rains.' }]),
  },
  { custom_id: 'c-1', params: toClaude },
  { custom_id: 'c-1', result: { type: 'succeeded', message: claudeMessage([refund]) } },
  {
    custom_id: 'c-2',
    result: {
      type: 'errored',
      error: { type: 'error', error: { type: 'invalid_request_error', message: 'max_tokens: required' } },
    },
  },
  { system: 'Be brief.', messages: [question, { role: 'assistant', content: 'It was sent today.' }] },
];

const geminiAsked = {
  systemInstruction: { parts: [{ text: 'Be brief.' }] },
  contents: [{ role: 'user', parts: [{ text: 'Where is my refund?' }] }],
};
const geminiSaid = (text: string) => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 4 },
  modelVersion: 'gemini-2.5-flash-001',
});
export const gemini = [
  { model: 'models/gemini-2.5-flash', request: geminiAsked, response: geminiSaid('It was sent today.') },
  {
    full_request: JSON.stringify(geminiAsked),
    full_response: [geminiSaid('It was '), geminiSaid('sent.')],
    logging_time: '2026-10-02T09:31:05Z',
  },
  { key: 'a', request: geminiAsked },
  { key: 'a', response: geminiSaid('Soon.') },
  { ...geminiAsked, contents: [...geminiAsked.contents, { role: 'model', parts: [{ text: 'Today.' }] }] },
];

export const helicone = [
  {
    response_id: 'r-1',
    response_created_at: '2026-10-02T09:31:05.000Z',
    response_status: 200,
    request_id: 'q-1',
    request_created_at: '2026-10-02T09:31:04.000Z',
    request_body: ask,
    response_body: completion([choice(0, answer)]),
    request_properties: { 'Use-Case': 'refund', Environment: 'production' },
    request_user_id: 'u-1',
    model: 'gpt-4o',
    prompt_tokens: 19,
    completion_tokens: 10,
    latency: 912,
    cost: 0.0002,
    scores: { 'helicone-feedback': { value: 0, valueType: 'boolean' } },
  },
  {
    response_id: 'r-2',
    response_status: 200,
    request_id: 'q-2',
    request_created_at: '2026-10-02T09:31:04.000Z',
    request_body: JSON.stringify(toClaude),
    response_body: JSON.stringify(claudeMessage([refund])),
    request_properties: {},
    request_user_id: null,
    model: 'claude-sonnet-4-5',
    latency: '912',
    cost: null,
  },
  {
    response_id: 'r-3',
    response_created_at: '2026-10-02T09:31:05.000Z',
    response_status: '200',
    request_created_at: '2026-10-02T09:31:04.000Z',
    request_body: '',
    request_properties: '{""app"":""web""}',
    request_user_id: '',
    model: 'gpt-4o',
    latency: '912',
    cost: '',
  },
];
