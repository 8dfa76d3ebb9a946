import { describe, expect, it } from 'vitest';
import { helicone } from '../../shared/formats/helicone.ts';
import { choice, completion, messages } from './examples/completions.ts';
import { conversationIn, conversationsIn, faultIn, turns } from './read-logs.ts';

describe('a Helicone row', () => {
  const row = {
    response_id: 'r',
    request_id: 'q',
    request_created_at: '2026-10-02T09:31:04.000Z',
    request_properties: { 'Use-Case': 'refund', App: 'web' },
    request_user_id: 'u-1',
    model: 'gpt-4o',
    latency: 912,
    cost: 0.0002,
  };

  it('gives the call of either API, with its own columns', () => {
    const conversation = conversationIn(helicone, {
      ...row,
      request_body: { model: 'gpt-4o', messages },
      response_body: completion(choice('Hello')),
      scores: { 'helicone-feedback': { value: 1, valueType: 'boolean' } },
    });
    expect(conversation).toMatchObject({
      externalId: 'q',
      createdAt: Date.parse('2026-10-02T09:31:04Z'),
      model: 'gpt-4o',
      modelVersion: 'gpt-4o-2024-08-06',
      useCase: 'refund',
      metadata: { request_user_id: 'u-1', cost: 0.0002, request_properties: { App: 'web' } },
    });
    expect(conversation.messages.at(-1)).toMatchObject({
      latencyMs: 912,
      feedback: [{ signal: 'thumb', value: 1 }],
      metadata: { finish_reason: 'stop' },
    });
  });

  it('is read from cells, whose quotes its export doubles once more', () => {
    const cell = (value: unknown) => JSON.stringify(value).replaceAll('"', '""');
    const conversation = conversationIn(helicone, {
      ...row,
      latency: '912',
      request_properties: cell(row.request_properties),
      request_body: cell({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Say "hi"' }] }),
      response_body: cell(completion(choice('"Hi"'))),
    });
    expect(turns(conversation)).toEqual(['user: Say "hi"', 'assistant: "Hi"']);
    expect(conversation).toMatchObject({ useCase: 'refund', messages: [{}, { latencyMs: 912 }] });
  });

  it('without bodies is refused, with how to export them', () => {
    expect(faultIn(helicone, row)).toMatch(/^BODY_ABSENT \$\.request_body .*--include-body/);
    const asked = { ...row, request_body: { model: 'm', messages }, response_body: '' };
    expect(faultIn(helicone, asked)).toMatch(/^BODY_ABSENT \$\.response_body /);
  });

  it('may be one of a page', () => {
    const whole = {
      ...row,
      response_status: 200,
      request_body: { messages },
      response_body: completion(choice('Hello')),
    };
    expect(conversationsIn(helicone, { data: [whole, whole], error: null })).toHaveLength(2);
  });
});
