import { expect, test } from 'vitest';
import { namedAs } from '../../../../renderer/features/start/named-as.ts';

const rater = (name: string) => ({ id: name, name, pseudonym: `the one called ${name}` });
const found = (typed: string, ...names: string[]) => namedAs(names.map(rater), typed)?.name;

test('a typed name is the rater named so, in capitals or not, and never anyone else', () => {
  expect(found(' Ada ', 'Ben', 'Ada')).toBe('Ada');
  expect(found('ada', 'Ben', 'Ada')).toBe('Ada');
  expect(found('ZOE\u0308', 'Zo\u00eb')).toBe('Zo\u00eb');
  expect(found('Lea', 'Ada')).toBeUndefined();
  expect(found('Ad', 'Ada')).toBeUndefined();
});

test('where two names differ in capitals alone, only the exact one is meant', () => {
  expect(found('ada', 'Ada', 'ada')).toBe('ada');
  expect(found('ADA', 'Ada', 'ada')).toBeUndefined();
});
