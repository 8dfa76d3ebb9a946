import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { native } from '../../shared/formats/native.ts';
import { ADAPTERS, detectAdapter } from '../../shared/formats/registry.ts';
import { writeConversation } from '../../shared/formats/write-native.ts';
import { EXAMPLES as CHAT_EXAMPLES } from './examples/chats.ts';
import { EXAMPLES as DATASETS } from './examples/datasets.ts';
import { EXAMPLES as LOGS } from './examples/logs.ts';

fc.configureGlobal({ seed: 20261002 });

const EXAMPLES = { ...CHAT_EXAMPLES, ...DATASETS };
const MARGIN = 0.2;
const CHATS = ADAPTERS.filter(({ name }) => Object.hasOwn(EXAMPLES, name));
const hostile: unknown[] = [
  null,
  undefined,
  7,
  7n,
  '',
  'text',
  true,
  [],
  [null],
  {},
  { mapping: null },
  { mapping: [] },
  { mapping: { a: null } },
  { chat_messages: [null] },
  { chat_messages: {} },
  { prompt: null },
  { prompt: {} },
  { conversation: [null] },
  { conversation: 'x' },
  { conversation_a: '[', conversation_b: '{' },
  { chosen: 1, rejected: null },
  { instruction: {}, response1: [], response2: null },
  { prompt: [], completion: [] },
  { prompt: [null], chosen: [7], rejected: [{}] },
  { instruction: 'x', output: null },
  { instruction: 'x', history: [[1]], chosen: 'x' },
  { input: {}, preferred_output: 1 },
  new Date(0),
  new Uint8Array(4),
];

describe('every example of a chat format or data set', () => {
  const cases = Object.entries(EXAMPLES).flatMap(([name, records]) =>
    records.map((record, index) => [`${name} ${index}`, name, record] as const),
  );

  it.each(cases)('is found to be what it is, by a margin: %s', (_title, name, record) => {
    const found = detectAdapter([record]);
    expect([
      found.adapter.name,
      found.runnersUp.filter(({ confidence }) => confidence > found.confidence - MARGIN),
    ]).toEqual([name, []]);
    expect(found.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it.each(cases)('is read, left as it was, and gives what can be stored: %s', (_title, name, record) => {
    const adapter = ADAPTERS.find((known) => known.name === name);
    const before = structuredClone(record);
    const outcome = adapter?.read(record);
    expect(record).toEqual(before);
    expect(outcome?.ok).toBe(true);
    const stored = JSON.stringify(outcome);
    expect(JSON.parse(stored)).toEqual(outcome);
  });
});

describe('a record of another format', () => {
  it.each(Object.keys(LOGS))('is not taken for a chat: %s', (name) => {
    for (const record of LOGS[name] ?? [])
      for (const adapter of CHATS)
        expect([adapter.name, adapter.detect(record).score]).toEqual([adapter.name, 0]);
  });
});

/** What may stand where something else should. */
const ODD: readonly unknown[] = [
  null,
  undefined,
  '',
  'text',
  0,
  -1,
  1e300,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  true,
  [],
  {},
  [null],
  [[]],
  '[{"role":"user","content":"x"}]',
  '__proto__',
  'u1',
  10n,
  2n ** 70n,
  new Date(0),
  new Date(Number.NaN),
  new Float64Array([1, Number.NaN]),
  JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":"x"}'),
  Array.from({ length: 300 }).reduce((inner) => [inner], 1),
  Array.from({ length: 95 }).reduce((inner) => ({ a: inner }), 1),
];

/** The record with the value at the end of a path through it replaced. */
function changed(record: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof record !== 'object' || record === null) return odd;
  const keys = Object.keys(record);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return odd;
  const value = changed(Reflect.get(record, key), others, odd);
  if (Array.isArray(record)) return record.with(Number(key), value);
  return { ...record, [key]: value };
}

describe('a record with something odd somewhere in it', () => {
  const cases = CHATS.flatMap((adapter) =>
    (EXAMPLES[adapter.name] ?? []).map((record) => ({ adapter, record })),
  );

  it('is refused with place and reason, or read as what a native file can hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(fc.nat(30), { maxLength: 8 }),
        fc.constantFrom(...ODD),
        ({ adapter, record }, steps, odd) => {
          const given = changed(record, steps, odd);
          for (const known of CHATS) known.detect(given);
          adapter.gather?.key(given);
          const outcome = adapter.read(given);
          if (!outcome.ok) {
            expect(outcome.fault.path).toMatch(/^\$/);
            expect(outcome.fault.reason).toMatch(/\.$/);
            return;
          }
          for (const conversation of outcome.conversations) {
            const text = JSON.stringify(writeConversation(conversation));
            expect(native.read(JSON.parse(text))).toEqual({ ok: true, conversations: [conversation] });
          }
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe('a record of no format', () => {
  it.each(ADAPTERS.filter(({ name }) => Object.hasOwn(EXAMPLES, name)))(
    'is refused by $name without a throw',
    (adapter) => {
      for (const record of hostile) {
        expect(adapter.detect(record).score).toBeLessThan(0.4);
        expect(adapter.read(record).ok).toBe(false);
        expect(() => adapter.gather?.key(record)).not.toThrow();
      }
    },
  );
});
