import type { Random } from '../../../shared/sampling/random.ts';

export const pick = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
};

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** Values that a field is not meant to have. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1.5,
  '',
  'x',
  ' ',
  '\u0000\ud800',
  '<script>alert(1)</script>',
  '=cmd|calc',
  'a'.repeat(5000),
  `${'a'.repeat(40)}!`,
  '__proto__',
  '../../etc/passwd',
  '1e999',
  '[{"role":"user"',
  '{"a":1}',
  [],
  {},
  [[]],
  [null],
  ['text'],
  [{ role: 'user', content: 'x' }],
  { role: 'assistant', content: [{ type: 'text' }] },
  { constructor: { prototype: 1 }, toString: 1, hasOwnProperty: null, length: -1 },
  nested(150),
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  'role',
  'content',
  'messages',
  'id',
  '',
  '0',
  'a.b',
];

/** A copy of a JSON value in which one thing, wherever, is another. */
export function mutateValue(random: Random, value: unknown, depth = 0): unknown {
  const goDeeper = random.below(4) > 0 && depth < 12;
  if (Array.isArray(value) && value.length > 0 && goDeeper) {
    const copy = [...value];
    const at = random.below(copy.length);
    const action = random.below(8);
    if (action === 0) copy.splice(at, 1);
    else if (action === 1) copy.splice(at, 0, copy[random.below(copy.length)]);
    else if (action === 2) copy.reverse();
    else copy[at] = mutateValue(random, copy[at], depth + 1);
    return copy;
  }
  if (typeof value === 'object' && value !== null && goDeeper) {
    const entries = Object.entries(value);
    const entry = entries[random.below(Math.max(entries.length, 1))];
    const action = random.below(8);
    if (!entry || action === 0)
      return Object.fromEntries([...entries, [pick(random, KEYS), pick(random, ODD)]]);
    if (action === 1) return Object.fromEntries(entries.filter((other) => other !== entry));
    if (action === 2)
      return Object.fromEntries(
        entries.map((other) => (other === entry ? [pick(random, KEYS), other[1]] : other)),
      );
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, key === entry[0] ? mutateValue(random, inner, depth + 1) : inner]),
    );
  }
  return typeof value === 'string' && random.below(3) === 0 ? mutateText(random, value) : pick(random, ODD);
}

function mutateText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return pick(random, [
    text.slice(0, at),
    text.slice(at),
    text + text,
    `${text.slice(0, at)}\u0000${text.slice(at)}`,
    `${text.slice(0, at)}\ud83d${text.slice(at)}`,
    `\n\nHuman: ${text}\n\nAssistant:`,
  ]);
}

const JUNK = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\r',
  '\0',
  '\t',
  '\\u0000',
  '\\ud800',
  '1e400',
  '99999999999999999999',
  ';',
  '""',
];

/** A copy of some bytes with so many places damaged. */
export function mutateBytes(random: Random, bytes: Buffer, hits: number): Buffer {
  let damaged = Buffer.from(bytes);
  for (let hit = 0; hit < hits && damaged.length > 0; hit += 1) {
    const at = random.below(damaged.length);
    const length = random.below(Math.min(60, damaged.length - at)) + 1;
    const before = damaged.subarray(0, at);
    switch (random.below(7)) {
      case 0:
        damaged[at] = random.below(256);
        break;
      case 1:
        damaged = Buffer.concat([before, damaged.subarray(at + length)]);
        break;
      case 2:
        damaged = Buffer.concat([before, damaged.subarray(at, at + length), damaged.subarray(at)]);
        break;
      case 3:
        damaged = Buffer.from(before);
        break;
      case 4:
        damaged = Buffer.concat([before, Buffer.from([random.below(256), 0xff, 0xc0]), damaged.subarray(at)]);
        break;
      default:
        damaged = Buffer.concat([before, Buffer.from(pick(random, JUNK)), damaged.subarray(at)]);
    }
  }
  return damaged;
}
