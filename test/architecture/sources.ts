import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['electron', 'renderer', 'shared', 'resources', 'test'];

/** Paths of all files of the project's own that end in one of these, from the root, with forward slashes. */
export const filesEnding = (...endings: string[]): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes('/node_modules/'))
    .sort();

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The text without its comments, so that what is only spoken of does not count. */
export const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const IMPORT =
  /^(?:import|export)\b[\w\s{},*$]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

export interface Import {
  from: string;
  /** A path from the root for a file of the project, else the package's name; `node:` for Node's own modules. */
  to: string;
}

/** What a source file imports, statically or on demand. */
export const importsOf = (path: string): Import[] =>
  [...codeOf(path).matchAll(IMPORT)].map(([, named, bare, onDemand]) => {
    const specifier = named ?? bare ?? onDemand ?? '';
    return { from: path, to: resolved(path, specifier) };
  });

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  if (specifier.startsWith('node:')) return 'node:';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
