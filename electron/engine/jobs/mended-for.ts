import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { StoodAt } from '../store/mended.ts';

/** Beside a file of rejected records lies why each was rejected. */
export const reasonsPath = (path: string): string => `${path}.reasons.jsonl`;

/** Reasons of more bytes than these are not read. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What is read of a reason; `record` is null of one that was too large to be written. */
const reasonSchema = z.object({
  record: z.int().nullable(),
  batch: z.uuid(),
  line: z.int(),
  byte_offset: z.int(),
});

/** The rejected records that a file was written for; none where no reasons lie beside it. */
export function mendedFor(path: string): StoodAt[] {
  const text = textOf(reasonsPath(path));
  return text.split('\n').flatMap((line) => {
    const reason = reasonSchema.safeParse(parsed(line));
    if (!reason.success || reason.data.record === null) return [];
    const { batch, line: at, byte_offset } = reason.data;
    return [{ batch, line: at, byteOffset: byte_offset }];
  });
}

function textOf(path: string): string {
  try {
    return statSync(path).size > MOST_BYTES ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
