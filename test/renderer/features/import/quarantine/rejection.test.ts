import { describe, expect, test } from 'vitest';
import { placeWords, reasonOf } from '../../../../../renderer/features/import/quarantine/codes.ts';
import { mendedName } from '../../../../../renderer/features/import/quarantine/rejection.ts';

describe('rejected records', () => {
  test.each([
    [null, 'not-readable.jsonl'],
    ['refunds.jsonl', 'refunds-not-readable.jsonl'],
    ['2026-03/day-01.jsonl.gz', 'day-01-not-readable.jsonl'],
    ['logs\\day.csv.zst', 'day-not-readable.csv'],
    ['train.parquet', 'train-not-readable.jsonl'],
    ['export', 'export-not-readable.jsonl'],
    ['v1.2 notes.tsv', 'v1.2 notes-not-readable.tsv'],
  ])('of %s are written to %s', (source, name) => expect(mendedName(source)).toBe(name));

  test('have their reason in words, one that is new too', () => {
    expect(reasonOf('NOT_JSON').title).toBe('Not JSON');
    expect(reasonOf('SOMETHING_NEW')).toEqual({
      title: 'Something new',
      advice: 'Mend the record at the place named.',
    });
  });

  test('have a place unless it is all of the record', () => {
    expect(placeWords('$')).toBeNull();
    expect(placeWords('$.messages[*].role')).toBe('$.messages[*].role');
  });
});
