import { expect, test } from 'vitest';
import { filesEnding, textOf } from './sources.ts';

const MOST_LINES = { '.ts': 300, '.tsx': 150, '.sql': 300 } as const;

/** Files that may be longer, and why. */
const EXCEPTIONS: Record<string, string> = {};

const linesOf = (path: string): number => textOf(path).trimEnd().split('\n').length;

test.each(Object.entries(MOST_LINES))('a %s file has at most %i lines', (ending, most) => {
  const files = filesEnding(ending);
  expect(files.length).toBeGreaterThan(3);
  const long = files.filter((path) => linesOf(path) > most && !(path in EXCEPTIONS));
  expect(long.map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
});

test('a file that was shortened since is no exception any more', () => {
  const limit = (path: string): number => (path.endsWith('.tsx') ? MOST_LINES['.tsx'] : MOST_LINES['.ts']);
  expect(Object.keys(EXCEPTIONS).filter((path) => linesOf(path) <= limit(path))).toEqual([]);
});

test('most files are short: the median is at most 120 lines', () => {
  const lengths = filesEnding('.ts', '.tsx')
    .map(linesOf)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
});
