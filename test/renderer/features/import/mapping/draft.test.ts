import { describe, expect, test } from 'vitest';
import {
  BLANK,
  draftOf,
  isNeeded,
  isWhole,
  mappingOf,
  missing,
  valuesOf,
} from '../../../../../renderer/features/import/mapping/draft.ts';
import { useOf, usesOf } from '../../../../../renderer/features/import/mapping/fields.ts';
import { type MappingDocument, mappingSchema } from '../../../../../shared/formats/mapping.ts';

const MAPPINGS: Record<string, MappingDocument> = {
  pairs: {
    touchstone_mapping: 1,
    layout: 'pairs',
    prompt: ['instruction', 'input'],
    candidates: ['answer a', 'answer b'],
    id: 'ticket',
    turns: true,
    order_by: 'turn',
    system: '$.meta.system',
    groups: { country: 'user.country' },
    feedback: [
      { signal: 'thumb', from: 'vote', values: { good: 1, 'rather bad': -1 } },
      { signal: 'comment', from: 'remark' },
    ],
    time: 'day-first',
    created_at: 'when',
  },
  messages: {
    touchstone_mapping: 1,
    name: 'chat log',
    layout: 'messages',
    id: 'thread',
    role: 'speaker',
    content: 'body',
    message_id: 'id',
    roles: { Anna: 'assistant' },
    model: 'llm',
    model_version: 'v',
    language: 'lang',
    use_case: 'topic',
  },
  list: {
    touchstone_mapping: 1,
    layout: 'list',
    messages: '$.turns',
    role: 'who',
    content: 'said',
    system: 'sys',
    id: 'id',
  },
};

describe('a mapping that is edited', () => {
  test.each(Object.entries(MAPPINGS))('of %s comes out as it went in', (_layout, document) => {
    const mapping = mappingSchema.parse(document);
    expect(mappingOf(draftOf(mapping))).toEqual(mapping);
  });

  test('says what it still needs', () => {
    expect(missing(BLANK)).toEqual(['prompt', 'answers']);
    expect(mappingOf(BLANK)).toBeNull();
    expect(missing({ ...BLANK, layout: 'messages' })).toEqual(['id', 'role', 'content']);
    expect(missing({ ...BLANK, layout: 'list' })).toEqual(['messages', 'role', 'content']);
    const turns = { ...BLANK, prompt: ['q'], answers: ['a'], turns: true };
    expect(missing(turns)).toEqual(['id']);
    expect(isNeeded(turns, 'id')).toBe(true);
    expect(isWhole(turns)).toBe(false);
    expect(isWhole({ ...turns, turns: false })).toBe(true);
  });

  test('leaves out rows that are not filled in, and waits for values that are not understood', () => {
    const draft = {
      ...BLANK,
      prompt: ['q'],
      answers: ['a'],
      groups: [{ id: '1', name: 'country', from: '' }],
      roles: [{ id: '2', name: '', role: 'user' as const }],
      feedback: [{ id: '3', signal: 'thumb' as const, from: 'vote', values: 'good' }],
    };
    expect(mappingOf(draft)).toBeNull();
    expect(mappingOf({ ...draft, feedback: [] })).toEqual({
      touchstone_mapping: 1,
      layout: 'pairs',
      time: 'auto',
      prompt: 'q',
      response: 'a',
    });
  });

  test('keeps what another layout knows too, and drops what it does not', () => {
    const draft = draftOf(mappingSchema.parse(MAPPINGS.messages));
    const list = mappingOf({ ...draft, layout: 'list', fields: { ...draft.fields, messages: 'turns' } });
    expect(list).toMatchObject({ layout: 'list', role: 'speaker', messages: 'turns', model: 'llm' });
    expect(list).not.toHaveProperty('message_id');
  });

  test.each([
    ['good = 1, bad=-1', { good: 1, bad: -1 }],
    ['', undefined],
    ['  ', undefined],
    ['good', null],
    ['good = yes', null],
  ])('reads the meaning of values from %j', (text, values) => expect(valuesOf(text)).toEqual(values));

  test('tells of each field what it is read as', () => {
    const uses = usesOf(draftOf(mappingSchema.parse(MAPPINGS.pairs)));
    expect(useOf(uses, 'instruction')).toBe('Prompt');
    expect(useOf(uses, 'answer b')).toBe('Answer 2');
    expect(useOf(uses, 'meta.system')).toBe('System prompt');
    expect(useOf(uses, 'user.country')).toBe('Group country');
    expect(useOf(uses, 'vote')).toBe('Thumb up or down');
    expect(useOf(uses, 'else')).toBeNull();
    expect(useOf(usesOf(draftOf(mappingSchema.parse(MAPPINGS.list))), 'who')).toBeNull();
  });
});
