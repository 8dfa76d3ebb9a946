import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type Level, parseMatrix, type RatingsMatrix } from '../../shared/agreement/index.ts';
import { Fault } from '../../shared/contract/errors.ts';
import { asFault } from '../engine/faults.ts';
import { fileFault } from '../engine/files/file-fault.ts';
import { pathOf } from './surroundings.ts';

/** A ratings matrix out of a file, plain or gzip-compressed; throws the Fault that says what is wrong with it. */
export async function readMatrix(given: string, level: Level | undefined): Promise<RatingsMatrix> {
  const file = pathOf(given);
  let text: string;
  try {
    const content = await readFile(file);
    text = (isGzip(content) ? gunzipSync(content) : content).toString('utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  if (text.trim() === '') throw new Fault('FILE_EMPTY', `The file is empty: ${file}`, { file });
  const parsed = parseMatrix(text, { file, level });
  if (parsed.ok) return parsed.value;
  throw asFault(parsed.error);
}

const isGzip = (content: Buffer): boolean => content[0] === 0x1f && content[1] === 0x8b;
