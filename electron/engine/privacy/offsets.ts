import type { Redaction } from './redactor.ts';

/** To which end of a stretch an offset inside it goes. */
export type Side = 'start' | 'end';

/** The text as it was before it was redacted. */
export function restore(text: string, redactions: readonly Redaction[]): string {
  let restored = '';
  let from = 0;
  for (const { start, end, original } of redactions) {
    restored += text.slice(from, start) + original;
    from = end;
  }
  return restored + text.slice(from);
}

/**
 * Where an offset in the redacted text is in the original. One inside a placeholder goes to the given end of what it stands for.
 * @param redactions of that text, in order of place.
 */
export function toOriginal(redactions: readonly Redaction[], offset: number, side: Side = 'start'): number {
  let longer = 0;
  for (const { start, end, original } of redactions) {
    if (offset <= start) break;
    if (offset < end) return start + longer + (side === 'start' ? 0 : original.length);
    longer += original.length - (end - start);
  }
  return offset + longer;
}

/** Where an offset in the original is in the redacted text. One inside what was replaced goes to the given end of the placeholder. */
export function toRedacted(redactions: readonly Redaction[], offset: number, side: Side = 'start'): number {
  let longer = 0;
  for (const { start, end, original } of redactions) {
    const was = start + longer;
    if (offset <= was) break;
    if (offset < was + original.length) return side === 'start' ? start : end;
    longer += original.length - (end - start);
  }
  return offset - longer;
}

/** A stretch of the redacted text as one of the original, wide enough to hold what its placeholders stand for. */
export const spanToOriginal = (
  redactions: readonly Redaction[],
  { start, end }: { start: number; end: number },
): { start: number; end: number } => ({
  start: toOriginal(redactions, start, 'start'),
  end: toOriginal(redactions, end, 'end'),
});

/** A stretch of the original as one of the redacted text, with whole placeholders. */
export const spanToRedacted = (
  redactions: readonly Redaction[],
  { start, end }: { start: number; end: number },
): { start: number; end: number } => ({
  start: toRedacted(redactions, start, 'start'),
  end: toRedacted(redactions, end, 'end'),
});
