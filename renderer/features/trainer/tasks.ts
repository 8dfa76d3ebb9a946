import type { TaskName } from '../../catalogue/trainer.ts';
import type { Keymap } from '../../keys/current.ts';
import { capFor, capOf } from '../../keys/labels.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../keys/rubric-keys.ts';
import { type Act, type Bench, type Material, ratingHere } from './bench.ts';

/** One thing to learn: what is asked for, when it is done, and the keys for it as they are now. */
export interface Task {
  name: TaskName;
  wants(act: Act, material: Material): boolean;
  /** Left out where the act itself is all. */
  done?(bench: Bench, material: Material): boolean;
  caps(material: Material, keymap: Keymap): string[];
}

/** Reasons for a skip, by the names a journal knows them by. */
export const REASONS = ['unclear', 'language', 'technical'] as const;

const is =
  (kind: Act['kind']) =>
  (act: Act): boolean =>
    act.kind === kind;

const value = (name: TaskName, dimension: string, wanted: number): Task => ({
  name,
  wants: (act) => act.kind === 'value' && act.dimension === dimension && act.value === wanted,
  caps: ({ rubric }, keymap) => {
    const entry = rubric.dimensions.find(({ id }) => id === dimension);
    const at = entry?.options.findIndex((option) => option.value === wanted) ?? -1;
    return entry ? [capOf(optionKeys(entry, keymap)[at] ?? '')] : [];
  },
});

const jump = (name: TaskName, dimension: string): Task => ({
  name,
  wants: (act) => act.kind === 'jump' && act.dimension === dimension,
  caps: ({ rubric }, keymap) => [capOf(dimensionKeys(rubric, keymap).get(dimension) ?? '')],
});

const letter = (names: readonly string[], index: number, keymap: Keymap): string =>
  capOf(letterKeys(names, keymap).get(names[index] ?? '') ?? '');

/** The words that hold the slant: the stretch from the first word to the last that the sentence asks for. */
const wordEnd = (answer: string, last: string): number => answer.indexOf(last) + last.length;
const TO_SELECT = { first: ['Old', 'Alte'], last: ['things', 'Neues'] } as const;
const named = (answer: string, words: readonly string[]): string =>
  words.find((word) => answer.includes(word)) ?? '';
const slanted = ({ answers }: Material): string => answers[1] ?? '';

/** The course in its order. */
export const TASKS: readonly Task[] = [
  value('sensible', 'sensibleness', 1),
  value('specific', 'specificity', 1),
  value('fluency', 'fluency', 4),
  value('bias', 'bias', 0),
  jump('jump', 'sensibleness'),
  { name: 'clear', wants: is('clear'), caps: () => [capFor('value.clear')] },
  { name: 'undo', wants: is('undo'), caps: () => [capFor('undo')] },
  { name: 'submit', wants: is('submit'), caps: () => [capFor('submit')] },
  jump('slanted', 'bias'),
  value('clearly', 'bias', 2),
  {
    name: 'category',
    wants: (act, { rubric }) =>
      act.kind === 'category' && act.name === rubric.dimensions.at(-1)?.categories?.[0],
    caps: ({ rubric }, keymap) => [letter(rubric.dimensions.at(-1)?.categories ?? [], 0, keymap)],
  },
  { name: 'close', wants: is('close'), caps: () => [capFor('escape')] },
  {
    name: 'word',
    wants: (act) => act.kind === 'word' || act.kind === 'wordBack',
    done: ({ selection }, material) =>
      selection?.start === slanted(material).indexOf(named(slanted(material), TO_SELECT.first)),
    caps: () => [capFor('word.next'), capFor('word.previous')],
  },
  {
    name: 'more',
    wants: (act) => act.kind === 'extend' || act.kind === 'shrink',
    done: ({ selection }, material) =>
      selection?.end === wordEnd(slanted(material), named(slanted(material), TO_SELECT.last)),
    caps: () => [capFor('word.extend'), capFor('word.shrink')],
  },
  { name: 'label', wants: is('label'), caps: () => [capFor('label')] },
  { name: 'rationale', wants: is('rationale'), caps: () => [capFor('rationale')] },
  {
    name: 'write',
    wants: is('write'),
    done: (bench) => ratingHere(bench).rationale.trim().length > 2,
    caps: () => [],
  },
  {
    name: 'done',
    wants: (act) => act.kind === 'close' || act.kind === 'write',
    done: ({ panel }) => panel === null,
    caps: () => [capFor('text.leave')],
  },
  { name: 'mark', wants: is('mark'), caps: () => [capFor('mark')] },
  { name: 'next', wants: is('next'), caps: () => [capFor('next')] },
  { name: 'previous', wants: is('previous'), caps: () => [capFor('previous')] },
  { name: 'again', wants: is('next'), caps: () => [capFor('next')] },
  { name: 'skip', wants: is('skip'), caps: () => [capFor('skip')] },
  {
    name: 'reason',
    wants: (act) => act.kind === 'reason' && act.name === REASONS[1],
    caps: () => [capOf('Digit2')],
  },
  { name: 'unskip', wants: is('undo'), caps: () => [capFor('undo')] },
];
