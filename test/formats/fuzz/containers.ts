import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Random } from '../../../shared/sampling/random.ts';
import { mutateBytes, pick } from './mutate.ts';

/** As JSON; big integers as a Parquet reader's would be written. */
const json = (value: unknown, space?: number): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner), space);

const cell = (value: unknown): string => {
  const text = typeof value === 'string' ? value : value === undefined ? '' : json(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function table(records: readonly unknown[]): string {
  const rows = records.filter(
    (record): record is Record<string, unknown> => typeof record === 'object' && record !== null,
  );
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))];
  return lines.map((line) => `${line.join(',')}\n`).join('');
}

const lines = (records: readonly unknown[]): string => records.map((record) => `${json(record)}\n`).join('');

/** How the records of a file may be laid out. */
const LAYOUTS: readonly ((records: readonly unknown[]) => string)[] = [
  lines,
  lines,
  lines,
  (records) => json(records),
  (records) => json(records, 1),
  table,
];

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

const PACKINGS: readonly ((bytes: Buffer) => Buffer)[] = [
  ...Array<(bytes: Buffer) => Buffer>(8).fill((bytes) => bytes),
  (bytes) => gzipSync(bytes),
  (bytes) => zstdCompressSync(bytes),
];

/** A file of these records, damaged somewhere on its way. */
export function damagedFile(random: Random, records: readonly unknown[]): Buffer {
  const text = ENCODINGS[random.below(ENCODINGS.length)]?.(pick(random, LAYOUTS)(records)) ?? Buffer.alloc(0);
  const inside = random.below(3) === 0 ? mutateBytes(random, text, 1 + random.below(3)) : text;
  const packed = pick(random, PACKINGS)(inside);
  return packed === inside || random.below(2) === 0
    ? packed
    : mutateBytes(random, packed, 1 + random.below(3));
}
