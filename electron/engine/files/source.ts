import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { fileFault } from './file-fault.ts';

/** How a file's bytes are packed, told by its first bytes and not by its name. */
export type Packed = 'plain' | 'gzip' | 'zstd';

/** A file that can be read, as it is now. */
export interface Source {
  path: string;
  /** Its name, or its path within the folder that was given. */
  name: string;
  /** Size on disk. */
  bytes: number;
  packed: Packed;
  /** True where it is a Parquet file. */
  parquet: boolean;
}

/** First bytes, in hexadecimal -> the archive a file that begins so is. */
const ARCHIVES: readonly (readonly [magic: string, kind: string])[] = [
  ['504b0304', 'a ZIP archive'],
  ['504b0506', 'an empty ZIP archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['52617221', 'a RAR archive'],
];

/** Checks that the path is a file with something in it that may be read; throws the Fault that says what is wrong. */
export async function openSource(path: string, name = basename(path)): Promise<Source> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      throw new Fault('FILE_IS_DIRECTORY', `This is a folder, not a file: ${path}`, { file: path });
    if (!found.isFile())
      throw new Fault('FILE_UNREADABLE', `This is not a regular file: ${path}`, { file: path });
    if (found.size === 0) throw new Fault('FILE_EMPTY', `The file is empty: ${path}`, { file: path });
    const magic = await firstBytes(path);
    const archive = ARCHIVES.find(([opening]) => magic.startsWith(opening))?.[1];
    if (archive)
      throw new Fault('ARCHIVE_UNSUPPORTED', `The file is ${archive}, which is not opened here: ${path}`, {
        file: path,
      });
    return { path, name, bytes: found.size, packed: packedAs(magic), parquet: magic.startsWith('50415231') };
  } catch (error) {
    throw fileFault(error, path);
  }
}

/** Skippable frames, with which some programs begin a Zstandard file, have the magic numbers 184D2A50 to 184D2A5F. */
const packedAs = (magic: string): Packed =>
  magic.startsWith('1f8b') ? 'gzip' : /^(?:28b52ffd|5.2a4d18)/.test(magic) ? 'zstd' : 'plain';

/** The first bytes of a file, in hexadecimal. */
async function firstBytes(path: string): Promise<string> {
  const handle: FileHandle = await open(path, 'r');
  try {
    const magic = Buffer.alloc(4);
    const { bytesRead } = await handle.read(magic, 0, 4, 0);
    return magic.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
