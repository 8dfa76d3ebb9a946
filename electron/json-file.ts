import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

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

/** Takes an object field by field: one that is not as it should be has its default, and costs no other its own. */
export const fieldwise = <Schema extends z.ZodObject>(schema: Schema): Shape<z.output<Schema>> => ({
  parse: (value) => {
    const given = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const good = Object.entries(schema.shape).filter(([field, shape]) => {
      return given.get(field) !== undefined && shape.safeParse(given.get(field)).success;
    });
    return schema.parse(Object.fromEntries(good.map(([field]) => [field, given.get(field)])));
  },
});

/** Writes beside and renames, so that the file is always whole: the old one or the new one. Throws where the disk takes none. */
export function replaceJsonFile(path: string, value: unknown): void {
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
    replaceJsonFile(path, value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`not written: ${path}: ${reason}\n`);
  }
}
