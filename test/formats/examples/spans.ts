/**
 * Records of each log format, written from the public documentation of its project: none was copied from a real log.
 * Adapter name -> records of one file.
 */

const attribute = (key: string, value: unknown) => ({
  key,
  value:
    typeof value === 'number'
      ? { intValue: String(value) }
      : { stringValue: typeof value === 'string' ? value : JSON.stringify(value) },
});
const span = (spanId: string, name: string, attributes: Record<string, unknown>, more: object = {}) => ({
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId,
  parentSpanId: '',
  name,
  kind: 3,
  startTimeUnixNano: '1790000000000000000',
  endTimeUnixNano: '1790000000840000000',
  attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
  status: {},
  ...more,
});
const exported = (spans: unknown[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [attribute('service.name', 'support')] },
      scopeSpans: [{ scope: { name: 'openai' }, spans }],
    },
  ],
});
const said = (role: string, content: string) => ({ role, parts: [{ type: 'text', content }] });
const genAi = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-4o',
  'gen_ai.response.model': 'gpt-4o-2024-08-06',
  'gen_ai.usage.input_tokens': 19,
  'gen_ai.usage.output_tokens': 10,
};
export const otlp = [
  exported([
    span('eee19b7ec3c1b174', 'chat gpt-4o', {
      ...genAi,
      'gen_ai.conversation.id': 'conv_1',
      'gen_ai.system_instructions': [{ type: 'text', content: 'Be brief.' }],
      'gen_ai.input.messages': [said('user', 'Where is my refund?')],
      'gen_ai.output.messages': [{ ...said('assistant', 'It was sent today.'), finish_reason: 'stop' }],
    }),
    span(
      'eee19b7ec3c1b175',
      'GET /refunds',
      { 'http.request.method': 'GET' },
      { traceId: '5b8efff798038103d269b633813fc60d' },
    ),
  ]),
  exported([
    span('aaa19b7ec3c1b174', 'chat gpt-4o', genAi, {
      traceId: 'a',
      events: [
        {
          timeUnixNano: '1790000000000000000',
          name: 'gen_ai.user.message',
          attributes: [attribute('content', 'Where is my refund?')],
        },
        {
          timeUnixNano: '1790000000840000000',
          name: 'gen_ai.choice',
          attributes: [
            attribute('index', 0),
            attribute('finish_reason', 'stop'),
            attribute('message', { role: 'assistant', content: 'It was sent today.' }),
          ],
        },
      ],
    }),
  ]),
  exported([
    span(
      'bbb19b7ec3c1b174',
      'openai.chat',
      {
        'llm.request.type': 'chat',
        'gen_ai.system': 'OpenAI',
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.prompt.0.role': 'user',
        'gen_ai.prompt.0.content': 'Where is my refund?',
        'gen_ai.completion.0.role': 'assistant',
        'gen_ai.completion.0.content': 'It was sent today.',
        'gen_ai.completion.0.finish_reason': 'stop',
      },
      { traceId: 'b' },
    ),
  ]),
  exported([span('ccc19b7ec3c1b174', 'chat gpt-4o', genAi, { traceId: 'c' })]),
];

const openInferenceNames = {
  'openinference.span.kind': 'LLM',
  'llm.model_name': 'gpt-4o',
  'llm.token_count.prompt': 19,
  'llm.token_count.completion': 10,
  'session.id': 'session-1',
  'input.value': '{}',
  'input.mime_type': 'application/json',
};
export const openInference = [
  exported([
    span('ddd19b7ec3c1b174', 'ChatCompletion', {
      ...openInferenceNames,
      'llm.input_messages.0.message.role': 'system',
      'llm.input_messages.0.message.content': 'Be brief.',
      'llm.input_messages.1.message.role': 'user',
      'llm.input_messages.1.message.contents.0.message_content.type': 'text',
      'llm.input_messages.1.message.contents.0.message_content.text': 'Where is my refund?',
      'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.content': 'It was sent today.',
    }),
  ]),
  {
    name: 'ChatOpenAI',
    context: { trace_id: '0xabc', span_id: '0xdef' },
    parent_id: null,
    start_time: '2026-10-02T09:31:04.000000Z',
    end_time: '2026-10-02T09:31:05.000000Z',
    attributes: {
      'openinference.span.kind': 'LLM',
      'llm.model_name': 'gpt-4o',
      'llm.input_messages': [{ 'message.role': 'user', 'message.content': 'Where is my refund?' }],
      'llm.output_messages': [
        {
          'message.role': 'assistant',
          'message.tool_calls': [
            {
              'tool_call.id': 'call_1',
              'tool_call.function.name': 'find_refund',
              'tool_call.function.arguments': '{}',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'agent',
    'context.trace_id': 'ghi',
    'context.span_id': 'jkl',
    span_kind: 'CHAIN',
    start_time: '2026-10-02T09:31:04Z',
    'attributes.openinference.span.kind': 'CHAIN',
    'attributes.input.value': 'Where is my refund?',
    'attributes.output.value': 'It was sent today.',
  },
];

const event = (name: string, spanId: string, content: string) => ({
  timeUnixNano: '1790000000000000000',
  traceId: 'logged',
  spanId,
  eventName: name,
  body: { kvlistValue: { values: [{ key: 'content', value: { stringValue: content } }] } },
  attributes: [{ key: 'gen_ai.system', value: { stringValue: 'openai' } }],
});
export const otlpLogs = [
  {
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              event('gen_ai.user.message', 'l-1', 'Where is it?'),
              event('gen_ai.choice', 'l-1', 'On its way.'),
            ],
          },
        ],
      },
    ],
  },
  event('gen_ai.user.message', 'l-2', 'And now?'),
];
