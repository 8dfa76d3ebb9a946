import type { RecordFault } from '../../../shared/formats/fault.ts';
import { type Frame, isFaultFrame } from '../files/frame.ts';
import { KEPT_BYTES, type NewFault } from '../store/quarantine.ts';

/** Of a path or a sentence, which may hold what stands in the record. */
const LONGEST = 2000;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text);

/** A whole character at the end, in UTF-8. */
function cut(bytes: Buffer): string {
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, KEPT_BYTES));
  return bytes.length > KEPT_BYTES ? text.replace(/\ufffd$/, '') : text;
}

/** The fault of a record, as it is kept in quarantine; `original` is what stands in the file where the frame itself is not it. */
export function faultOf(frame: Frame, { code, path, reason }: RecordFault, original?: string): NewFault {
  const text = original ?? (isFaultFrame(frame) ? frame.original : frame.text);
  const bytes = original === undefined ? (frame.bytes?.() ?? null) : null;
  const utf8 = Buffer.from(text);
  const whole = isFaultFrame(frame) && original === undefined ? (frame.size ?? null) : null;
  const isLong = Math.max(utf8.length, bytes?.length ?? 0) > KEPT_BYTES;
  return {
    line: frame.line,
    byteOffset: frame.byteOffset,
    path: shortened(path),
    code,
    reason: shortened(reason),
    original: (isLong ? cut(utf8) : text).replaceAll('\0', '\ufffd'),
    bytes: bytes?.subarray(0, KEPT_BYTES) ?? nulBytes(utf8),
    size: whole ?? (isLong ? (bytes ?? utf8).length : null),
  };
}

/** A NUL is not kept in text. */
const nulBytes = (utf8: Buffer): Buffer | null => (utf8.includes(0) ? utf8.subarray(0, KEPT_BYTES) : null);

/** The fault of what never was a record, or null. */
export const faultIn = (frame: Frame): NewFault | null =>
  isFaultFrame(frame) ? faultOf(frame, frame.fault) : null;

export const lengthOf = (frame: Frame): number =>
  isFaultFrame(frame) ? frame.original.length : frame.text.length;
