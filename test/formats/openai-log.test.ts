import { describe, expect, it } from 'vitest';
import { openAiLog } from '../../shared/formats/openai-log.ts';
import { openAiStored } from '../../shared/formats/openai-stored.ts';
import { choice, completion, messages } from './examples/completions.ts';
import { conversationIn, faultIn, turns } from './read-logs.ts';

describe('an OpenAI log', () => {
  it('gives model and version, time, tokens, latency and why the answer ended', () => {
    const conversation = conversationIn(openAiLog, {
      request: { model: 'gpt-4o', messages, temperature: 0.5 },
      response: completion(choice('Hello', { finish_reason: 'length' })),
      latency_ms: 840,
      use_case: 'greeting',
      groups: { country: 'NG', age: null },
      tags: ['beta'],
    });
    expect(conversation).toMatchObject({
      externalId: 'chatcmpl-1',
      createdAt: 1_790_000_000_000,
      model: 'gpt-4o',
      modelVersion: 'gpt-4o-2024-08-06',
      useCase: 'greeting',
      groups: { country: 'NG' },
      metadata: { tags: ['beta'], request: { temperature: 0.5 } },
    });
    expect(conversation.messages.at(-1)).toMatchObject({
      text: 'Hello',
      model: 'gpt-4o',
      latencyMs: 840,
      usage: { input_tokens: 3, output_tokens: 2, total_tokens: 5 },
      metadata: { finish_reason: 'length' },
    });
  });

  it('with several choices has them as candidates, in the order of their index', () => {
    const conversation = conversationIn(openAiLog, {
      request: { model: 'gpt-4o', messages },
      response: completion(choice('B', { index: 1, finish_reason: 'length' }), choice('A')),
    });
    expect(turns(conversation)).toEqual([
      'system: Be brief.',
      'user: Hi',
      '| assistant: A',
      '| assistant: B',
    ]);
    expect(conversation.candidates.map(({ metadata }) => metadata.finish_reason)).toEqual(['stop', 'length']);
    expect(conversation.metadata.usage).toMatchObject({ output_tokens: 2 });
  });

  it('may have its bodies as JSON text, inside an envelope, or the answer beside the messages', () => {
    const request = { model: 'gpt-4o', messages };
    const response = completion(choice('Hello'));
    const logs = [
      { request: JSON.stringify(request), response: JSON.stringify(response) },
      { request: { url: '/v1', body: request }, response: { status_code: 200, body: response } },
      { request: { body: JSON.stringify(request) }, response: { body: JSON.stringify(response) } },
      { ...request, response },
      { ...request, messages: JSON.stringify(messages), response: JSON.stringify(response) },
      { ...request, choices: response.choices, usage: response.usage },
    ];
    for (const log of logs) {
      const conversation = conversationIn(openAiLog, log);
      expect(turns(conversation)).toEqual(['system: Be brief.', 'user: Hi', 'assistant: Hello']);
      expect(conversation.messages.at(-1)?.usage).toMatchObject({ input_tokens: 3 });
    }
    expect(conversationIn(openAiLog, logs[1]).metadata).toMatchObject({
      request_log: { url: '/v1' },
      response_log: { status_code: 200 },
    });
  });

  it('gives the feedback of its users', () => {
    const feedbackOf = (log: object) =>
      conversationIn(openAiLog, {
        request: { model: 'm', messages },
        response: completion(choice('Hello')),
        ...log,
      })
        .messages.at(-1)
        ?.feedback.map(({ signal, value, comment }) => [signal, value, comment]);
    expect(feedbackOf({ feedback: { rating: 'thumbs_down', comment: 'wrong' } })).toEqual([
      ['thumb', -1, 'wrong'],
    ]);
    expect(feedbackOf({ user_feedback: true })).toEqual([['thumb', 1, null]]);
    expect(feedbackOf({ feedback: [{ kind: 'explicit', signal: 'stars', value: 4 }] })).toEqual([
      ['stars', 4, null],
    ]);
    expect(feedbackOf({ user_rating: 0.37 })).toEqual([]);
  });

  it('reads the items of the Responses API: reasoning, calls and what tools gave back', () => {
    const conversation = conversationIn(openAiLog, {
      request: {
        model: 'o3',
        instructions: 'Be brief.',
        input: [
          { role: 'user', content: [{ type: 'input_text', text: 'Weather?' }] },
          { type: 'function_call', call_id: 'c1', id: 'fc_1', name: 'weather', arguments: '{}' },
          { type: 'function_call_output', call_id: 'c1', output: 'rain' },
        ],
      },
      response: {
        object: 'response',
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
        output: [
          { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Hm.' }] },
          {
            type: 'message',
            id: 'msg_1',
            role: 'assistant',
            content: [{ type: 'output_text', text: 'It ra', annotations: [] }],
          },
        ],
      },
    });
    expect(turns(conversation)).toEqual([
      'system: Be brief.',
      'user: Weather?',
      'assistant: ',
      'tool: rain',
      'assistant: It ra',
    ]);
    expect(conversation.messages[2]?.parts).toEqual([
      { type: 'tool_call', id: 'c1', name: 'weather', arguments: '{}', _id: 'fc_1' },
    ]);
    expect(conversation.messages[4]).toMatchObject({
      id: 'msg_1',
      parts: [
        { type: 'reasoning', text: 'Hm.' },
        { type: 'text', text: 'It ra' },
      ],
      metadata: { finish_reason: 'max_output_tokens' },
    });
  });

  it('joins requests and results of a batch by custom_id, in any order', () => {
    const asked = { custom_id: 'a', method: 'POST', url: '/v1', body: { model: 'gpt-4o', messages } };
    const result = {
      id: 'b',
      custom_id: 'a',
      response: { status_code: 200, body: completion(choice('Hello')) },
    };
    expect(turns(conversationIn(openAiLog, result, asked))).toContain('assistant: Hello');
    expect(faultIn(openAiLog, result)).toMatch(/^PROMPT_ABSENT /);
    expect(faultIn(openAiLog, asked)).toMatch(/^NO_ANSWER /);
  });

  it('without an answer is refused with what the API said', () => {
    const log = { request: { model: 'm', messages }, response: { error: { message: 'Rate limit reached' } } };
    expect(faultIn(openAiLog, log)).toMatch(/^NO_ANSWER \$\.response .*Rate limit reached/);
    expect(
      faultIn(openAiLog, {
        request: { model: 'm', messages: [{ role: 'owl', content: 'x' }] },
        response: completion(choice('x')),
      }),
    ).toMatch(/^RECORD_INVALID \$\.request\.messages\[0\]\.role .*"owl"/);
  });

  it('keeps an answer that is empty', () => {
    const log = {
      request: { model: 'm', messages },
      response: completion(choice(null, { finish_reason: 'content_filter' })),
    };
    expect(conversationIn(openAiLog, log).messages.at(-1)).toMatchObject({
      text: '',
      parts: null,
      metadata: { finish_reason: 'content_filter' },
    });
  });

  it('keeps fields with the names of what every object has', () => {
    const log = JSON.parse(
      `{"messages":[{"role":"user","content":"Hi"}],"choices":[{"message":{"role":"assistant","content":"Hello"}}],"__proto__":{"a":1},"constructor":2}`,
    );
    const { metadata } = conversationIn(openAiLog, log);
    expect(Object.getOwnPropertyDescriptor(metadata, '__proto__')?.value).toEqual({ a: 1 });
    expect(Object.getOwnPropertyDescriptor(metadata, 'constructor')?.value).toBe(2);
  });
});

describe('stored completions of OpenAI', () => {
  const page = (...data: unknown[]) => ({
    object: 'list',
    data,
    first_id: 'a',
    last_id: 'b',
    has_more: false,
  });
  const stored = completion(choice('Hello'));
  const listed = messages.map((message, index) => ({
    id: `chatcmpl-1-${index}`,
    ...message,
    name: null,
    content_parts: null,
  }));

  it('are joined with the messages listed for them, wherever these stand', () => {
    const conversation = conversationIn(openAiStored, page(listed[1], listed[0]), page(stored));
    expect(turns(conversation)).toEqual(['system: Be brief.', 'user: Hi', 'assistant: Hello']);
    expect(conversation).toMatchObject({ externalId: 'chatcmpl-1', model: 'gpt-4o-2024-08-06' });
  });

  it('are joined by the completion a listing names, and the answer at its end is not doubled', () => {
    const listing = {
      ...page(...messages, { role: 'assistant', content: 'Hello' }),
      completion_id: 'chatcmpl-1',
    };
    expect(turns(conversationIn(openAiStored, page(stored), listing))).toEqual([
      'system: Be brief.',
      'user: Hi',
      'assistant: Hello',
    ]);
  });

  it('without their messages are refused, with what to add', () => {
    expect(faultIn(openAiStored, page(stored))).toMatch(/^PROMPT_ABSENT \$ .*\{completion_id\}\/messages/);
    expect(faultIn(openAiStored, page(...listed))).toMatch(/^NO_ANSWER /);
  });
});
