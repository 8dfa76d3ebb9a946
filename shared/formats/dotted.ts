import { isObject, type JsonObject } from '../domain/json.ts';
import { keep } from './fields.ts';
import { fromCell } from './plain.ts';

/** Names of more parts than this are not taken apart further. */
const MOST_PARTS = 16;

/**
 * What attributes under one name hold together: `p.0.role`, `p.0.content` under `p` is a list of one object. Where the
 * attribute itself is a list or JSON text of one, its entries may have dotted names in turn. Undefined where there is none.
 */
export function nestedAt(attributes: JsonObject, name: string): unknown {
  if (Object.hasOwn(attributes, name)) return nestedIn(fromCell(attributes[name]));
  const prefix = `${name}.`;
  const own = Object.entries(attributes).filter(([key]) => key.startsWith(prefix));
  if (own.length === 0) return undefined;
  return nested(own.map(([key, value]) => [key.slice(prefix.length), value]));
}

const nestedIn = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((entry) => (isObject(entry) && hasDots(entry) ? nested(Object.entries(entry)) : entry))
    : value;

const hasDots = (object: JsonObject): boolean => Object.keys(object).some((key) => key.includes('.'));

function nested(entries: readonly [name: string, value: unknown][]): unknown {
  const root: JsonObject = {};
  for (const [name, value] of entries) place(root, name.split('.'), value);
  return withLists(root);
}

function place(root: JsonObject, parts: readonly string[], value: unknown): void {
  const path =
    parts.length > MOST_PARTS
      ? [...parts.slice(0, MOST_PARTS - 1), parts.slice(MOST_PARTS - 1).join('.')]
      : parts;
  let node = root;
  for (const part of path.slice(0, -1)) {
    const next = Object.hasOwn(node, part) ? node[part] : undefined;
    if (isObject(next)) node = next;
    else {
      const made: JsonObject = {};
      keep(node, part, made);
      node = made;
    }
  }
  keep(node, path.at(-1) ?? '', value);
}

/** Objects whose names are all numbers are lists, in the order of these. */
function withLists(value: unknown): unknown {
  if (!isObject(value)) return nestedIn(value);
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,9}$/.test(key)))
    return keys.sort((one, other) => Number(one) - Number(other)).map((key) => withLists(value[key]));
  const read: JsonObject = {};
  for (const key of keys) keep(read, key, withLists(value[key]));
  return read;
}
