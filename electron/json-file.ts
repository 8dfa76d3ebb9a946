import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What makes a value of what a file holds, or throws. */
interface Shape<Value> {
  parse(value: unknown): Value;
}

/** Reads a small JSON file of the program's own; one that is missing or damaged counts as `{}`. */
export function readJsonFile<Value>(path: string, shape: Shape<Value>): Value {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return shape.parse({});
  }
}

/** Writes beside and renames, so that the file is always whole: the old one or the new one. */
function replace(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
  renameSync(beside, path);
}

/**
 * Writes a small JSON file of the program's own. These hold conveniences: where the disk takes none, a line on stderr says so,
 * and what was being done goes on.
 */
export function writeJsonFile(path: string, value: unknown): void {
  try {
    replace(path, value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`not written: ${path}: ${reason}\n`);
  }
}
