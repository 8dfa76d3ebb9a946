import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../shared/domain/conversation.ts';
import { mappedAdapter } from '../../shared/formats/mapped.ts';
import { type MappingDocument, mappingSchema } from '../../shared/formats/mapping.ts';
import { readGroup, readings } from '../../shared/formats/reading.ts';
import { detectAdapter } from '../../shared/formats/registry.ts';
import { suggestMapping } from '../../shared/formats/suggest-mapping.ts';

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

describe('a mapping suggests itself', () => {
  it.each([
    [
      'rows of messages',
      [{ session_id: '1', turn: '1', sender: 'customer', message: 'Hi', model_name: 'm' }],
      'messages',
    ],
    ['pairs', [{ prompt: 'a', response: 'b', model: 'm', rating: '4' }], 'pairs'],
    ['two answers', [{ question: 'a', response_a: 'b', response_b: 'c' }], 'pairs'],
    ['a list within', [{ uuid: '1', log: { events: [{ speaker: 'bot', utterance: 'Hi' }] } }], 'list'],
  ])('for %s', (_what, records, layout) => {
    const suggestion = suggestMapping(records);
    expect(suggestion?.mapping.layout).toBe(layout);
    expect(mappingSchema.parse(suggestion?.mapping)).toEqual(suggestion?.mapping);
    expect(suggestion && readAll(suggestion.mapping, records)).toHaveLength(1);
    const { adapter, mapping } = detectAdapter(records);
    expect([adapter.name, mapping?.layout]).toEqual(['mapping', layout]);
  });

  it('and not for what says nothing of itself', () => {
    for (const records of [
      [],
      [{ colour: 'green' }],
      [{ prompt: 'a', chosen: 'b' }],
      [3],
      [{ text: 'a', label: 1 }],
    ])
      expect(suggestMapping(records), JSON.stringify(records)).toBeNull();
  });
});
