import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../shared/domain/conversation.ts';
import { ADAPTERS } from '../../shared/formats/registry.ts';
import { EXAMPLES } from './examples/logs.ts';
import { adapter, readAll } from './read-logs.ts';

fc.configureGlobal({ seed: 20261002 });

/** Values no format expects, one of which is put somewhere into a record. */
const ODD: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  '[',
  '{"a":',
  '[{"role":"user"}]',
  10n,
  2n ** 70n,
  new Date(0),
  new Date(Number.NaN),
  JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":"x"}'),
  Array.from({ length: 300 }).reduce((inner) => [inner], 1),
  Array.from({ length: 300 }).reduce((inner) => ({ a: inner }), 1),
];

/** The record with one value somewhere in it replaced, or given a second name. */
function mutated(record: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof record !== 'object' || record === null) return odd;
  const keys = Object.keys(record);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return odd;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(record) ? [...record] : { ...record };
  Object.defineProperty(copy, key, {
    value: mutated(Reflect.get(record, key), others, odd),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

const isWhole = (conversation: Conversation): boolean =>
  conversation.messages.length > 0 && JSON.stringify(conversation.metadata) !== undefined;

describe('a record that is not as documented', () => {
  it('is read or refused with a place and a reason, and never breaks the import', () => {
    const cases = Object.entries(EXAMPLES).flatMap(([name, records]) =>
      records.map((record) => ({ name, record })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...ODD),
        ({ name, record }, steps, odd) => {
          const given = mutated(record, steps, odd);
          for (const known of ADAPTERS) known.detect(given);
          for (const outcome of readAll(adapter(name), [given])) {
            if (outcome.ok) expect(outcome.conversations.every(isWhole)).toBe(true);
            else
              expect(outcome.fault).toMatchObject({
                path: expect.stringMatching(/^\$/),
                reason: expect.stringMatching(/\.$/),
              });
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it.each(Object.keys(EXAMPLES))('is refused by %s when it is no such record at all', (name) => {
    for (const record of [
      null,
      1,
      'text',
      [],
      {},
      [{}],
      { messages: [] },
      { data: [] },
      JSON.parse('{"__proto__":1}'),
    ])
      for (const outcome of readAll(adapter(name), [record])) expect(outcome.ok).toBe(false);
  });

  it.each(Object.entries(EXAMPLES))('leaves the records of %s unchanged', (name, records) => {
    const before = JSON.stringify(records);
    readAll(adapter(name), records);
    expect(JSON.stringify(records)).toBe(before);
  });
});
