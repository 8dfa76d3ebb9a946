import { describe, expect, test } from 'vitest';
import type { Message } from '../../shared/domain/conversation.ts';
import { isEmpty, isWordless } from '../../shared/survey/detectors/empty.ts';
import { finishOf } from '../../shared/survey/detectors/finish-reason.ts';
import { Inspector } from '../../shared/survey/detectors/inspector.ts';
import { modelLeak } from '../../shared/survey/detectors/model-leak.ts';
import { cutSign } from '../../shared/survey/detectors/truncated.ts';
import { WordScan } from '../../shared/survey/word-scan.ts';
import { answer, conversation, message, user } from './conversations.ts';
import { CUT, WHOLE } from './cut-set.ts';
import { LEAKS, type LeakCase, NO_LEAKS } from './leak-set.ts';

const codes = (inspector: Inspector, messages: Message[]): string[] =>
  inspector.inspect(conversation(messages)).map(({ message: at, code }) => `${at} ${code}`);

describe('an empty answer', () => {
  test('has nothing but blanks', () => {
    for (const text of ['', ' ', '\n\t '])
      expect(isEmpty({ text, parts: null }), JSON.stringify(text)).toBe(true);
    expect(isEmpty({ text: '.', parts: null })).toBe(false);
    expect(isEmpty({ text: '', parts: [{ type: 'text', text: '' }] })).toBe(true);
  });

  test('is not one that calls a tool or shows a picture: that is no answer in words at all', () => {
    const call = { text: '', parts: [{ type: 'tool_call', name: 'find' }] };
    expect(isEmpty(call)).toBe(false);
    expect(isWordless(call)).toBe(true);
    expect(isWordless({ text: 'Here it is.', parts: [{ type: 'image' }] })).toBe(false);
  });
});

describe('an answer is cut off', () => {
  test.each([
    [{ finish_reason: 'length' }, 'cut'],
    [{ stop_reason: 'max_tokens' }, 'cut'],
    [{ finishReason: 'MAX_TOKENS' }, 'cut'],
    [{ incomplete_details: { reason: 'max_output_tokens' } }, 'cut'],
    [{ metadata: { finish_details: { type: 'max_tokens' } } }, 'cut'],
    [{ 'gen_ai.response.finish_reasons': ['length'] }, 'cut'],
    [{ finish_reason: 'stop' }, 'whole'],
    [{ stop_reason: 'end_turn' }, 'whole'],
    [{ finish_reason: 'content_filter' }, null],
    [{ finish_reason: 7 }, null],
    [{}, null],
  ])('or not as its metadata says: %j is %s', (metadata, finish) => {
    expect(finishOf(metadata)).toBe(finish);
  });

  test('where the log says so, whatever its text, and not where it says the answer is whole', () => {
    expect(cutSign('Done.', 'cut')).toBe('finish_reason');
    for (const text of CUT) expect(cutSign(text, 'whole'), text).toBeNull();
  });

  test('as its text tells, where the log says nothing: the labelled set', () => {
    const missed = CUT.filter((text) => cutSign(text, null) === null);
    const wrong = WHOLE.filter((text) => cutSign(text, null) !== null);
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });

  test('at an open code block, but not at one that is closed', () => {
    expect(cutSign('```\na\n```\nand\n```js\nb(', null)).toBe('open_code_block');
    expect(cutSign('```\na\n```\nand `b`\n```js\nb()\n```', null)).toBeNull();
    expect(cutSign('Three backticks (```) begin a block.', null)).toBeNull();
  });
});

describe('an answer claims to be the model of another maker', () => {
  const claimed = ([text, model]: LeakCase): string | null => {
    const scan = new WordScan();
    scan.scan(text);
    return modelLeak(text, scan, model);
  };

  test('in each of the labelled set, by its name', () => {
    const wrong = LEAKS.filter((each) => claimed(each) !== each[2]).map((each) => [each[0], claimed(each)]);
    expect(wrong).toEqual([]);
  });

  test('in none of its negatives: its own maker, talk about models, people and things of the same name', () => {
    const wrong = NO_LEAKS.filter((each) => claimed(each) !== null).map((each) => [each[0], claimed(each)]);
    expect(wrong).toEqual([]);
  });

  test('in many languages', () => {
    expect(LEAKS.length + NO_LEAKS.length).toBeGreaterThanOrEqual(90);
  });

  test('unless the source has one maker only and the log does not say the model', () => {
    const text = "I'm Claude, made by Anthropic.";
    expect(codes(new Inspector('claude-export'), [answer(text)])).toEqual([]);
    expect(codes(new Inspector(), [answer(text)])).toEqual(['0 model_leak']);
  });

  test('without taking long over a text that is nothing but names', () => {
    expect(claimed(['openai claude gemini '.repeat(100_000), 'asst-1', null])).toBeNull();
  });
});

describe('in a conversation', () => {
  test('only answers are looked at, candidates by their places after the messages', () => {
    const found = new Inspector().inspect(
      conversation([user(''), message('system', '')], { candidates: [answer('Fine.'), answer(' ')] }),
    );
    expect(found).toEqual([{ message: 3, code: 'empty', detail: '' }]);
  });

  test('one answer may have several findings, each with what showed it', () => {
    const inspector = new Inspector();
    const text = 'I am ChatGPT.';
    inspector.inspect(conversation([answer(text)]));
    expect(
      inspector.inspect(conversation([answer(text, { metadata: { finish_reason: 'length' } })])),
    ).toEqual([
      { message: 0, code: 'exact_duplicate_answer', detail: '' },
      { message: 0, code: 'truncated', detail: 'finish_reason' },
      { message: 0, code: 'model_leak', detail: 'OpenAI' },
    ]);
  });
});
