import { describe, expect, it } from 'vitest';
import { anthropic } from '../../shared/formats/anthropic.ts';
import { conversationIn, faultIn, turns } from './read-logs.ts';

// All records here are written from the documentation of the API.
describe('an Anthropic log', () => {
  const response = (content: unknown, more: object = {}) => ({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-4-5-20250929',
    content,
    stop_reason: 'end_turn',
    usage: { input_tokens: 3, output_tokens: 2 },
    ...more,
  });

  it('has its instructions first, thoughts as a part, and says why it ended', () => {
    const conversation = conversationIn(anthropic, {
      request: {
        model: 'claude-sonnet-4-5',
        system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: 'Hi' }],
        max_tokens: 5,
      },
      response: response(
        [
          { type: 'thinking', thinking: 'Hm.', signature: 's' },
          { type: 'text', text: 'Hel', citations: null },
        ],
        { stop_reason: 'max_tokens' },
      ),
    });
    expect(turns(conversation)).toEqual(['system: Be brief.', 'user: Hi', 'assistant: Hel']);
    expect(conversation.messages[0]?.metadata).toEqual({
      text_part: { cache_control: { type: 'ephemeral' } },
    });
    expect(conversation.messages[2]).toMatchObject({
      id: 'msg_1',
      parts: [
        { type: 'reasoning', text: 'Hm.', signature: 's' },
        { type: 'text', text: 'Hel' },
      ],
      usage: { input_tokens: 3, output_tokens: 2 },
      metadata: { finish_reason: 'max_tokens' },
    });
    expect(conversation).toMatchObject({
      model: 'claude-sonnet-4-5',
      modelVersion: 'claude-sonnet-4-5-20250929',
    });
  });

  it('has what tools gave back as messages of the tool, before the words of the user', () => {
    const conversation = conversationIn(anthropic, {
      request: {
        messages: [
          { role: 'user', content: 'Weather?' },
          {
            role: 'assistant',
            content: [
              { type: 'text', text: 'Let me see.' },
              { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Paris' } },
            ],
          },
          {
            role: 'user',
            content: [
              { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'rain' }] },
              { type: 'tool_result', tool_use_id: 't2', content: 'no such tool', is_error: true },
              { type: 'text', text: 'Well?' },
            ],
          },
        ],
      },
      response: response([{ type: 'text', text: 'It rains.' }]),
    });
    expect(turns(conversation)).toEqual([
      'user: Weather?',
      'assistant: Let me see.',
      'tool: rain',
      'tool: no such tool',
      'user: Well?',
      'assistant: It rains.',
    ]);
    expect(conversation.messages[1]?.parts?.[1]).toEqual({
      type: 'tool_call',
      id: 't1',
      name: 'weather',
      arguments: '{"city":"Paris"}',
    });
    expect(conversation.messages[3]?.metadata).toEqual({ tool_call_id: 't2', is_error: true });
  });

  it('may be rows of a message batch', () => {
    const asked = {
      custom_id: 'a',
      params: { model: 'claude', messages: [{ role: 'user', content: 'Hi' }] },
    };
    const message = response([{ type: 'text', text: 'Hello' }]);
    const result = { custom_id: 'a', result: { type: 'succeeded', message } };
    expect(turns(conversationIn(anthropic, asked, result))).toEqual(['user: Hi', 'assistant: Hello']);
    expect(turns(conversationIn(anthropic, { ...asked, ...result }))).toEqual([
      'user: Hi',
      'assistant: Hello',
    ]);
    expect(faultIn(anthropic, result)).toMatch(/^PROMPT_ABSENT /);
    const failed = {
      custom_id: 'a',
      result: { type: 'errored', error: { type: 'invalid_request_error', message: 'Too long' } },
    };
    expect(faultIn(anthropic, asked, failed)).toMatch(/^NO_ANSWER .*Too long/);
  });

  it('of messages alone is read where they hold an answer', () => {
    const record = {
      system: 'Be brief.',
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
    };
    expect(turns(conversationIn(anthropic, record))).toEqual([
      'system: Be brief.',
      'user: Hi',
      'assistant: Hello',
    ]);
  });
});
