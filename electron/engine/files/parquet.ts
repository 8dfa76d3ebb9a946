import type { FileHandle } from 'node:fs/promises';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Fault } from '../../../shared/contract/errors.ts';
import { parseRecord } from '../../../shared/formats/record.ts';
import { type Frame, MAX_RECORD_BYTES, tooLarge } from './frame.ts';
import { checkColumns, checkPages } from './parquet-pages.ts';
import { jsonRow } from './parquet-values.ts';

/** Rows are decoded in stretches that unpack to about so much. */
const STRETCH_BYTES = 32 * 1024 * 1024;
/** A row group whose rows cannot be decoded in stretches is held whole, up to so much. */
const MAX_GROUP_BYTES = 1024 * 1024 * 1024;

/** A cell that says it is JSON and is not stays text, and does not keep out the file. */
const READING = {
  compressors,
  useOffsetIndex: true,
  geoparquet: false,
  parsers: {
    jsonFromBytes: (bytes: Uint8Array | undefined): unknown => {
      if (bytes === undefined) return null;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      const parsed = parseRecord(text);
      return parsed.ok ? parsed.value : text;
    },
  },
};

type RowGroup = FileMetaData['row_groups'][number];

/** The rows of a Parquet file, some at a time, row group by row group. Throws PARQUET_DAMAGED where it cannot be read. */
export async function* parquetFrames(
  handle: FileHandle,
  size: number,
  onBytes?: (read: number) => void,
): AsyncGenerator<Frame[]> {
  const file = bufferOf(handle, size);
  const metadata = await guarded(async () => {
    const read = await parquetMetadataAsync(file);
    checkColumns(read);
    return read;
  });
  const rows = metadata.row_groups.map(({ num_rows }) => Number(num_rows));
  if (rows.some((count) => !Number.isSafeInteger(count) || count < 0))
    throw damaged('a row group has no size');
  let start = 0;
  for (const [index, group] of metadata.row_groups.entries()) {
    const count = rows[index] ?? 0;
    const offset = offsetOf(group);
    await guarded(() => checkPages(file, group));
    const step = stepOf(group, count, metadata);
    for (let from = 0; from < count; from += step) {
      const rowStart = start + from;
      const rowEnd = start + Math.min(count, from + step);
      const read = await guarded(() => parquetReadObjects({ ...READING, file, metadata, rowStart, rowEnd }));
      yield read.map((row, at) => frameOfRow(row, rowStart + at + 1, offset));
    }
    start += count;
    onBytes?.(Math.round((size * (index + 1)) / rows.length));
  }
}

/** Rows that are decoded together: all of the group's, or fewer where that can be done without decoding the rest each time. */
function stepOf(group: RowGroup, rows: number, { schema }: FileMetaData): number {
  const bytes = Number(group.total_byte_size);
  if (bytes <= STRETCH_BYTES || rows <= 1) return Math.max(rows, 1);
  const isFlat = schema.every(({ num_children, repetition_type }, index) =>
    index === 0 ? true : num_children === undefined && repetition_type !== 'REPEATED',
  );
  const isIndexed = group.columns.every(({ offset_index_offset }) => offset_index_offset !== undefined);
  if (isFlat || isIndexed) return Math.max(1, Math.floor((rows * STRETCH_BYTES) / bytes));
  if (bytes > MAX_GROUP_BYTES)
    throw damaged(
      `a row group holds ${Math.round(bytes / 2 ** 20)} MB without an index of its pages; write it with smaller row groups`,
    );
  return rows;
}

const offsetOf = ({ columns }: RowGroup): number => {
  const first = columns[0]?.meta_data;
  return Number(first?.dictionary_page_offset ?? first?.data_page_offset ?? 0);
};

function frameOfRow(row: Record<string, unknown>, line: number, byteOffset: number): Frame {
  const { row: plain, repaired } = jsonRow(row);
  const text = JSON.stringify(plain);
  if (text.length > MAX_RECORD_BYTES)
    return tooLarge(Buffer.from(text.slice(0, 20_000)), text.length, line, byteOffset);
  return { line, byteOffset, text, repaired, row: plain };
}

const bufferOf = (handle: FileHandle, byteLength: number): AsyncBuffer => ({
  byteLength,
  async slice(start, end = byteLength) {
    if (!(start >= 0 && end >= start && end <= byteLength)) throw new Error('it points outside of the file');
    const bytes = new Uint8Array(end - start);
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
      if (bytesRead === 0) throw new Error('it is cut off');
      done += bytesRead;
    }
    return bytes.buffer;
  },
});

const damaged = (what: string): Fault =>
  new Fault('PARQUET_DAMAGED', `The Parquet file cannot be read: ${what}.`);

/** The library throws whatever comes up where the bytes make no sense; what the system says about the file stays as it is. */
async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (error instanceof Error && 'syscall' in error) throw error;
    const isNonsense = error instanceof TypeError || error instanceof RangeError;
    throw damaged(isNonsense ? 'what it says of itself makes no sense' : messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
