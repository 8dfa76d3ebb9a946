import { describe, expect, test } from 'vitest';
import { type MatrixOptions, parseMatrix, type RatingsMatrix } from '../../shared/agreement/index.ts';

function read(text: string, options?: MatrixOptions): RatingsMatrix {
  const result = parseMatrix(text, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const refused = (
  text: string,
): { code: string; message: string; line?: number | undefined; path?: string | undefined } => {
  const result = parseMatrix(text, { file: 'ratings.csv' });
  if (result.ok) throw new Error('was read');
  const { code, message, place } = result.error;
  expect(place?.file).toBe('ratings.csv');
  expect(result.error.advice).not.toBe('');
  return {
    code,
    message,
    ...(place?.line === undefined ? {} : { line: place.line }),
    ...(place?.path === undefined ? {} : { path: place.path }),
  };
};

describe('JSON', () => {
  test('matrix, level and categories', () => {
    const text =
      '{"matrix":[[1,null,"x"],[2,3,"y"]],"level":"ordinal","categories":[1,2,3,"x","y"],"more":true}';
    expect(read(text)).toEqual({
      matrix: [
        [1, null, 'x'],
        [2, 3, 'y'],
      ],
      level: 'ordinal',
      categories: [1, 2, 3, 'x', 'y'],
      notes: [],
    });
  });

  test('NaN, as other languages write a missing value, is missing; within quotes it is a word', () => {
    expect(read('{"matrix":[[1,NaN,3],[NaN,"NaN",-2]],"level":"interval"}').matrix).toEqual([
      [1, null, 3],
      [null, 'NaN', -2],
    ]);
  });

  test('a bare array of arrays is nominal, and a note says so', () => {
    const matrix = read('\uFEFF [[1,2],[1,null]]');
    expect(matrix.level).toBe('nominal');
    expect(matrix.notes).toEqual(['No level of measurement was given; the values are taken as nominal.']);
  });

  test('a level given beside the file goes first', () => {
    expect(read('{"matrix":[[1]],"level":"ordinal"}', { level: 'ratio' })).toMatchObject({
      level: 'ratio',
      notes: [],
    });
  });

  test('no units and no raters are a matrix too', () => {
    expect(read('{"matrix":[[],[],[]],"level":"nominal"}').matrix).toEqual([[], [], []]);
    expect(read('[]').matrix).toEqual([]);
  });

  test.each([
    ['{"matrix":[[1,2],[1]]}', 'matrix[1]', 'matrix[1] has 1 units, the first row has 2.'],
    ['{"matrix":[[1,true]]}', 'matrix[0][1]', 'matrix[0][1]: a number, a text or null is wanted here.'],
    ['[1,2]', 'matrix[0]', 'matrix[0]: a list of values, one for each unit, is wanted here.'],
    ['{"ratings":[[1]]}', 'matrix', 'matrix: a list of raters is wanted here.'],
    [
      '{"matrix":[[1]],"level":"likert"}',
      'level',
      'level: one of nominal, ordinal, interval, ratio is wanted here.',
    ],
    [
      '{"matrix":[[1,7]],"categories":[1,2]}',
      'matrix[0][1]',
      'matrix[0][1] is 7, which is not one of the categories.',
    ],
    ['{"matrix":[[1]],"categories":[1,1]}', 'categories', 'categories names one twice.'],
    ['{"matrix":[[1]],"raters":["a","b"]}', 'raters', 'raters names 2 raters, the matrix has 1.'],
    ['{"matrix":[[1]],"units":["a","b"]}', 'units', 'units names 2 units, the matrix has 1.'],
  ])('%s is refused at %s', (text, path, message) => {
    expect(refused(text)).toEqual({ code: 'MATRIX_INVALID', message, path });
  });

  test('what is not JSON is refused', () => {
    expect(refused('{"matrix":[[1,2]')).toMatchObject({ code: 'MATRIX_INVALID' });
  });
});

describe('CSV and TSV', () => {
  test('long: unit, rater, value in any order of columns, further columns ignored', () => {
    const matrix = read(
      'rater,unit,value,note\r\nann,u1,2,"x, y"\r\nben,u1,3,\r\nann,u2,,\r\nben,u2,1,\r\n',
      { level: 'ordinal' },
    );
    expect(matrix).toEqual({
      matrix: [
        [2, null],
        [3, 1],
      ],
      raters: ['ann', 'ben'],
      units: ['u1', 'u2'],
      level: 'ordinal',
      notes: [],
    });
  });

  test('wide: a column for each rater, the units named in the first column or not at all', () => {
    expect(read('\uFEFFitem\tann\tben\nq1\t1\t2\nq2\t\t2.5\n', { level: 'interval' })).toMatchObject({
      matrix: [
        [1, null],
        [2, 2.5],
      ],
      raters: ['ann', 'ben'],
      units: ['q1', 'q2'],
    });
    const bare = read('ann;ben\n1;2\n3;4');
    expect(bare.matrix).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(bare.units).toBeUndefined();
  });

  test.each([
    ['as pandas and R write it', ',ann,ben\n0,1,2\n1,3,4\n', ['0', '1']],
    ['called by another name', 'Item ID,ann,ben\nq1,1,2\nq2,3,4\n', ['q1', 'q2']],
    ['words beside numbers', 'prompt,ann,ben\nq1,1,2\nq2,3,4\n', ['q1', 'q2']],
  ])('wide: a first column that names the units, %s', (_, text, units) => {
    const matrix = [
      [1, 3],
      [2, 4],
    ];
    expect(read(text)).toMatchObject({ matrix, raters: ['ann', 'ben'], units });
  });

  test('long: columns may end in id', () => {
    expect(read('item_id,rater_id,rating\nq1,ann,1\nq1,ben,2\n')).toMatchObject({
      matrix: [[1], [2]],
      raters: ['ann', 'ben'],
      units: ['q1'],
    });
  });

  test('raters may be numbered', () => {
    expect(read('1,2,3\n4,5,6').raters).toEqual(['1', '2', '3']);
  });

  test('values stay words where one of them is a word; blank, NA, NaN and null are missing', () => {
    expect(read('a,b,c,d\n1,x,NA,\n2,y,NaN,null').matrix).toEqual([
      ['1', '2'],
      ['x', 'y'],
      [null, null],
      [null, null],
    ]);
    expect(read('a,b\n-1.5,1e2\n.5,+3').matrix).toEqual([
      [-1.5, 0.5],
      [100, 3],
    ]);
  });

  test('quoted cells hold separators, quotes and line ends; blank lines are nothing', () => {
    const matrix = read('unit,"Ann, A.","Ben ""B"""\n\n"two\nlines", yes ,"no"\n\n');
    expect(matrix).toMatchObject({
      raters: ['Ann, A.', 'Ben "B"'],
      units: ['two\nlines'],
      matrix: [['yes'], ['no']],
    });
  });

  test.each([
    ['', 'The file is empty.', undefined],
    [' \n\n', 'The file is empty.', undefined],
    ['unit,ann,ben\nu1,1,2\n\nu2,3\n', 'Line 4 has 2 cells, the header has 3.', 4],
    ['unit,rater,value\nu1,ann,1\nu1,ann,2\n', 'Line 3 is a second rating of u1 by ann.', 3],
    ['unit,rater,value\nu1,,1\n', 'Line 2 does not say which rater it is about.', 2],
    ['unit,rater,value\n,ann,1\n', 'Line 2 does not say which unit it is about.', 2],
    ['unit,ann,ann\nu1,1,2\n', 'The header names "ann" twice; each column is one rater.', 1],
    ['unit,ann,\nu1,1,2\n', "Column 3 has no rater's name in the header.", 1],
    ['3,5,4\n1,2,3\n', 'The first line holds numbers where the names of the raters are wanted.', 1],
    [
      'unit,rater,points\nu1,ann,1\n',
      'The header has a column "rater" and none of values; name it "value".',
      1,
    ],
    ['unit\nu1\n', 'There is no column of ratings beside the units.', 1],
    ['unit,ann\nu1,"1\nu2,2\n', 'Line 2 opens a quote that is never closed.', 2],
  ])('%j is refused: %s', (text, message, line) => {
    expect(refused(text)).toEqual({
      code: 'MATRIX_INVALID',
      message,
      ...(line === undefined ? {} : { line }),
    });
  });
});
