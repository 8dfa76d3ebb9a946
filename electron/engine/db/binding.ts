import { existsSync } from 'node:fs';
import { Fault } from '../../../shared/contract/errors.ts';
import { ENGINE_ENV } from '../protocol.ts';

/** The Node-API version that better-sqlite3's own prebuilt file asks for; below it that file crashes the process. */
const PREBUILT_NODE_API = 10;

/** Path of the native SQLite binding to load, or null where better-sqlite3 brings a fitting one. */
export function sqliteBinding(): string | null {
  if (Number(process.versions.napi) >= PREBUILT_NODE_API) return null;
  const path = process.env[ENGINE_ENV.binding];
  if (path && existsSync(path)) return path;
  throw new Fault(
    'INTERNAL',
    `This runtime (Node-API ${process.versions.napi}) needs a native SQLite binding, and ${ENGINE_ENV.binding} names none.`,
  );
}
