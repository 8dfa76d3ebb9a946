import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type Level, parseMatrix, type RatingsMatrix } from '../../shared/agreement/index.ts';
import { Fault } from '../../shared/contract/errors.ts';
import { asFault } from '../engine/faults.ts';
import { fileFault } from '../engine/files/file-fault.ts';
import { unzstd } from '../engine/files/zstd.ts';
import { pathOf } from './surroundings.ts';

const ZSTD_MAGIC = 0xfd2fb528;

/** A ratings matrix out of a file, plain or packed with gzip or Zstandard; throws the Fault that says what is wrong with it. */
export async function readMatrix(given: string, level: Level | undefined): Promise<RatingsMatrix> {
  const file = pathOf(given);
  let text: string;
  try {
    text = (await unpacked(await readFile(file))).toString('utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  if (text.trim() === '') throw new Fault('FILE_EMPTY', `The file is empty: ${file}`, { file });
  const parsed = parseMatrix(text, { file, level });
  if (parsed.ok) return parsed.value;
  throw asFault(parsed.error);
}

async function unpacked(content: Buffer): Promise<Buffer> {
  if (content[0] === 0x1f && content[1] === 0x8b) return gunzipSync(content);
  if (content.length < 4 || content.readUInt32LE(0) !== ZSTD_MAGIC) return content;
  const packed = [content];
  const chunks: Buffer[] = [];
  for await (const chunk of unzstd({ next: () => Promise.resolve(packed.pop() ?? null) }))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
