import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { AppendedFile } from '../files/appended-file.ts';
import { transcoderFor } from '../files/transcoder.ts';
import type { JobContext } from '../lanes.ts';
import {
  type KeptRecord,
  keptRecords,
  type QuarantinedBatch,
  quarantinedBatches,
} from '../store/quarantine-pages.ts';
import { reasonsPath } from './mended-for.ts';

type Output = OutputOf<'quarantine.export'>;

/** Looked up for a cancel after so many records. */
const STEP = 1000;

/** `notes.csv`, `notes-2.csv`, ...: a file for each batch. */
function pathFor(out: string, index: number): string {
  if (index === 0) return out;
  const ending = extname(out);
  return `${out.slice(0, out.length - ending.length)}-${index + 1}${ending}`;
}

/**
 * Writes rejected records byte by byte as they stood in their files, so that they can be mended and imported again: a file for each
 * batch that has any, under the header of its table and in its encoding, and beside it why each was rejected. Records of which
 * only the beginning is kept are told of, and not written.
 */
export function exportQuarantine(
  context: JobContext,
  { out, ...which }: ParsedInputOf<'quarantine.export'>,
): Output {
  const { db } = context;
  const batches = quarantinedBatches(db, which);
  if (batches.length === 0) throw new Fault('QUARANTINE_EMPTY', 'There is no rejected record to write.');
  const paths = batches.map((_, index) => pathFor(out, index));
  for (const path of paths.flatMap((path) => [path, reasonsPath(path)]))
    if (existsSync(path))
      throw new Fault('FILE_EXISTS', `There is already a file at ${path}.`, { file: path });
  const files: Output['files'] = [];
  for (const [index, batch] of batches.entries()) {
    const records = keptRecords(db, which, batch);
    files.push(writeBatch(context, paths[index] ?? out, batch, records));
  }
  return { files };
}

function writeBatch(
  { signal, progress }: JobContext,
  path: string,
  batch: QuarantinedBatch,
  records: Iterable<KeptRecord>,
): Output['files'][number] {
  const encode = encoderFor(batch.encoding);
  const file = new AppendedFile(path);
  const reasons = new AppendedFile(reasonsPath(path));
  let written = 0;
  let truncated = 0;
  let seen = 0;
  try {
    file.append(markOf(batch.encoding));
    if (batch.header !== null) file.append(encode(`${batch.header}\n`));
    for (const record of records) {
      seen += 1;
      if (seen % STEP === 0) {
        progress({
          phase: `writing what was rejected of ${batch.file}`,
          done: seen,
          total: seen,
          unit: 'rows',
        });
        if (signal.aborted) throw new Fault('CANCELLED', 'The writing was cancelled.');
      }
      const isWhole = record.truncated === 0;
      if (isWhole) {
        file.append(record.original_bytes ?? encode(record.original));
        file.append(encode('\n'));
        written += 1;
      } else truncated += 1;
      reasons.append(Buffer.from(`${JSON.stringify(reasonOf(record, batch, isWhole ? written : null))}\n`));
    }
    file.publish();
    reasons.publish();
  } finally {
    file.discard();
    reasons.discard();
  }
  return {
    path,
    reasons: reasonsPath(path),
    source: batch.file,
    encoding: batch.encoding,
    records: written,
    truncated,
  };
}

/** One line of the file beside; `record` counts those written, from 1, the header aside. */
const reasonOf = (
  { line, byte_offset, json_path, code, reason, size }: KeptRecord,
  { uuid, file }: QuarantinedBatch,
  record: number | null,
) => ({
  record,
  batch: uuid,
  file,
  line,
  byte_offset,
  path: json_path,
  code,
  reason,
  ...(record === null ? { size } : {}),
});

function encoderFor(encoding: string | null): (text: string) => Buffer {
  if (encoding === null || encoding === 'utf-8') return (text) => Buffer.from(text);
  const transcoder = transcoderFor(encoding);
  return (text) => transcoder.encode(text, () => undefined);
}

/** So that the file is known for what it is when it is read again. */
const markOf = (encoding: string | null): Buffer =>
  encoding === 'utf-16le'
    ? Buffer.of(0xff, 0xfe)
    : encoding === 'utf-16be'
      ? Buffer.of(0xfe, 0xff)
      : Buffer.alloc(0);
