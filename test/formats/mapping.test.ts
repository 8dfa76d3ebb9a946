import { describe, expect, it } from 'vitest';
import { isFault } from '../../shared/contract/errors.ts';
import type { Conversation } from '../../shared/domain/conversation.ts';
import { fieldPath, valueAt, withoutFields } from '../../shared/formats/field-path.ts';
import { mappedAdapter } from '../../shared/formats/mapped.ts';
import { type MappingDocument, mappingSchema, readMapping } from '../../shared/formats/mapping.ts';
import { readGroup, readings } from '../../shared/formats/reading.ts';

const adapterOf = (document: MappingDocument) => mappedAdapter(mappingSchema.parse(document));

/** All conversations in records, those that are spread over several joined. */
function readAll(document: MappingDocument, records: readonly unknown[]): Conversation[] {
  const adapter = adapterOf(document);
  const groups = new Map<string, unknown[]>();
  const read: Conversation[] = [];
  for (const record of records)
    for (const reading of readings(adapter, record))
      if ('key' in reading) groups.set(reading.key, [...(groups.get(reading.key) ?? []), reading.record]);
      else if (reading.outcome.ok) read.push(...reading.outcome.conversations);
      else throw new Error(`${reading.outcome.fault.path}: ${reading.outcome.fault.reason}`);
  for (const group of groups.values()) {
    const outcome = readGroup(adapter, group);
    if (!outcome.ok) throw new Error(outcome.fault.reason);
    read.push(...outcome.conversations);
  }
  return read;
}

function faultOf(document: MappingDocument, record: unknown) {
  const outcome = adapterOf(document).read(record);
  if (outcome.ok) throw new Error('it was read');
  return outcome.fault;
}

const told = ({ messages, candidates }: Conversation) =>
  [...messages, ...candidates].map(({ role, text }) => `${role}: ${text}`);

describe('a row a pair', () => {
  const document: MappingDocument = {
    touchstone_mapping: 1,
    layout: 'pairs',
    id: 'ticket',
    prompt: 'Question',
    response: 'Answer',
    system: 'sys',
    history: 'before',
    created_at: 'at',
    time: 'day-first',
    model: 'meta.model',
    groups: { country: 'meta.country' },
    feedback: [
      { signal: 'thumb', from: 'verdict', values: { gut: 1, schlecht: -1 } },
      { signal: 'comment', from: 'note' },
      { signal: 'edited', from: 'sent' },
    ],
  };

  it('is a conversation with everything the mapping names, the rest kept', () => {
    const [conversation] = readAll(document, [
      {
        ticket: 17,
        Question: 'Wo?',
        Answer: 'Hier.',
        sys: 'Sei kurz.',
        before: '[["Hallo","Guten Tag"],{"role":"user","content":"Noch da?"}]',
        at: '31.12.2026 23:59',
        meta: { model: 'm-1', country: 'DE', region: 'BY' },
        verdict: 'schlecht',
        note: 'falsch',
        sent: 'Dort.',
        extra: 'kept',
      },
    ]);
    expect(conversation).toMatchObject({
      externalId: '17',
      model: 'm-1',
      groups: { country: 'DE' },
      createdAt: Date.UTC(2026, 11, 31, 23, 59),
      metadata: { extra: 'kept', meta: { region: 'BY' } },
    });
    expect(conversation && told(conversation)).toEqual([
      'system: Sei kurz.',
      'user: Hallo',
      'assistant: Guten Tag',
      'user: Noch da?',
      'user: Wo?',
      'assistant: Hier.',
    ]);
    expect(conversation?.messages.at(-1)?.feedback).toMatchObject([
      { kind: 'explicit', signal: 'thumb', value: -1 },
      { signal: 'comment', comment: 'falsch' },
      { kind: 'implicit', signal: 'edited', text: 'Dort.' },
    ]);
  });

  it('with several answers has candidates; with turns the rows of an id are one conversation, in their order', () => {
    const candidates: MappingDocument = {
      touchstone_mapping: 1,
      layout: 'pairs',
      prompt: 'q',
      candidates: ['a', 'b'],
    };
    const [one] = readAll(candidates, [{ q: 'Q', a: 'A', b: 'B' }]);
    expect(one?.candidates.map(({ text }) => text)).toEqual(['A', 'B']);
    const turns: MappingDocument = {
      touchstone_mapping: 1,
      layout: 'pairs',
      id: 's',
      prompt: 'q',
      response: 'a',
      turns: true,
      order_by: 'n',
    };
    const read = readAll(turns, [
      { s: 'x', n: '10', q: 'second', a: '2' },
      { s: 'y', n: '1', q: 'other', a: '0' },
      { s: 'x', n: '9', q: 'first', a: '1' },
    ]);
    expect(read.map(told)).toEqual([
      ['user: first', 'assistant: 1', 'user: second', 'assistant: 2'],
      ['user: other', 'assistant: 0'],
    ]);
  });

  it('is refused with place and reason where it does not hold', () => {
    expect(faultOf(document, { Question: '', Answer: 'x' })).toMatchObject({
      code: 'NO_PROMPT',
      path: '$.Question',
    });
    expect(faultOf(document, { Question: 'x' })).toMatchObject({ path: '$.Answer' });
    expect(faultOf(document, { Question: 'x', Answer: 'y', at: 'yesterday' }).reason).toContain('no time');
    expect(faultOf(document, { Question: 'x', Answer: 'y', before: '[3]' })).toMatchObject({
      path: '$.before[0]',
    });
    expect(faultOf(document, 'text')).toMatchObject({ path: '$' });
  });

  it('keeps a value of feedback that says nothing clear where it was', () => {
    const [conversation] = readAll(document, [{ Question: 'x', Answer: 'y', verdict: 'naja' }]);
    expect(conversation).toMatchObject({ metadata: { verdict: 'naja' } });
    expect(conversation?.messages[1]?.feedback).toEqual([]);
  });
});

describe('a row a message', () => {
  const document: MappingDocument = {
    touchstone_mapping: 1,
    layout: 'messages',
    id: 'session',
    role: 'who',
    content: 'said',
    order_by: 'turn',
    message_id: 'mid',
    model: 'model',
    created_at: 'ts',
    roles: { Kunde: 'user' },
    feedback: [{ signal: 'stars', from: 'stars' }],
  };

  it('is grouped by the column of the conversation and put in the order of another', () => {
    const [conversation] = readAll(document, [
      {
        session: 'a',
        turn: 2,
        who: 'bot',
        said: 'Hier.',
        mid: 'm2',
        model: 'x',
        ts: 1_760_000_002,
        stars: '4',
        channel: 'web',
      },
      { session: 'a', turn: 1, who: 'Kunde', said: 'Wo?', mid: 'm1', ts: 1_760_000_001 },
    ]);
    expect(conversation).toMatchObject({ externalId: 'a', model: 'x', createdAt: 1_760_000_001_000 });
    expect(conversation?.messages).toMatchObject([
      { role: 'user', id: 'm1', text: 'Wo?' },
      {
        role: 'assistant',
        id: 'm2',
        feedback: [{ signal: 'stars', value: 4 }],
        metadata: { channel: 'web' },
      },
    ]);
  });

  it('with a speaker that is not known is refused with the name', () => {
    expect(faultOf(document, { session: 'a', who: 'Chef', said: 'x' }).reason).toContain('"Chef"');
  });
});

describe('a list of messages within a record', () => {
  it('is found by its path', () => {
    const document: MappingDocument = {
      touchstone_mapping: 1,
      layout: 'list',
      id: '$.meta.id',
      messages: '$.data.turns',
      role: 'author.kind',
      content: 'body[0]',
    };
    const [conversation] = readAll(document, [
      {
        meta: { id: 'c', v: 2 },
        data: {
          turns: [
            { author: { kind: 'human' }, body: ['Hi'], at: 5 },
            { author: { kind: 'AI' }, body: ['Hello'] },
          ],
        },
      },
    ]);
    expect(conversation).toMatchObject({
      externalId: 'c',
      metadata: { meta: { v: 2 } },
      messages: [
        { role: 'user', text: 'Hi', metadata: { at: 5 } },
        { role: 'assistant', text: 'Hello' },
      ],
    });
  });
});

describe('a mapping document', () => {
  it('that cannot be used is refused with the field that is wrong', () => {
    const refused = (text: string): unknown => {
      try {
        return readMapping(text, 'map.json');
      } catch (error) {
        return isFault(error) ? [error.failure.code, error.failure.place?.path] : error;
      }
    };
    expect(refused('{')).toEqual(['MAPPING_INVALID', undefined]);
    expect(refused('{"layout":"pairs"}')).toEqual(['MAPPING_INVALID', '$.touchstone_mapping']);
    const pairs = { touchstone_mapping: 1, layout: 'pairs', prompt: 'q' };
    expect(refused(JSON.stringify(pairs))).toEqual(['MAPPING_INVALID', '$.response']);
    expect(refused(JSON.stringify({ ...pairs, response: 'a', turns: true }))).toEqual([
      'MAPPING_INVALID',
      '$.id',
    ]);
    expect(refused(JSON.stringify({ ...pairs, response: 'a', resp: 'b' }))).toMatchObject([
      'MAPPING_INVALID',
      '$',
    ]);
  });
});

describe('a field of a record', () => {
  const record = { 'a.b': 1, a: { b: 2, 'c d': [{ e: 3 }, 4] }, __proto__x: 5 };

  it.each([
    ['a.b', 1],
    ['$.a.b', 2],
    ['a["c d"][0].e', 3],
    ['$.a["c d"][1]', 4],
    ['a.none', undefined],
    ['constructor', undefined],
    ['$.a.constructor.name', undefined],
    ['a[', undefined],
  ])('%s', (text, value) => {
    expect(valueAt(record, fieldPath(text))).toBe(value);
  });

  it('is left out with what it empties, and nothing else is', () => {
    expect(withoutFields(record, [fieldPath('$.a.b'), fieldPath('a["c d"][0].e')])).toEqual({
      'a.b': 1,
      a: { 'c d': [null, 4] },
      __proto__x: 5,
    });
    expect(record.a.b).toBe(2);
  });
});
