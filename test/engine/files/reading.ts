import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, isFaultFrame } from '../../../electron/engine/files/frame.ts';
import { type FrameOptions, type Layout, readFrames } from '../../../electron/engine/files/framing.ts';
import { openSource } from '../../../electron/engine/files/source.ts';
import { isFault } from '../../../shared/contract/errors.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
let files = 0;

/** Writes a file of this content, in the folder of the test file; gives back its path. */
export function written(content: string | Buffer, name = 'file'): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
}

export interface Read {
  frames: Frame[];
  layout: Layout | null;
  sha256: string | null;
}

export async function readPath(path: string, options: FrameOptions = {}): Promise<Read> {
  const reader = readFrames(await openSource(path), options);
  const frames: Frame[] = [];
  for await (const some of reader) frames.push(...some);
  return { frames, layout: reader.layout, sha256: reader.sha256 };
}

/** All frames of a file with this content. */
export const readContent = (content: string | Buffer, options: FrameOptions = {}): Promise<Read> =>
  readPath(written(content), options);

/** The failure of a file that must be refused. */
export async function refusalOf(content: string | Buffer, options: FrameOptions = {}): Promise<Failure> {
  try {
    await readContent(content, options);
  } catch (error) {
    if (isFault(error)) return error.failure;
    throw error;
  }
  throw new Error('the file was read');
}

export const textsOf = ({ frames }: Read): string[] =>
  frames.map((frame) => (isFaultFrame(frame) ? frame.fault.code : frame.text));

/** The rows of a table; the code of those that are faults. */
export const rowsOf = ({ frames }: Read): unknown[] =>
  frames.map((frame) => (isFaultFrame(frame) ? frame.fault.code : frame.row));

/** What stands in the file where a frame says it does: its bytes, or those of its text. */
export const bytesOf = (frame: Frame): Buffer =>
  frame.bytes?.() ?? Buffer.from(isFaultFrame(frame) ? frame.original : frame.text);
