import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Krippendorff's own example of four coders and twelve units, with missing values (2011, "Computing Krippendorff's alpha-reliability"). */
const KRIPPENDORFF = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

const cell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const wide = (separator: string): string =>
  [
    ['unit', 'A', 'B', 'C', 'D'].join(separator),
    ...Array.from({ length: 12 }, (_, unit) =>
      [`u${unit}`, ...KRIPPENDORFF.map((row) => cell(row[unit]))].join(separator),
    ),
  ].join('\n');
const long = [
  'unit,rater,value',
  ...KRIPPENDORFF.flatMap((row, rater) =>
    row.flatMap((value, unit) => (value === null ? [] : [`u${unit},${rater},${value}`])),
  ),
].join('\n');

describe('agreement --matrix', () => {
  const json = JSON.stringify({ matrix: KRIPPENDORFF, level: 'ordinal', categories: [1, 2, 3, 4, 5] });

  it.each([
    ['JSON', 'm.json', json],
    ['JSON, gzip', 'm.json.gz', gzipSync(json)],
    ['JSON, Zstandard', 'm.json.zst', zstdCompressSync(json)],
    ['CSV, a column for each rater', 'wide.csv', wide(',')],
    ['TSV, a column for each rater', 'wide.tsv', wide('\t')],
    ['CSV, a line for each rating', 'long.csv', long],
  ])('%s: the published values', async (_, name, content) => {
    const report = await ask('agreement', '--matrix', written(name, content), '--level', 'ordinal');
    expect(report).toMatchObject({
      level: 'ordinal',
      raters: 4,
      units_paired: 11,
      headline: { statistic: 'krippendorff_alpha', level: 'ordinal', value: expect.closeTo(0.815, 3) },
      krippendorff_alpha: {
        nominal: { value: expect.closeTo(0.743, 3) },
        ordinal: { value: expect.closeTo(0.815, 3) },
        interval: { value: expect.closeTo(0.849, 3) },
        ratio: { value: expect.closeTo(0.797, 3) },
      },
    });
  });

  it('goes by the level of the file unless told, and by nominal with a note where there is none', async () => {
    expect(await ask('agreement', '--matrix', written('m.json', json))).toMatchObject({ level: 'ordinal' });
    expect(await ask('agreement', '--matrix', written('wide.csv', wide(',')))).toMatchObject({
      level: 'nominal',
      notes: expect.arrayContaining([expect.stringContaining('nominal')]),
    });
  });

  it('says why a statistic has no value', async () => {
    const same = written(
      'same.json',
      JSON.stringify({
        matrix: [
          [1, 1],
          [1, 1],
        ],
        level: 'nominal',
        categories: [0, 1],
      }),
    );
    expect(await ask('agreement', '--matrix', same)).toMatchObject({
      headline: { value: null, reason: 'unanimous' },
    });
    const { stdout } = await touchstone(['agreement', '--matrix', same]);
    expect(stdout).toMatch(/Krippendorff's alpha, nominal +undefined: unanimous/);
    const apart = written('apart.json', '[[1,null],[null,1]]');
    expect(await ask('agreement', '--matrix', apart)).toMatchObject({
      headline: { value: null, reason: 'no_pairs' },
    });
  });

  it('gives the same bootstrap interval for the same seed', async () => {
    const file = written('m.json', json);
    const [one, same, other] = await Promise.all(
      ['7', '7', '8'].map((seed) => ask('agreement', '--matrix', file, '--bootstrap', '300', '--seed', seed)),
    );
    expect(one?.bootstrap).toMatchObject({
      resamples: 300,
      seed: 7,
      krippendorff_alpha: { ordinal: [expect.any(Number), expect.any(Number)] },
    });
    expect(same?.bootstrap).toEqual(one?.bootstrap);
    expect(other?.bootstrap).not.toEqual(one?.bootstrap);
  });

  it.each([
    ['an empty file', 'FILE_EMPTY', ''],
    ['damaged JSON', 'MATRIX_INVALID', '{"matrix": [[1,'],
    ['rows of different length', 'MATRIX_INVALID', '[[1,2],[1]]'],
    ['a value that is no category', 'MATRIX_INVALID', '{"matrix":[[1,2],[1,3]],"categories":[1,2]}'],
    ['a line with a cell too few', 'MATRIX_INVALID', 'unit,A,B\nu1,1,2\nu2,1\n'],
    ['two ratings of one unit by one rater', 'MATRIX_INVALID', 'unit,rater,value\nu1,A,1\nu1,A,2\n'],
  ])('refuses %s', async (_, code, content) => {
    const done = await touchstone(['agreement', '--matrix', written('bad.csv', content), '--json']);
    expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code });
  });

  it('refuses a file that is not there', async () => {
    const done = await touchstone(['agreement', '--matrix', join(folder, 'none.csv'), '--json']);
    expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code: 'FILE_NOT_FOUND' });
  });
});
