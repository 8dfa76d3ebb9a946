import type { Mapping } from '../../../shared/formats/mapping.ts';
import { textNow } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';

/** How a file is to be read. */
export interface Reading {
  /** `auto`, or the adapter the lead chose instead. */
  adapter: string;
  /** A standard name, or null to tell it by the file. */
  encoding: string | null;
  /** What its fields are; null for a format that is known. */
  mapping: Mapping | null;
}

export const AS_FOUND: Reading = { adapter: 'auto', encoding: null, mapping: null };

/** The reading as a command takes it. */
export const readingInput = ({ adapter, encoding, mapping }: Reading) => ({
  adapter: mapping ? 'auto' : adapter,
  ...(encoding === null ? {} : { encoding }),
  ...(mapping === null ? {} : { mapping }),
});

/** What two readings have in common exactly when they are the same. */
export const readingKey = (reading: Reading): string => JSON.stringify(readingInput(reading));

/** Encodings offered by their standard names; UTF-8 and UTF-16 are mostly told by the file itself. */
export const ENCODINGS: readonly string[] = Object.keys(importFormatsText.en.encodings);

/** An encoding as it is called on the screen. */
export function encodingTitle(name: string): string {
  const titles: Readonly<Record<string, string>> = textNow(importFormatsText).encodings;
  return titles[name] ?? name;
}
