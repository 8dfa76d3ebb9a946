import { crc32 } from 'node:zlib';

export interface Entry {
  path: string;
  content: Buffer | string;
  /** Unix permission bits. */
  mode?: number;
}

const UNIX = 3 << 8;
const REGULAR_FILE = 0o100000;

/** A zip archive of plain files, stored without compression (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). */
export function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const name = Buffer.from(entry.path);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt32LE(crc32(content), 4);
    sizes.writeUInt32LE(content.length, 8);
    sizes.writeUInt32LE(content.length, 12);
    sizes.writeUInt16LE(name.length, 16);
    const head = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    const local = Buffer.concat([head, Buffer.alloc(2), sizes, Buffer.alloc(2), name, content]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(((REGULAR_FILE | (entry.mode ?? 0o644)) << 16) >>> 0, 8);
    rest.writeUInt32LE(offset, 12);
    const central = Buffer.from([0x50, 0x4b, 1, 2, 0, 0, 20, 0, 0, 0]);
    central.writeUInt16LE(UNIX | 20, 4);
    directory.push(Buffer.concat([central, Buffer.alloc(2), sizes, rest, name]));
    files.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}
