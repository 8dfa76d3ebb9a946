import { describe, expect, it } from 'vitest';
import { langSmith } from '../../shared/formats/langsmith.ts';
import { conversationIn, conversationsIn, faultIn, turns } from './read-logs.ts';

// All runs here are written from the documentation of LangSmith's run format and of LangChain's messages.
const run = (order: string, run_type: string, inputs: unknown, outputs: unknown, more: object = {}) => ({
  id: `run-${order}`,
  trace_id: 't',
  dotted_order: order,
  run_type,
  inputs,
  outputs,
  start_time: '2026-09-14T22:31:55.000000',
  end_time: '2026-09-14T22:31:57.500000',
  ...more,
});
const human = (content: string) => ({
  lc: 1,
  type: 'constructor',
  id: ['langchain', 'HumanMessage'],
  kwargs: { content },
});
const ai = (content: string, more: object = {}) => ({
  lc: 1,
  type: 'constructor',
  id: ['langchain', 'AIMessage'],
  kwargs: { content, ...more },
});
const generated = (content: string, more: object = {}) => ({
  generations: [[{ text: content, message: ai(content, more) }]],
});

describe('a trace of LangSmith', () => {
  it('is the run of the model in it, with what people said of the whole', () => {
    const conversation = conversationIn(
      langSmith,
      run(
        '1.2',
        'llm',
        { messages: [[human('Hi')]] },
        generated('Hello', {
          response_metadata: { finish_reason: 'length', model_name: 'gpt-4o-2024-08-06' },
        }),
        {
          extra: { metadata: { ls_model_name: 'gpt-4o', thread_id: 'th' } },
          prompt_tokens: 3,
          completion_tokens: 2,
          session_id: 'project',
        },
      ),
      run(
        '1',
        'chain',
        { question: 'Hi' },
        { output: 'Hello' },
        {
          feedback_stats: { user_score: { n: 1, avg: 0, comments: ['no'] }, correctness: { n: 1, avg: 1 } },
        },
      ),
    );
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: Hello']);
    expect(conversation).toMatchObject({
      externalId: 'run-1.2',
      createdAt: Date.parse('2026-09-14T22:31:55Z'),
      model: 'gpt-4o',
      modelVersion: 'gpt-4o-2024-08-06',
      metadata: {
        trace_id: 't',
        session_id: 'project',
        extra: { metadata: { thread_id: 'th' } },
        other_runs: 1,
      },
    });
    expect(conversation.messages[1]).toMatchObject({
      model: 'gpt-4o',
      latencyMs: 2500,
      usage: { input_tokens: 3, output_tokens: 2 },
      feedback: [{ kind: 'explicit', signal: 'thumb', value: -1, comment: 'no' }],
      metadata: { finish_reason: 'length' },
    });
    expect(conversation.metadata.trace_feedback_stats).toHaveProperty('correctness');
  });

  it('takes several runs of the model in the order of the tree, and those continued by another once', () => {
    const rewrite = run(
      '1.1',
      'llm',
      { messages: [{ role: 'user', content: 'Rewrite: Hi' }] },
      { messages: [{ role: 'assistant', content: 'Hi!' }] },
    );
    const first = run(
      '1.2',
      'llm',
      { messages: [human('Hi')] },
      generated('', { tool_calls: [{ id: 'c', name: 'find', args: { q: 'x' } }] }),
      { completion_tokens: 7 },
    );
    const second = run(
      '1.4',
      'llm',
      {
        messages: [
          human('Hi'),
          ai('', { tool_calls: [{ id: 'c', name: 'find', args: { q: 'x' } }] }),
          { type: 'tool', data: { content: 'found', tool_call_id: 'c' } },
        ],
      },
      generated('Hello'),
    );
    const tool = run('1.3', 'tool', { input: 'x' }, { output: 'found' });
    const conversations = conversationsIn(langSmith, second, tool, first, rewrite, run('1', 'chain', {}, {}));
    expect(conversations.map(turns)).toEqual([
      ['user: Rewrite: Hi', 'assistant: Hi!'],
      ['user: Hi', 'assistant: ', 'tool: found', 'assistant: Hello'],
    ]);
    expect(conversations[1]?.messages[1]?.usage).toEqual({ output_tokens: 7 });
  });

  it.each([
    [
      'messages as pairs',
      {
        messages: [
          ['system', 'S'],
          ['human', 'Hi'],
        ],
      },
      { output: 'Hello' },
      ['system: S', 'user: Hi', 'assistant: Hello'],
    ],
    [
      'prompts',
      { prompts: ['Hi'] },
      { generations: [[{ text: 'Hello' }]] },
      ['user: Hi', 'assistant: Hello'],
    ],
    [
      'an OpenAI call',
      { model: 'm', messages: [{ role: 'user', content: 'Hi' }] },
      { choices: [{ message: { role: 'assistant', content: 'Hello' } }] },
      ['user: Hi', 'assistant: Hello'],
    ],
    [
      'JSON text, as in a table',
      '{"messages":[{"type":"human","content":"Hi"}]}',
      '{"output":{"type":"ai","content":"Hello"}}',
      ['user: Hi', 'assistant: Hello'],
    ],
    [
      'several generations',
      { prompts: ['Hi'] },
      { generations: [[{ text: 'A' }, { text: 'B' }]] },
      ['user: Hi', '| assistant: A', '| assistant: B'],
    ],
    [
      'a state that repeats what went in',
      { messages: [human('Hi')] },
      { messages: [human('Hi'), ai('Hello')] },
      ['user: Hi', 'assistant: Hello'],
    ],
  ])('reads %s', (_form, inputs, outputs, expected) => {
    expect(turns(conversationIn(langSmith, run('1', 'llm', inputs, outputs)))).toEqual(expected);
  });

  it('without a model is the outermost run that reads as question and answer', () => {
    const inner = run('1.1', 'chain', { query: 'inner' }, { result: 'x' });
    const outer = run(
      '1',
      'chain',
      { question: 'Hi', chat_history: [human('A'), ai('B')] },
      { answer: 'Hello' },
    );
    expect(turns(conversationIn(langSmith, inner, outer))).toEqual([
      'user: A',
      'assistant: B',
      'user: Hi',
      'assistant: Hello',
    ]);
  });

  it('is refused with the reason where there is nothing to read', () => {
    expect(faultIn(langSmith, run('1', 'retriever', { query: 'x' }, { documents: [] }))).toMatch(
      /^NO_CONVERSATION /,
    );
    expect(
      faultIn(langSmith, run('1', 'llm', { messages: [human('Hi')] }, null, { error: 'Timeout' })),
    ).toMatch(/^NO_ANSWER .*Timeout/);
    expect(faultIn(langSmith, run('1', 'llm', {}, {}))).toMatch(/^BODY_ABSENT \$\.inputs/);
  });

  it('may come as a list of runs, or as a tree in one record', () => {
    const model = run('1.1', 'llm', { prompts: ['Hi'] }, { generations: [[{ text: 'Hello' }]] });
    const root = run('1', 'chain', {}, {});
    for (const record of [{ runs: [root, model] }, { ...root, child_runs: [model] }])
      expect(turns(conversationIn(langSmith, record))).toEqual(['user: Hi', 'assistant: Hello']);
  });

  it('may come from the columns of a Parquet file', () => {
    const conversation = conversationIn(langSmith, {
      ...run('1', 'llm', '{"prompts":["Hi"]}', '{"generations":[[{"text":"Hello"}]]}'),
      start_time: new Date('2026-09-14T22:31:55Z'),
      end_time: new Date('2026-09-14T22:31:56Z'),
      prompt_tokens: 3n,
      total_cost: 2n ** 70n,
      extra: '{"metadata":{"ls_model_name":"gpt-4o"}}',
    });
    expect(conversation).toMatchObject({
      createdAt: Date.parse('2026-09-14T22:31:55Z'),
      model: 'gpt-4o',
      metadata: { total_cost: String(2n ** 70n) },
      messages: [{ text: 'Hi' }, { text: 'Hello', latencyMs: 1000, usage: { input_tokens: 3 } }],
    });
  });

  it('has thumbs told apart where their sum allows it, and no feedback of machines', () => {
    const feedbackOf = (feedback_stats: unknown) =>
      conversationIn(langSmith, run('1', 'llm', { prompts: ['Hi'] }, { output: 'Hello' }, { feedback_stats }))
        .messages.at(-1)
        ?.feedback.map(({ signal, value, comment }) => value ?? `${signal} ${comment}`);
    expect(feedbackOf({ user_score: { n: 3, avg: 2 / 3 } })).toEqual([1, 1, -1]);
    expect(feedbackOf({ thumbs: { n: 2, values: { positive: 1, negative: 1 } } })).toEqual([1, -1]);
    expect(feedbackOf('{"user_stars":{"n":1,"avg":4}}')).toEqual([4]);
    expect(feedbackOf({ user_score: { n: 1e9, avg: 0.5 }, relevance: { n: 1, avg: 1 } })).toEqual([]);
    expect(feedbackOf({ user_comment: { n: 1, avg: null, comments: ['good'] } })).toEqual(['comment good']);
  });
});
