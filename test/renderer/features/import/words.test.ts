import { describe, expect, test } from 'vitest';
import { encodingNamed } from '../../../../electron/engine/files/encoding.ts';
import { added, opened } from '../../../../renderer/features/import/chosen.ts';
import { AS_FOUND, ENCODINGS, readingInput } from '../../../../renderer/features/import/reading.ts';
import {
  adapterTitle,
  confidenceWord,
  folderWords,
  isGarbled,
  notesOf,
  outcomeSentence,
  rejectedSentence,
  sumSentence,
  totals,
} from '../../../../renderer/features/import/words.ts';
import { failure } from '../../../../shared/contract/errors.ts';
import { ok } from '../../../../shared/contract/result.ts';

const counts = (records: number, imported: number, duplicates: number) => ({
  records,
  imported,
  duplicates,
  rejected: records - imported - duplicates,
});

describe('what an import says', () => {
  test('rejected lines are counted and the reader is told that they are kept', () => {
    expect(rejectedSentence(14, 1200, 'line')).toBe('14 of 1,200 lines could not be read. They are kept.');
    expect(rejectedSentence(1, 1)).toBe('1 of 1 record could not be read. It is kept.');
    expect(rejectedSentence(0, 1200)).toBe('');
  });

  test('the outcome tells new conversations from those already there', () => {
    expect(outcomeSentence(counts(375, 375, 0))).toBe('375 conversations imported.');
    expect(outcomeSentence(counts(375, 1, 374))).toBe('1 conversation imported; 374 already there.');
    expect(outcomeSentence(counts(375, 0, 375))).toBe(
      'Nothing new: 375 conversations were already in the project.',
    );
    expect(outcomeSentence(counts(0, 0, 0))).toBe('There was nothing to read.');
    expect(outcomeSentence(counts(9, 9, 0), { noun: 'rating' })).toBe('9 ratings imported.');
  });

  test('records that hold several conversations are told apart from them', () => {
    expect(outcomeSentence({ ...counts(3, 3, 0), conversations: 120 })).toBe(
      '120 conversations imported from 3 records.',
    );
  });

  test('a trial says that nothing is stored', () => {
    expect(outcomeSentence(counts(5, 5, 0), { trial: true })).toBe('5 conversations would be imported.');
  });

  test('every record is accounted for', () => {
    expect(sumSentence(counts(1200, 1100, 86))).toBe(
      'Every record is accounted for: 1,200 = 1,100 imported + 86 known already + 14 not readable.',
    );
  });

  test('text that could not be read in the encoding of its file is noticed', () => {
    const of = (text: string, encoding: string | null = 'utf-8') => ({
      encoding,
      preview: [{ id: null, model: null, messages: [{ role: 'user' as const, text, candidate: 0 }] }],
    });
    expect(isGarbled(of('Gr\ufffd\ufffde'))).toBe(true);
    expect(isGarbled(of('Grüße'))).toBe(false);
    expect(isGarbled(of('\ufffd', null))).toBe(false);
    expect(isGarbled(null)).toBe(false);
  });

  test('sums over files keep records = imported + duplicates + rejected', () => {
    const sum = totals([
      { ...counts(10, 7, 2), conversations: 7, messages: 14 },
      { ...counts(5, 0, 5), conversations: 0, messages: 0 },
    ]);
    expect(sum).toEqual({ ...counts(15, 7, 7), conversations: 7, messages: 14 });
  });

  test('what is out of the ordinary is said in sentences', () => {
    expect(notesOf({ merged: 0, repaired: 0, notes: [] })).toEqual([]);
    expect(notesOf({ merged: 1, repaired: 2, notes: ['A note.'] })).toEqual([
      '1 record added feedback or turns to conversations that were there already.',
      '2 records held bytes or characters that are no text; \ufffd stands in their places.',
      'A note.',
    ]);
  });

  test.each([
    [1, 'certain'],
    [0.7, 'likely'],
    [0.2, 'unsure'],
  ])('confidence %d reads %s', (confidence, word) => expect(confidenceWord(confidence)).toBe(word));

  test('a format is called by its title, a mapping by its name', () => {
    expect(adapterTitle('native')).toBe('Touchstone transcripts');
    expect(adapterTitle('mapping')).toBe('By its fields');
    expect(adapterTitle('mapping:helpdesk')).toBe('By its fields: helpdesk');
  });

  test('a folder is summed up by what its files are', () => {
    const found = (within: string, adapter: string) => ({
      within,
      name: within,
      bytes: 1,
      adapter,
      confidence: 1,
      because: '',
      runnersUp: [],
      error: adapter === '' ? failure('NOT_JSON', 'x') : null,
    });
    const files = [found('a', 'native'), found('b', 'native'), found('c', 'otlp'), found('d', '')];
    const [entry] = opened(
      added([], [{ file: 'f', name: 'f', bytes: 0, folder: true }]),
      'f',
      AS_FOUND,
      ok({ file: 'f', files }),
    );
    expect(entry && folderWords(entry)).toBe(
      `3 of 4 files with transcripts: 2 × Touchstone transcripts, 1 × ${adapterTitle('otlp')}`,
    );
  });
});

describe('how a file is read', () => {
  test.each(ENCODINGS)('%s is an encoding that the engine knows by this name', (name) =>
    expect(encodingNamed(name)).toBe(name),
  );

  test('as found says nothing but that', () => {
    expect(readingInput(AS_FOUND)).toEqual({ adapter: 'auto' });
    expect(readingInput({ ...AS_FOUND, encoding: 'windows-1252' })).toEqual({
      adapter: 'auto',
      encoding: 'windows-1252',
    });
  });
});
