import { describe, expect, it } from 'vitest';
import { isFault } from '../../shared/contract/errors.ts';
import { ADAPTERS, chooseAdapter, detectAdapter } from '../../shared/formats/registry.ts';

const messages = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
];

function faultOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return error.failure;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the format is found by content', () => {
  it.each([
    ['native', { id: 'a', use_case: 'refund', messages }],
    ['native', { id: 'a', messages }],
    ['native', { messages, candidates: [messages[1], messages[1]] }],
    ['native', { messages: [messages[0], { ...messages[1], feedback: [] }] }],
    ['openai-messages', { messages }],
    ['openai-messages', { messages, tools: [] }],
    ['openai-messages', { id: 'a', created: 1, model: 'm', messages }],
    ['openai-messages', { messages: [{ role: 'assistant', content: null, tool_calls: [] }] }],
    ['trl', { prompt: 'Hi', completion: 'Hello' }],
    ['trl', { prompt: messages.slice(0, 1), chosen: messages.slice(1), rejected: messages.slice(1) }],
    ['alpaca', { instruction: 'Hi', input: '', output: 'Hello' }],
    [
      'openai-preference',
      { input: { messages }, preferred_output: messages, non_preferred_output: messages },
    ],
    ['sharegpt', { id: 'a', conversations: [{ from: 'human', value: 'Hi' }] }],
  ])('%s: %j', (name, record) => {
    const found = detectAdapter([record]);
    expect(found.adapter.name).toBe(name);
    expect(found.confidence).toBeGreaterThanOrEqual(0.8);
    expect(found.because).not.toBe('');
  });

  it('names the runners-up, best first, with what speaks for them', () => {
    const { runnersUp } = detectAdapter([{ id: 'a', messages }]);
    expect(runnersUp).toEqual([{ adapter: 'openai-messages', confidence: 0.6, because: expect.any(String) }]);
  });

  it('is less sure where some records do not fit, and says how many do', () => {
    const { confidence, because } = detectAdapter([{ messages }, { messages }, { messages }, { other: 1 }]);
    expect(confidence).toBeCloseTo(0.68, 2);
    expect(because).toContain('3 of the first 4 records');
  });

  it('is refused where nothing fits, with the fields seen', () => {
    const failure = faultOf(() => detectAdapter([{ prompt: 'a', chosen: 'b' }], 'x.jsonl'));
    expect(failure).toMatchObject({ code: 'UNKNOWN_FORMAT', place: { file: 'x.jsonl' } });
    expect(failure.message).toContain('prompt, chosen');
  });

  it('points out a ratings file', () => {
    const rating = { conversation: 'a', message: 1, rater: 'r', values: {} };
    expect(faultOf(() => detectAdapter([rating])).advice).toContain('ratings');
  });
});

describe('a format named by the user', () => {
  it('is taken as it is, with how well it fits', () => {
    const found = chooseAdapter('openai-messages', [{ id: 'a', use_case: 'b', messages }]);
    expect(found).toMatchObject({ confidence: 0.3, because: 'chosen by the user' });
    expect(found.runnersUp[0]?.adapter).toBe('native');
  });

  it('must be one of those there are', () => {
    const failure = faultOf(() => chooseAdapter('nativ', []));
    expect(failure.code).toBe('USAGE');
    for (const { name } of ADAPTERS) expect(failure.advice).toContain(name);
  });
});
