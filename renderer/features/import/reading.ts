import type { Mapping } from '../../../shared/formats/mapping.ts';

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

/** Encodings offered by name; UTF-8 and UTF-16 are mostly told by the file itself. */
export const ENCODINGS: readonly { value: string; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16, little end first' },
  { value: 'utf-16be', label: 'UTF-16, big end first' },
  { value: 'windows-1252', label: 'Western European (Windows-1252)' },
  { value: 'iso-8859-15', label: 'Western European (ISO 8859-15)' },
  { value: 'macintosh', label: 'Western European (Mac Roman)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'koi8-r', label: 'Russian (KOI8-R)' },
  { value: 'koi8-u', label: 'Ukrainian (KOI8-U)' },
  { value: 'ibm866', label: 'Cyrillic (IBM866)' },
  { value: 'windows-1253', label: 'Greek (Windows-1253)' },
  { value: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { value: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { value: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { value: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { value: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
];

/** An encoding as it is called on the screen. */
export const encodingTitle = (name: string): string =>
  ENCODINGS.find(({ value }) => value === name)?.label ?? name;
