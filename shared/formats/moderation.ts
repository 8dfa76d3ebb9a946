import { isObject, type JsonObject } from '../domain/json.ts';
import { keep } from './fields.ts';

/** Categories as OpenAI's moderation endpoint spells them. */
const CATEGORIES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
];

const bare = (name: string): string => name.replace(/[/-]/g, '_');
const SPELLING = new Map(CATEGORIES.map((name) => [bare(name), name]));
const TABLES = ['categories', 'category_scores', 'category_applied_input_types'];

/**
 * A moderation result with each category once. Data sets that went through Parquet hold every category twice, as
 * `hate/threatening` and `hate_threatening`, one of them usually null; the first spelling is kept, and both where they differ.
 */
export function oneSpelling(result: unknown): unknown {
  if (!isObject(result)) return result;
  const read: JsonObject = { ...result };
  for (const name of TABLES) {
    const table = result[name];
    if (isObject(table)) read[name] = merged(table);
  }
  return read;
}

function merged(table: JsonObject): JsonObject {
  const read: JsonObject = {};
  for (const [key, value] of Object.entries(table)) {
    const name = SPELLING.get(bare(key)) ?? key;
    const known = Object.hasOwn(read, name) ? read[name] : null;
    if (known === null && name !== '__proto__') read[name] = value;
    else if (value !== null && value !== known) keep(read, key, value);
  }
  return read;
}
