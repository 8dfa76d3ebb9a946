import { parseRecord } from '../../../shared/formats/record.ts';
import { type Frame, isFaultFrame } from './frame.ts';

/** The record in a frame, or what is wrong with it. */
export function parsedFrame(frame: Frame): ReturnType<typeof parseRecord> {
  if (isFaultFrame(frame)) return { ok: false, fault: frame.fault };
  return frame.row ? { ok: true, value: frame.row, repaired: false } : parseRecord(frame.text);
}
