const system = 'Be brief.';
const question = 'Where is my refund?';
const answer = 'It was sent today.\n\nAnything else?';
const messages = [
  { role: 'system', content: system },
  { role: 'user', content: question },
];
export const whole = [...messages, { role: 'assistant', content: answer }];
const completion = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: answer }, finish_reason: 'stop' }],
};
const attribute = (key: string, value: unknown) => ({
  key,
  value: { stringValue: typeof value === 'string' ? value : JSON.stringify(value) },
});
export const exported = (attributes: Record<string, unknown>) => ({
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              traceId: 't',
              spanId: 's',
              attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
            },
          ],
        },
      ],
    },
  ],
});

/** One conversation as each of the sources writes it. */
export const SAME: Record<string, unknown[]> = {
  native: [{ id: 'a', use_case: 'refund', messages: whole }],
  'openai-messages': [{ model: 'm', messages: whole }],
  sharegpt: [
    {
      conversations: [
        { from: 'system', value: system },
        { from: 'human', value: question },
        { from: 'gpt', value: answer },
      ],
    },
  ],
  'openai-log': [{ request: { model: 'gpt-4o', messages }, response: completion }],
  'openai-stored': [
    { object: 'list', data: [completion], first_id: 'chatcmpl-1', last_id: 'chatcmpl-1', has_more: false },
    { object: 'list', data: messages.map((message, index) => ({ id: `chatcmpl-1-${index}`, ...message })) },
  ],
  anthropic: [
    {
      request: {
        model: 'claude',
        system,
        messages: [{ role: 'user', content: [{ type: 'text', text: question }] }],
      },
      response: {
        type: 'message',
        role: 'assistant',
        content: [{ type: 'text', text: answer }],
        stop_reason: 'end_turn',
      },
    },
  ],
  helicone: [
    {
      response_id: 'r',
      request_created_at: '2026-10-02T09:31:04Z',
      request_properties: {},
      request_body: { model: 'gpt-4o', messages },
      response_body: JSON.stringify(completion),
    },
  ],
  langfuse: [
    {
      id: 'o',
      traceId: 't',
      type: 'GENERATION',
      providedModelName: 'gpt-4o',
      input: JSON.stringify(messages),
      output: JSON.stringify({ role: 'assistant', content: answer }),
    },
  ],
  langsmith: [
    {
      id: 'r',
      trace_id: 'r',
      dotted_order: 'r',
      run_type: 'llm',
      inputs: {
        messages: [
          [
            { type: 'system', data: { content: system } },
            { lc: 1, id: ['langchain', 'HumanMessage'], kwargs: { content: question } },
          ],
        ],
      },
      outputs: {
        generations: [
          [{ text: answer, message: { lc: 1, id: ['AIMessageChunk'], kwargs: { content: answer } } }],
        ],
      },
    },
  ],
  otlp: [
    exported({
      'gen_ai.operation.name': 'chat',
      'gen_ai.system_instructions': [{ type: 'text', content: system }],
      'gen_ai.input.messages': [{ role: 'user', parts: [{ type: 'text', content: question }] }],
      'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'text', content: answer }] }],
    }),
  ],
  openinference: [
    exported({
      'openinference.span.kind': 'LLM',
      'llm.input_messages.0.message.role': 'system',
      'llm.input_messages.0.message.content': system,
      'llm.input_messages.1.message.role': 'user',
      'llm.input_messages.1.message.content': question,
      'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.content': answer,
    }),
  ],
};
