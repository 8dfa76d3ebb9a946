import type { JsonObject } from '../domain/json.ts';
import type { Adapter, ReadOutcome } from './adapter.ts';
import type { RecordFault } from './fault.ts';
import { keep, MAX_DEPTH } from './fields.ts';

/** A record's JSON text, parsed and repaired, or why it could not be. */
export type ParsedRecord =
  | { ok: true; value: unknown; repaired: boolean }
  | { ok: false; fault: RecordFault };

/** One record as cut out of a file; `repaired` where its bytes were not UTF-8 and were replaced. */
export interface RecordText {
  text: string;
  repaired: boolean;
}

/** In text that was decoded from UTF-8, NUL and lone surrogates can only come from these escapes. */
const SUSPECT_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;
const BROKEN = /[\0\p{Cs}]/gu;

/**
 * Parses one record. NUL (U+0000) and lone surrogates, which a text store does not keep faithfully, become U+FFFD in
 * every text and field name; `repaired` says that it happened.
 */
export function parseRecord(text: string): ParsedRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'NOT_JSON', path: '$', reason: `It is not JSON: ${reason}.` } };
  }
  if (!text.includes('\\u') || !SUSPECT_ESCAPE.test(text)) return { ok: true, value, repaired: false };
  const mended = mend(value, 0);
  return { ok: true, value: mended, repaired: mended !== value };
}

/** The value with broken characters replaced; the very same value where there are none. */
function mend(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(BROKEN, '\ufffd');
  // What is nested deeper is refused by every adapter.
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH + 10) return value;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => mend(entry, depth + 1));
    return entries.some((entry, index) => entry !== value[index]) ? entries : value;
  }
  let changed = false;
  const mended: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) {
    const mendedKey = key.replace(BROKEN, '\ufffd');
    const mendedEntry = mend(entry, depth + 1);
    changed ||= mendedKey !== key || mendedEntry !== entry;
    keep(mended, mendedKey, mendedEntry);
  }
  return changed ? mended : value;
}

/**
 * Reads one record with an adapter. Where characters had to be replaced, the conversations say so under
 * `metadata.text_repairs`.
 */
export function readRecord(adapter: Adapter, record: RecordText): ReadOutcome {
  const parsed = parseRecord(record.text);
  if (!parsed.ok) return parsed;
  const outcome = adapter.read(parsed.value);
  if (!outcome.ok || !(parsed.repaired || record.repaired)) return outcome;
  const repairs = [
    ...(record.repaired ? ['bytes that are not UTF-8'] : []),
    ...(parsed.repaired ? ['NUL or lone surrogates'] : []),
  ];
  const conversations = outcome.conversations.map((conversation) => {
    const metadata = { ...conversation.metadata };
    keep(metadata, 'text_repairs', repairs);
    return { ...conversation, metadata };
  });
  return { ok: true, conversations };
}
