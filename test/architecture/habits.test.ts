import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../shared/contract/commands.ts';
import { ERRORS } from '../../shared/contract/errors.ts';
import { codeOf, filesEnding, textOf } from './sources.ts';

const sources = filesEnding('.ts', '.tsx');
const shipped = sources.filter((path) => !path.startsWith('test/'));

describe('in the sources there is', () => {
  /** Files with a mark that is meant, and why. */
  const MEANT: Record<string, string> = {
    'test/architecture/habits.test.ts': 'names the marks',
  };

  test('no mark that turns a check off, and nothing put off', () => {
    const marks = /@ts-(ignore|expect-error|nocheck)|(biome|eslint)-(ignore|disable)|\b(TODO|FIXME|HACK)\b/;
    expect(sources.filter((path) => marks.test(textOf(path)) && !(path in MEANT))).toEqual([]);
    for (const path of Object.keys(MEANT)) expect(textOf(path), 'still meant').toMatch(marks);
  });

  test('no any and no non-null assertion: the linter forbids them, and is not told otherwise', () => {
    const { linter } = z
      .object({
        linter: z.object({
          rules: z.object({
            style: z.object({ noNonNullAssertion: z.literal('error') }),
            suspicious: z.object({ noExplicitAny: z.literal('error') }),
            nursery: z.object({ noFloatingPromises: z.literal('error') }),
          }),
        }),
      })
      .parse(JSON.parse(textOf('biome.json')));
    expect(linter.rules).toBeTruthy();
    expect(sources.filter((path) => /\bas unknown as\b|\bas any\b(?! \w)/.test(codeOf(path)))).toEqual([]);
  });

  test('nothing printed on the console, which in the command line is for its answer alone', () => {
    const printing = shipped.filter(
      (path) => !path.startsWith('resources/') && /\bconsole\.\w+\(/.test(codeOf(path)),
    );
    expect(printing).toEqual([]);
  });

  test('no time or chance but from the sources of them, in what must come out the same again', () => {
    const pure = shipped.filter((path) => /^(shared|electron\/engine)\//.test(path));
    const found = pure.filter((path) =>
      /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|randomUUID/.test(codeOf(path)),
    );
    expect(found, 'the engine has its clock and ids from here').toEqual(['electron/engine/ids.ts']);
  });
});

describe('the contract', () => {
  test('has fewer than 100 commands, each named for what it is about and what it does', () => {
    const names = Object.keys(COMMANDS);
    expect(names.length).toBeLessThan(100);
    expect(names.filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  });

  test('says of every error what to do, in a sentence', () => {
    for (const [code, { advice }] of Object.entries(ERRORS)) expect(advice, code).toMatch(/^[A-Z].*\.$/s);
  });

  test('gives no error code that nothing gives', () => {
    const texts = shipped.filter((path) => path !== 'shared/contract/errors.ts').map(textOf);
    const unused = Object.keys(ERRORS).filter((code) => !texts.some((text) => text.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });
});

test('every folder of sources says what lives in it: in a README, or in the README of the folder around it', () => {
  const readmes = new Set(filesEnding('/README.md').map(dirname));
  const folders = new Set([...shipped, ...filesEnding('.sql')].map((path) => dirname(path)));
  const silent = [...folders].filter((folder) => {
    if (readmes.has(folder)) return false;
    const above = dirname(folder);
    return !readmes.has(above) || !textOf(`${above}/README.md`).includes(`${basename(folder)}/`);
  });
  expect(silent).toEqual([]);
});
