import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentKey } from '../../shared/domain/conversation.ts';
import { otlp } from '../../shared/formats/otlp.ts';
import { CHAT, call, exported, listed, said, span } from './examples/span-builders.ts';
import { conversationIn, faultIn, turns } from './read-logs.ts';

// Spans are written from the documentation of OTLP and of the two conventions; messages under `otel_genai` are the project's own examples.
describe('spans of generative AI', () => {
  it('give messages, instructions, model, tokens and time', () => {
    const attributes = call([said('user', 'Hi')], [said('assistant', 'Hello', { finish_reason: 'length' })], {
      'gen_ai.system_instructions': [{ type: 'text', content: 'Be brief.' }],
      'gen_ai.response.model': 'gpt-4o-2024-08-06',
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 2,
      'gen_ai.conversation.id': 'conv',
    });
    const conversation = conversationIn(otlp, exported(span(attributes)));
    expect(turns(conversation)).toEqual(['system: Be brief.', 'user: Hi', 'assistant: Hello']);
    expect(conversation).toMatchObject({
      externalId: 's',
      createdAt: 1_790_000_000_000,
      model: 'gpt-4o',
      modelVersion: 'gpt-4o-2024-08-06',
      metadata: {
        trace_id: 't',
        attributes: { 'gen_ai.conversation.id': 'conv' },
        resource: { 'service.name': 'support' },
      },
    });
    expect(conversation.messages[2]).toMatchObject({
      latencyMs: 840,
      usage: { input_tokens: 3, output_tokens: 2 },
      metadata: { finish_reason: 'length' },
    });
  });

  const file = '../shared/data/otel_genai/examples_json_blocks.json';
  it.skipIf(!existsSync(file))(
    'read every example of the conventions, structured and as JSON text (skipped without ../shared/data)',
    () => {
      const blocks: { role?: string }[][] = JSON.parse(readFileSync(file, 'utf8'));
      const calls = blocks.flatMap((output, index) => {
        const before = blocks
          .slice(0, index)
          .filter((block) => block.every(({ role }) => role !== undefined));
        const input = before.at(-1);
        return output.every(({ role }) => role === 'assistant') && input ? [{ input, output }] : [];
      });
      const read = calls.map(({ input, output }) => {
        const structured = conversationIn(otlp, exported(span(call(input, output))));
        const asText = conversationIn(
          otlp,
          exported(span(call(JSON.stringify(input), JSON.stringify(output)))),
        );
        expect(contentKey(structured)).toBe(contentKey(asText));
        return structured;
      });
      expect(
        read.map((conversation) => [conversation.messages.length, conversation.candidates.length]),
      ).toEqual([
        [3, 0],
        [3, 0],
        [2, 0],
        [4, 0],
        [3, 0],
        [3, 0],
        [3, 0],
        [2, 2],
      ]);
      const [first, , toolCall, toolAnswer] = read;
      expect(first?.messages.at(-1)).toMatchObject({ metadata: { finish_reason: 'stop' } });
      expect(toolCall?.messages.at(-1)?.parts).toMatchObject([
        { type: 'tool_call', name: 'get_weather', arguments: '{"location":"Paris"}' },
      ]);
      expect(toolAnswer?.messages[2]).toMatchObject({ role: 'tool', text: 'rainy, 57°F', parts: null });
      expect(read[5]?.messages[2]?.parts?.map(({ type }) => type)).toEqual(['reasoning', 'text']);
      for (const { messages } of read)
        for (const { role, text, parts } of messages)
          expect([role, text !== '' || parts !== null]).toEqual([role, true]);
    },
  );

  it('of one conversation are one, however many calls repeat what was said before', () => {
    const first = call([said('user', 'Hi')], [said('assistant', 'Hello')], {
      'gen_ai.conversation.id': 'c',
      'gen_ai.usage.output_tokens': 2,
    });
    const second = call(
      [said('user', 'Hi'), said('assistant', 'Hello'), said('user', 'Bye')],
      [said('assistant', 'Ciao')],
      { 'gen_ai.conversation.id': 'c' },
    );
    const agent = { ...second, 'gen_ai.operation.name': 'invoke_agent' };
    const conversation = conversationIn(
      otlp,
      exported(span(second, { traceId: 'u', spanId: '2', startTimeUnixNano: '1790000001000000000' })),
      exported(span(first, { spanId: '1' }), span(agent, { traceId: 'u', spanId: '0' })),
    );
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: Hello', 'user: Bye', 'assistant: Ciao']);
    expect(conversation.messages[1]).toMatchObject({ usage: { output_tokens: 2 }, latencyMs: 840 });
    expect(conversation.metadata.other_spans).toBe(1);
  });

  it('of an agent are read where its calls hold nothing', () => {
    const agent = {
      ...call([said('user', 'Hi')], [said('assistant', 'Hello')]),
      'gen_ai.operation.name': 'invoke_agent',
    };
    expect(turns(conversationIn(otlp, exported(span(CHAT), span(agent, { spanId: '2' }))))).toEqual([
      'user: Hi',
      'assistant: Hello',
    ]);
  });

  const older: [string, object][] = [
    [
      'attributes of their own',
      {
        attributes: listed({
          'gen_ai.prompt.0.role': 'user',
          'gen_ai.prompt.0.content': 'Hi',
          'gen_ai.completion.0.role': 'assistant',
          'gen_ai.completion.0.content': 'Hello',
          'gen_ai.completion.0.finish_reason': 'stop',
        }),
      },
    ],
    [
      'two attributes of JSON text',
      {
        attributes: listed({
          'gen_ai.prompt': '[{"role":"user","content":"Hi"}]',
          'gen_ai.completion': '[{"role":"assistant","content":"Hello","finish_reason":"stop"}]',
        }),
      },
    ],
    [
      'two attributes of text',
      {
        attributes: listed({
          'gen_ai.prompt': 'Hi',
          'gen_ai.completion': 'Hello',
          'gen_ai.response.finish_reasons': ['stop'],
        }),
      },
    ],
    [
      'events',
      {
        attributes: listed(CHAT),
        events: [
          { name: 'gen_ai.user.message', attributes: listed({ content: 'Hi' }) },
          {
            name: 'gen_ai.choice',
            attributes: listed({
              index: 0,
              finish_reason: 'stop',
              message: '{"role":"assistant","content":"Hello"}',
            }),
          },
        ],
      },
    ],
    [
      'events of the whole',
      {
        attributes: listed({ ...CHAT, 'gen_ai.response.finish_reasons': ['stop'] }),
        events: [
          {
            name: 'gen_ai.content.prompt',
            attributes: listed({ 'gen_ai.prompt': '[{"role":"user","content":"Hi"}]' }),
          },
          {
            name: 'gen_ai.content.completion',
            attributes: listed({ 'gen_ai.completion': '[{"role":"assistant","content":"Hello"}]' }),
          },
        ],
      },
    ],
    [
      'an event of the details',
      {
        attributes: listed(CHAT),
        events: [
          {
            name: 'gen_ai.client.inference.operation.details',
            attributes: listed({
              'gen_ai.input.messages': [said('user', 'Hi')],
              'gen_ai.output.messages': [said('assistant', 'Hello', { finish_reason: 'stop' })],
            }),
          },
        ],
      },
    ],
  ];
  it.each(older)('may have their messages as %s', (_form, fields) => {
    const conversation = conversationIn(otlp, exported(span({}, fields)));
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: Hello']);
    expect(conversation.messages[1]?.metadata.finish_reason).toBe('stop');
  });

  it('of the Vercel AI SDK have attributes of their own', () => {
    const prompt = [
      { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'find', args: { q: 'x' } }],
      },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'find', result: 'found' }],
      },
    ];
    const attributes = {
      'ai.operationId': 'ai.generateText.doGenerate',
      'ai.model.id': 'gpt-4o',
      'ai.prompt.messages': JSON.stringify(prompt),
      'ai.response.text': 'Hello',
      'ai.response.finishReason': 'stop',
      'ai.usage.promptTokens': 3,
      'gen_ai.request.model': 'gpt-4o',
    };
    const outer = {
      'ai.operationId': 'ai.generateText',
      'ai.prompt': '{"prompt":"Hi"}',
      'ai.response.text': 'Hello',
    };
    const conversation = conversationIn(otlp, exported(span(outer, { spanId: '0' }), span(attributes)));
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: ', 'tool: found', 'assistant: Hello']);
    expect(conversation.messages[1]?.parts).toEqual([
      { type: 'tool_call', id: 'c', name: 'find', arguments: '{"q":"x"}' },
    ]);
    expect(conversation.messages[3]).toMatchObject({
      model: 'gpt-4o',
      usage: { input_tokens: 3 },
      metadata: { finish_reason: 'stop' },
    });
  });

  it('may be written one a record, by the exporter of an SDK', () => {
    const record = {
      name: 'chat',
      context: { trace_id: '0xabc', span_id: '0xdef' },
      parent_id: null,
      start_time: '2026-10-02T09:31:04.000000Z',
      end_time: '2026-10-02T09:31:05.000000Z',
      attributes: call(JSON.stringify([said('user', 'Hi')]), JSON.stringify([said('assistant', 'Hello')])),
      resource: { attributes: { 'service.name': 'support' } },
    };
    expect(conversationIn(otlp, record)).toMatchObject({
      externalId: 'def',
      metadata: { trace_id: 'abc' },
      messages: [{}, { latencyMs: 1000 }],
    });
  });

  it('give the feedback of users among evaluations', () => {
    const result = (name: string, value: number, explanation: string) => ({
      name: 'gen_ai.evaluation.result',
      attributes: listed({
        'gen_ai.evaluation.name': name,
        'gen_ai.evaluation.score.value': value,
        'gen_ai.evaluation.explanation': explanation,
      }),
    });
    const conversation = conversationIn(
      otlp,
      exported(
        span(call([said('user', 'Hi')], [said('assistant', 'Hello')]), {
          events: [result('user_feedback', 0, 'no'), result('Relevance', 1, 'x')],
        }),
      ),
    );
    expect(conversation.messages[1]?.feedback).toMatchObject([{ signal: 'thumb', value: -1, comment: 'no' }]);
    expect(conversation.metadata.events).toHaveLength(2);
  });

  it('without content, and traces without a model, are refused with the reason', () => {
    expect(faultIn(otlp, exported(span(CHAT)))).toMatch(
      /^BODY_ABSENT \$\.attributes .*recording of content was off/,
    );
    expect(faultIn(otlp, exported(span({ 'http.request.method': 'GET' })))).toMatch(/^NO_CONVERSATION /);
  });

  it('with names of numbers too large or parts too many are read within bounds', () => {
    const deep = `gen_ai.prompt.0.${'a.'.repeat(50_000)}b`;
    const attributes = {
      'gen_ai.prompt.999999999.content': 'Hi',
      'gen_ai.prompt.999999999.role': 'user',
      'gen_ai.completion': 'Hello',
      [deep]: 1,
    };
    expect(faultIn(otlp, exported(span(attributes)))).toMatch(/^RECORD_INVALID|^BODY_ABSENT|^read/);
  });
});
