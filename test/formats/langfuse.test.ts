import { describe, expect, it } from 'vitest';
import { langfuse } from '../../shared/formats/langfuse.ts';
import { conversationIn, conversationsIn, faultIn, turns } from './read-logs.ts';

// All records here are written from the documentation of Langfuse's exports.
const generation = {
  id: 'obs-1',
  traceId: 'trace-1',
  type: 'GENERATION',
  startTime: '2026-10-02T09:31:04.100Z',
  endTime: '2026-10-02T09:31:05.000Z',
  providedModelName: 'gpt-4o',
  input: [{ role: 'user', content: 'Hi' }],
  output: { role: 'assistant', content: 'Hello' },
  usageDetails: { input: 3, output: 2, total: 5 },
};
const score = (name: string, value: unknown, more: object = {}) => ({
  id: name,
  traceId: 'trace-1',
  observationId: null,
  name,
  value,
  dataType: 'NUMERIC',
  source: 'API',
  comment: null,
  ...more,
});

describe('a trace downloaded from Langfuse', () => {
  const trace = {
    id: 'trace-1',
    timestamp: '2026-10-02T09:31:04.000Z',
    userId: 'u',
    sessionId: 's',
    tags: ['prod'],
  };

  it('is its generation, with the thumbs of users; other scores are kept as they are', () => {
    const conversation = conversationIn(langfuse, {
      trace,
      observations: [
        { id: 'obs-0', traceId: 'trace-1', type: 'SPAN', input: null, output: null },
        generation,
      ],
      scores: [
        score('user-feedback', 0, { dataType: 'BOOLEAN', comment: 'wrong' }),
        score('helpfulness', 0.9, { source: 'EVAL', observationId: 'obs-1' }),
        score('user-feedback', 1, { source: 'EVAL' }),
      ],
    });
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: Hello']);
    expect(conversation).toMatchObject({
      externalId: 'obs-1',
      createdAt: Date.parse('2026-10-02T09:31:04.100Z'),
      model: 'gpt-4o',
      metadata: {
        traceId: 'trace-1',
        trace: { userId: 'u', sessionId: 's', tags: ['prod'] },
        other_observations: 1,
      },
    });
    expect(conversation.metadata.scores).toHaveLength(3);
    expect(conversation.messages[1]).toMatchObject({
      latencyMs: 900,
      usage: { input_tokens: 3, output_tokens: 2, total: 5 },
      feedback: [{ signal: 'thumb', value: -1, comment: 'wrong' }],
    });
    expect(conversation.messages[1]?.feedback).toHaveLength(1);
  });

  it('without a generation is what went into the trace and came out', () => {
    const whole = { ...trace, input: { question: 'Hi' }, output: 'Hello' };
    expect(turns(conversationIn(langfuse, { trace: whole, observations: [], scores: [] }))).toEqual([
      'user: Hi',
      'assistant: Hello',
    ]);
    expect(turns(conversationIn(langfuse, { ...whole, observations: [], scores: [] }))).toEqual([
      'user: Hi',
      'assistant: Hello',
    ]);
    expect(
      faultIn(langfuse, { trace, observations: [{ type: 'SPAN', input: {}, output: {} }], scores: [] }),
    ).toMatch(/^NO_CONVERSATION /);
  });

  it('whose large inputs were left out is refused with that reason', () => {
    const omitted = { ...generation, input: '[omitted: too large]' };
    expect(faultIn(langfuse, { trace, observations: [omitted], scores: [] })).toMatch(
      /^BODY_ABSENT \$\.observations\[0\]\.input /,
    );
  });

  it('may be one of a session', () => {
    const session = {
      id: 's',
      traces: [{ ...trace, input: 'Hi', output: 'Hello', scores: [] }],
      comments: [],
    };
    expect(turns(conversationIn(langfuse, session))).toEqual(['user: Hi', 'assistant: Hello']);
  });
});

describe('rows of a table of Langfuse', () => {
  it('hold JSON text in the cells of a CSV, and scores in columns of their own', () => {
    const conversation = conversationIn(langfuse, {
      ...generation,
      input: JSON.stringify({ model: 'm', messages: generation.input, temperature: 0 }),
      output: JSON.stringify(generation.output),
      usageDetails: JSON.stringify(generation.usageDetails),
      parentObservationId: '',
      scores: '',
      comments:
        '[{"id":"c","content":"Check this.","author_user_id":"u","created_at":"2026-10-02T10:00:00Z"}]',
      'user-feedback': '[1]',
      stars: '[4]',
      toxicity: '[0.1]',
    });
    expect(turns(conversation)).toEqual(['user: Hi', 'assistant: Hello']);
    expect(
      conversation.messages[1]?.feedback.map(({ signal, value, comment }) => [signal, value, comment]),
    ).toEqual([
      ['comment', null, 'Check this.'],
      ['thumb', 1, null],
      ['stars', 4, null],
    ]);
    expect(conversation.messages[1]?.usage).toEqual({ input_tokens: 3, output_tokens: 2, total: 5 });
    expect(conversation.metadata).toMatchObject({ toxicity: '[0.1]', input: { model: 'm', temperature: 0 } });
  });

  it('are joined by their trace; turns that a later one repeats are there once', () => {
    const later = {
      ...generation,
      id: 'obs-2',
      startTime: '2026-10-02T09:32:00Z',
      endTime: null,
      model: 'gpt-4o',
      input: [...generation.input, generation.output, { role: 'user', content: 'Thanks' }],
      output: 'Bye',
    };
    const other = { ...generation, id: 'obs-3', traceId: 'trace-2' };
    const conversations = conversationsIn(
      langfuse,
      later,
      other,
      score('user-feedback', -1, { observationId: 'obs-2' }),
      generation,
    );
    expect(conversations.map(turns)).toEqual([
      ['user: Hi', 'assistant: Hello', 'user: Thanks', 'assistant: Bye'],
      ['user: Hi', 'assistant: Hello'],
    ]);
    const [conversation] = conversations;
    expect(conversation?.messages.map(({ latencyMs }) => latencyMs)).toEqual([null, 900, null, null]);
    expect(conversation?.messages[3]?.feedback).toMatchObject([{ signal: 'thumb', value: -1 }]);
  });

  it('may have the names of its other export', () => {
    const row = {
      id: 'obs-1',
      trace_id: 'trace-1',
      type: 'GENERATION',
      start_time: '2026-10-02 09:31:04.100000',
      end_time: '2026-10-02 09:31:05.000000',
      provided_model_name: 'gpt-4o',
      usage_details: { input: 3 },
      input: JSON.stringify(generation.input),
      output: 'Hello',
    };
    expect(langfuse.detect(row).score).toBeGreaterThan(0.9);
    expect(conversationIn(langfuse, row)).toMatchObject({
      model: 'gpt-4o',
      messages: [{}, { text: 'Hello', latencyMs: 900 }],
    });
  });

  it('read an answer in any of the forms a program may log', () => {
    const answers = [
      'Hello',
      [{ role: 'assistant', content: 'Hello' }],
      { choices: [{ message: { role: 'assistant', content: 'Hello' } }] },
      { content: [{ type: 'text', text: 'Hello' }], role: 'assistant', type: 'message' },
      { completion: 'Hello' },
    ];
    for (const output of answers)
      expect(turns(conversationIn(langfuse, { ...generation, output }))).toEqual([
        'user: Hi',
        'assistant: Hello',
      ]);
  });
});
