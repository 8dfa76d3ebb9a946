import { keep } from '../../../shared/formats/fields.ts';
import { mendText } from '../../../shared/formats/record.ts';

const BROKEN = /[\0\p{Cs}]/u;

/**
 * A row with nothing in it but what JSON has: whole numbers beyond 2^53 become text, dates ISO 8601, bytes text (base64 where they
 * are none), NaN and infinity text, and what is not given null. `repaired` where NUL or lone surrogates became U+FFFD.
 */
export function jsonRow(row: Readonly<Record<string, unknown>>): { row: object; repaired: boolean } {
  let repaired = false;
  const mended = (text: string): string => {
    if (!BROKEN.test(text)) return text;
    repaired = true;
    return mendText(text);
  };
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return mended(value);
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'object') return value;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (value instanceof Uint8Array) return mended(textOf(value));
    if (Array.isArray(value)) return value.map(plain);
    if (ArrayBuffer.isView(value))
      return Symbol.iterator in value ? Array.from(value as Iterable<unknown>, plain) : null;
    return object(value);
  };
  const object = (value: object): object => {
    const copy = {};
    for (const [key, entry] of Object.entries(value)) keep(copy, mended(key), plain(entry));
    return copy;
  };
  return { row: object(row), repaired };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }
}
