import { type Frame, type Framer, frameOf, MAX_RECORD_BYTES, Spread } from './frame.ts';

const NEWLINE = 0x0a;

/** JSON Lines: one record a line, LF or CRLF; blank lines are no records. */
export function lineFramer(limit = MAX_RECORD_BYTES): Framer {
  const spread = new Spread(limit);
  let line = 1;
  /** Offset in the file of the line being read, and of the chunk being looked at. */
  let lineOffset = 0;
  let chunkOffset = 0;

  function finish(frames: Frame[], frame: Frame | null, next: number): void {
    if (frame) frames.push(frame);
    line++;
    lineOffset = next;
  }

  return {
    push(chunk) {
      const frames: Frame[] = [];
      let from = 0;
      for (;;) {
        const at = chunk.indexOf(NEWLINE, from);
        if (at === -1) break;
        const next = chunkOffset + at + 1;
        if (spread.size === 0 && at - from <= limit)
          finish(frames, frameOf(chunk, from, at, line, lineOffset), next);
        else {
          spread.add(chunk.subarray(from, at));
          finish(frames, spread.take(line, lineOffset), next);
        }
        from = at + 1;
      }
      if (from < chunk.length) spread.add(chunk.subarray(from));
      chunkOffset += chunk.length;
      return frames;
    },
    end() {
      const frame = spread.take(line, lineOffset);
      return frame ? [frame] : [];
    },
  };
}
