import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { fileFault } from './file-fault.ts';

/** A file that can be read, as it is now. */
export interface Source {
  path: string;
  name: string;
  /** Size on disk. */
  bytes: number;
  /** True where it holds gzip data, told by its first bytes and not by its name. */
  compressed: boolean;
}

/** Checks that the path is a file with something in it that may be read; throws the Fault that says what is wrong. */
export async function openSource(path: string): Promise<Source> {
  try {
    const { size, isFile } = await statOf(path);
    if (!isFile) throw new Fault('FILE_UNREADABLE', `This is not a regular file: ${path}`, { file: path });
    if (size === 0) throw new Fault('FILE_EMPTY', `The file is empty: ${path}`, { file: path });
    return { path, name: basename(path), bytes: size, compressed: await isGzip(path) };
  } catch (error) {
    throw fileFault(error, path);
  }
}

async function statOf(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  if (found.isDirectory())
    throw new Fault('FILE_IS_DIRECTORY', `This is a folder, not a file: ${path}`, { file: path });
  return { size: found.size, isFile: found.isFile() };
}

async function isGzip(path: string): Promise<boolean> {
  const handle: FileHandle = await open(path, 'r');
  try {
    const magic = Buffer.alloc(2);
    const { bytesRead } = await handle.read(magic, 0, 2, 0);
    return bytesRead === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
