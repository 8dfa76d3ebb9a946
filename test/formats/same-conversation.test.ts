import { describe, expect, it } from 'vitest';
import { contentKey } from '../../shared/domain/conversation.ts';
import { exported, SAME, whole } from './examples/same-conversation.ts';
import { adapter, conversationIn } from './read-logs.ts';

describe('the same conversation', () => {
  it.each(Object.entries(SAME))('has the same content key when it comes from %s', (name, records) => {
    expect(contentKey(conversationIn(adapter(name), ...records))).toBe(
      JSON.stringify([whole.map(({ role, content }) => [role, content]), []]),
    );
  });

  it('with a tool has the same content key in each format that has tools', () => {
    const call = { name: 'look', arguments: '{"a":1}' };
    const openAi = [
      { role: 'user', content: 'Look.' },
      { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: call }] },
      { role: 'tool', tool_call_id: 'c1', content: 'a cat' },
    ];
    const said = { role: 'assistant', content: 'It is a cat.' };
    const toolUse = { type: 'tool_use', id: 'c1', name: 'look', input: { a: 1 } };
    const keys = [
      conversationIn(adapter('openai-messages'), { messages: [...openAi, said] }),
      conversationIn(adapter('openai-log'), {
        request: { model: 'm', messages: openAi },
        response: { choices: [{ message: said }] },
      }),
      conversationIn(adapter('anthropic'), {
        request: {
          messages: [
            openAi[0],
            { role: 'assistant', content: [toolUse] },
            { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'a cat' }] },
          ],
        },
        response: { type: 'message', content: [{ type: 'text', text: 'It is a cat.' }] },
      }),
      conversationIn(
        adapter('otlp'),
        exported({
          'gen_ai.input.messages': [
            { role: 'user', parts: [{ type: 'text', content: 'Look.' }] },
            {
              role: 'assistant',
              parts: [{ type: 'tool_call', id: 'c1', name: 'look', arguments: { a: 1 } }],
            },
            { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c1', response: 'a cat' }] },
          ],
          'gen_ai.output.messages': [
            { role: 'assistant', parts: [{ type: 'text', content: 'It is a cat.' }] },
          ],
        }),
      ),
      conversationIn(adapter('langsmith'), {
        run_type: 'llm',
        trace_id: 't',
        inputs: {
          messages: [
            ['human', 'Look.'],
            {
              type: 'ai',
              data: {
                content: '',
                tool_calls: [{ id: 'c1', name: 'look', args: { a: 1 }, type: 'tool_call' }],
              },
            },
            { type: 'tool', data: { content: 'a cat', tool_call_id: 'c1' } },
          ],
        },
        outputs: { output: 'It is a cat.' },
      }),
    ].map(contentKey);
    expect([...new Set(keys)]).toHaveLength(1);
  });
});
