import type { Finding, Kind } from '../../../electron/engine/privacy/kinds.ts';
import { KINDS } from '../../../electron/engine/privacy/kinds.ts';

/** A text, and what is to be found in it, nothing else. */
export interface LabelledCase {
  text: string;
  expected: Finding[];
  names: boolean;
}

const MARK = /⟦(\w+)\|([^⟧]*)⟧/g;

const isKind = (word: string): word is Kind => Object.hasOwn(KINDS, word);

/** A case from a text in which each find is marked ⟦kind|so⟧. */
export function labelled(marked: string, names = false): LabelledCase {
  const expected: Finding[] = [];
  let text = '';
  let from = 0;
  for (const { 0: mark, 1: kind = '', 2: inside = '', index } of marked.matchAll(MARK)) {
    if (!isKind(kind)) throw new Error(`no kind ${kind} in ${marked}`);
    text += marked.slice(from, index);
    expected.push({ kind, start: text.length, end: text.length + inside.length });
    text += inside;
    from = index + mark.length;
  }
  return { text: text + marked.slice(from), expected, names };
}
