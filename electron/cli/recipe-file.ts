import { readFile } from 'node:fs/promises';
import { Fault } from '../../shared/contract/errors.ts';
import { EXPORT_FORMATS, type Recipe, recipe } from '../../shared/contract/reporting.ts';
import { isObject } from '../../shared/domain/json.ts';
import { fileFault } from '../engine/files/file-fault.ts';
import { pathOf } from './surroundings.ts';

type Format = Recipe['format'];

const ALIASES: Readonly<Record<string, Format>> = { sft: 'trl-sft', preference: 'trl-preference' };

export const FORMAT_NAMES: readonly string[] = EXPORT_FORMATS;

export function formatNamed(name: string): Format {
  const format = EXPORT_FORMATS.find((known) => known === name) ?? ALIASES[name];
  if (format) return format;
  throw new Fault(
    'USAGE',
    `--format: there is no format "${name}".`,
    undefined,
    `Use one of ${FORMAT_NAMES.join(', ')}.`,
  );
}

/** The recipe in a file, or the default one, with what the command line says put over it. Fields may be written in snake_case. */
export async function readRecipe(file: string | undefined, over: Partial<Recipe>): Promise<Recipe> {
  const written = file === undefined ? {} : await readFields(file);
  const parsed = recipe.strict().safeParse({ ...written, ...over });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new Fault(
    'RECIPE_INVALID',
    `The recipe cannot be used: ${path}${path && ': '}${issue?.message ?? ''}.`,
    {
      file,
      path,
    },
  );
}

async function readFields(given: string): Promise<Record<string, unknown>> {
  const file = pathOf(given);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  const value = parseJson(text, file);
  if (!isObject(value)) throw new Fault('RECIPE_INVALID', 'The recipe is not a JSON object.', { file });
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [camelCase(name), field]));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault('RECIPE_INVALID', `The recipe is not JSON: ${why}.`, { file });
  }
}

const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
