import { describe, expect, test } from 'vitest';
import {
  confidenceWord,
  fileName,
  outcomeSentence,
  rejectedSentence,
  totals,
} from '../../../../renderer/features/import/words.ts';

describe('what an import says', () => {
  test('rejected lines are counted and the reader is told that they are kept', () => {
    expect(rejectedSentence(14, 1200)).toBe('14 of 1,200 lines could not be read. They are kept.');
    expect(rejectedSentence(1, 1)).toBe('1 of 1 line could not be read. It is kept.');
    expect(rejectedSentence(0, 1200)).toBe('');
  });

  test('the outcome tells new conversations from those already there', () => {
    const counts = (records: number, imported: number, duplicates: number) => ({
      records,
      imported,
      duplicates,
      rejected: records - imported - duplicates,
    });
    expect(outcomeSentence(counts(375, 375, 0))).toBe('375 conversations imported.');
    expect(outcomeSentence(counts(375, 1, 374))).toBe('1 conversation imported; 374 already there.');
    expect(outcomeSentence(counts(375, 0, 375))).toBe(
      'Nothing new: 375 conversations were already in the project.',
    );
    expect(outcomeSentence(counts(0, 0, 0))).toBe('There was nothing to read.');
    expect(outcomeSentence(counts(9, 9, 0), 'rating')).toBe('9 ratings imported.');
  });

  test('sums over files keep records = imported + duplicates + rejected', () => {
    const sum = totals([
      { records: 10, imported: 7, duplicates: 2, rejected: 1 },
      { records: 5, imported: 0, duplicates: 5, rejected: 0 },
    ]);
    expect(sum).toEqual({ records: 15, imported: 7, duplicates: 7, rejected: 1 });
  });

  test.each([
    [1, 'certain'],
    [0.7, 'likely'],
    [0.2, 'unsure'],
  ])('confidence %d reads %s', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

  test('a file is called by its name, on every system', () => {
    expect(fileName('/data/logs/a.jsonl')).toBe('a.jsonl');
    expect(fileName('C:\\logs\\a.jsonl')).toBe('a.jsonl');
    expect(fileName('a.jsonl')).toBe('a.jsonl');
  });
});
