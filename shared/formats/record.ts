import type { Conversation } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Adapter, ReadOutcome } from './adapter.ts';
import { mayHoldLargeNumbers, withExactNumbers } from './exact-numbers.ts';
import type { RecordFault } from './fault.ts';
import { keep } from './fields.ts';
import { isTooRich, MAX_ENTRIES, MAX_VALUES } from './richness.ts';

/** A record's JSON text, parsed and repaired, or why it could not be. */
export type ParsedRecord =
  | { ok: true; value: unknown; repaired: boolean }
  | { ok: false; fault: RecordFault };

/** One record as cut out of a file; `repaired` where its bytes were no text in the file's encoding and were replaced. */
export interface RecordText {
  text: string;
  repaired: boolean;
}

/** What was replaced, in the words that `metadata.text_repairs` gives. */
export const REPAIRS = { bytes: 'bytes that are not UTF-8', characters: 'NUL or lone surrogates' } as const;

/** In text that was decoded from UTF-8, NUL and lone surrogates can only come from these escapes. */
const SUSPECT_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;
const BROKEN = /[\0\p{Cs}]/gu;
/** What is nested deeper is refused by every adapter. */
const DEEPEST = 1000;

const TOO_RICH: RecordFault = {
  code: 'TOO_MANY_VALUES',
  path: '$',
  reason: `It holds more values than are read: up to ${MAX_ENTRIES.toLocaleString('en')} in one object or list, and ${MAX_VALUES.toLocaleString('en')} in all.`,
};

/**
 * Parses one record. NUL (U+0000) and lone surrogates, which a text store does not keep faithfully, become U+FFFD in
 * every text and field name; `repaired` says that it happened. Numbers that a double cannot hold become text. One comma
 * after the record, as some programs leave behind each line, is no fault.
 */
export function parseRecord(text: string): ParsedRecord {
  if (isTooRich(text)) return { ok: false, fault: TOO_RICH };
  let json = text;
  let value: unknown;
  try {
    if (json.endsWith(',')) json = json.slice(0, -1);
    value = JSON.parse(json);
    if (mayHoldLargeNumbers(json)) value = JSON.parse(withExactNumbers(json));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'NOT_JSON', path: '$', reason: `It is not JSON: ${reason}.` } };
  }
  if (!json.includes('\\u') || !SUSPECT_ESCAPE.test(json)) return { ok: true, value, repaired: false };
  const mended = mend(value, 0);
  return { ok: true, value: mended, repaired: mended !== value };
}

/** Text with broken characters replaced. */
export const mendText = (text: string): string => text.replace(BROKEN, '\ufffd');

/** The value with broken characters replaced; the very same value where there are none. */
function mend(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return mendText(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => mend(entry, depth + 1));
    return entries.some((entry, index) => entry !== value[index]) ? entries : value;
  }
  let changed = false;
  const mended: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) {
    const mendedKey = mendText(key);
    const mendedEntry = mend(entry, depth + 1);
    changed ||= mendedKey !== key || mendedEntry !== entry;
    keep(mended, mendedKey, mendedEntry);
  }
  return changed ? mended : value;
}

/** The conversations, which say under `metadata.text_repairs` that characters of their record had to be replaced. */
export function withRepairs(
  conversations: Conversation[],
  repaired: { bytes: boolean; characters: boolean },
): Conversation[] {
  const repairs = [
    ...(repaired.bytes ? [REPAIRS.bytes] : []),
    ...(repaired.characters ? [REPAIRS.characters] : []),
  ];
  if (repairs.length === 0) return conversations;
  return conversations.map((conversation) => {
    const metadata = { ...conversation.metadata };
    keep(metadata, 'text_repairs', repairs);
    return { ...conversation, metadata };
  });
}

/** Reads the text of one record with an adapter. */
export function readRecord(adapter: Adapter, record: RecordText): ReadOutcome {
  const parsed = parseRecord(record.text);
  if (!parsed.ok) return parsed;
  const outcome = adapter.read(parsed.value);
  if (!outcome.ok) return outcome;
  const repaired = { bytes: record.repaired, characters: parsed.repaired };
  return { ok: true, conversations: withRepairs(outcome.conversations, repaired) };
}
