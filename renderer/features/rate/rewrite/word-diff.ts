import { shortestEdits } from './shortest-edits.ts';

/** A run of a text that two versions share, or that one of them has. */
export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** More tokens are compared as two whole texts: nobody reads so many changes one by one. */
const MOST_TOKENS = 30_000;
/** How far back a place is looked for where a word begins: characters. */
const REACH = 64;

const tokensOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Whether a word may begin at an offset: behind a blank, or a sign of a script without blanks. */
const BREAK = /[\s\p{P}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** How much both texts begin with, up to the start of a word. */
function sharedStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  if (at === before.length && at === after.length) return at;
  for (let back = at; back > Math.max(0, at - REACH); back -= 1)
    if (BREAK.test(before.charAt(back - 1)) && !isLowSurrogate(before, back)) return back;
  return at <= REACH ? 0 : at - REACH - (isLowSurrogate(before, at - REACH) ? 1 : 0);
}

const reversed = (text: string, from: number): string => Array.from(text.slice(from)).reverse().join('');

/** How much both texts end with, behind what they begin with, from the end of a word on. */
const sharedEnd = (before: string, after: string, start: number): number =>
  sharedStart(reversed(before, start), reversed(after, start));

function compared(before: string, after: string): Change[] {
  const old = tokensOf(before);
  const young = tokensOf(after);
  const edits = old.length + young.length > MOST_TOKENS ? null : shortestEdits(old, young);
  if (edits) return edits.map(({ kind, tokens }) => ({ kind, text: tokens.join('') }));
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Changes with only a blank between them read better as one; what was taken out comes before what was put in. */
function joined(changes: readonly Change[]): Change[] {
  const done: Change[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') done.push({ kind: 'removed', text: removed });
    if (added !== '') done.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    const isBetween =
      removed + added !== '' && index < changes.length - 1 && text.trim() === '' && !text.includes('\n');
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isBetween && removed !== '' && added !== '') {
      removed += text;
      added += text;
    } else {
      flush();
      const last = done.at(-1);
      if (last?.kind === 'same') last.text += text;
      else done.push({ kind, text });
    }
  }
  flush();
  return done;
}

/**
 * What changed from one text to another, word by word; words are told apart in every script. What is the same and removed is the
 * first text, what is the same and added the second.
 */
export function wordDiff(before: string, after: string): Change[] {
  const start = sharedStart(before, after);
  const end = sharedEnd(before, after, start);
  const middle = compared(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const around = (text: string): Change[] => (text === '' ? [] : [{ kind: 'same', text }]);
  return joined([
    ...around(before.slice(0, start)),
    ...middle.filter(({ text }) => text !== ''),
    ...around(before.slice(before.length - end)),
  ]);
}
