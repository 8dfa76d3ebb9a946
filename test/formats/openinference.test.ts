import { describe, expect, it } from 'vitest';
import { openInference } from '../../shared/formats/openinference.ts';
import { exported, span } from './examples/span-builders.ts';
import { conversationIn, conversationsIn, turns } from './read-logs.ts';

// Spans are written from the documentation of the conventions.
describe('spans of OpenInference', () => {
  const names = {
    'openinference.span.kind': 'LLM',
    'llm.model_name': 'gpt-4o',
    'llm.token_count.prompt': 3,
    'llm.token_count.completion': 2,
  };

  it('have a message in several attributes, its parts and calls too', () => {
    const conversation = conversationIn(
      openInference,
      exported(
        span({
          ...names,
          'llm.input_messages.0.message.role': 'user',
          'llm.input_messages.0.message.contents.0.message_content.type': 'text',
          'llm.input_messages.0.message.contents.0.message_content.text': 'Hi',
          'llm.input_messages.1.message.role': 'assistant',
          'llm.input_messages.1.message.tool_calls.0.tool_call.id': 'c',
          'llm.input_messages.1.message.tool_calls.0.tool_call.function.name': 'find',
          'llm.input_messages.1.message.tool_calls.0.tool_call.function.arguments': '{"q":"x"}',
          'llm.input_messages.2.message.role': 'tool',
          'llm.input_messages.2.message.tool_call_id': 'c',
          'llm.input_messages.2.message.content': 'found',
          'llm.output_messages.0.message.role': 'assistant',
          'llm.output_messages.0.message.content': 'Hello',
          'annotations.0.annotation.name': 'user_feedback',
          'annotations.0.annotation.score': 1,
          'annotations.0.annotation.annotator_kind': 'HUMAN',
          'session.id': 'session',
        }),
      ),
    );
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: ', 'tool: found', 'assistant: Hello']);
    expect(conversation.messages[1]?.parts).toEqual([
      { type: 'tool_call', id: 'c', name: 'find', arguments: '{"q":"x"}' },
    ]);
    expect(conversation.messages[3]).toMatchObject({
      model: 'gpt-4o',
      usage: { input_tokens: 3, output_tokens: 2 },
      feedback: [{ signal: 'thumb', value: 1 }],
    });
    expect(conversation.metadata.attributes).toMatchObject({ 'session.id': 'session' });
  });

  it('fall back to what went in and came out', () => {
    const attributes = {
      ...names,
      'input.value': '{"messages":[{"role":"user","content":"Hi"}]}',
      'output.value': 'Hello',
    };
    expect(turns(conversationIn(openInference, exported(span(attributes))))).toEqual([
      'user: Hi',
      'assistant: Hello',
    ]);
  });

  it('may be rows of a table, with lists of messages', () => {
    const row = (trace: string, kind: string, columns: object) => ({
      'context.trace_id': trace,
      'context.span_id': kind,
      'attributes.openinference.span.kind': kind,
      ...columns,
    });
    const conversations = conversationsIn(
      openInference,
      row('a', 'LLM', {
        'attributes.llm.input_messages': '[{"message.role":"user","message.content":"Hi"}]',
        'attributes.llm.output_messages': [{ message: { role: 'assistant', content: 'Hello' } }],
      }),
      row('b', 'CHAIN', { 'attributes.input.value': 'Hi', 'attributes.output.value': 'Hello' }),
    );
    expect(conversations.map(turns)).toEqual([
      ['user: Hi', 'assistant: Hello'],
      ['user: Hi', 'assistant: Hello'],
    ]);
  });
});
