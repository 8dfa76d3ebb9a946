import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { PASSWORD_WORDS, TOKEN_WORDS } from '../secret-words.ts';
import { SIGNAL } from '../signals.ts';
import { looksLikePassword, looksRandom } from './secret-value.ts';

/** A short word must begin as one: compass and bypass are no passwords. */
const choices = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.length < 6 ? `(?<![a-z])${word}` : word.replaceAll(' ', '[ _-]?')))
    .join('|');

const BARE = `[^\\s"'\`,;<>()[\\]{}]{4,200}`;
const QUOTED = ['"', "'", '`'].map((quote) => `${quote}{1,2}([^${quote}\\n]{4,200})${quote}`).join('|');

/** A name, what assigns, and a value: in quotes up to the quote, else up to a space or bracket. */
const assigned = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?:${choices(words)})["'\`*]{0,2} ?(?::=|=>|[:=]| is:?| ist:?| lautet:?)[ *]{0,4}(?:${QUOTED}|(${BARE}))`,
    'gi',
  );

const PASSWORD = assigned(PASSWORD_WORDS);
const TOKEN = assigned(TOKEN_WORDS);

/** Values given to something named password, key or token, where they look like one. */
export const assignedSecrets: Detector = {
  name: 'assigned_secrets',
  needs: SIGNAL.secret,
  find: ({ text }) => [...valuesOf(text, PASSWORD, looksLikePassword), ...valuesOf(text, TOKEN, looksRandom)],
};

function* valuesOf(text: string, pattern: RegExp, fits: (value: string) => boolean): Generator<Candidate> {
  for (const match of text.matchAll(pattern)) {
    const quoted = match[1] ?? match[2] ?? match[3];
    const bare = match[4] ?? '';
    const value = quoted ?? bare.replace(/(?:[.,:?*]|\\+)+$/, '');
    const end = match.index + match[0].length - (quoted === undefined ? bare.length - value.length : 1);
    const isCall = quoted === undefined && /^[([{]/.test(text.slice(end, end + 1));
    if (!isCall && fits(value) && !/\s/.test(value))
      yield { kind: 'secret', start: end - value.length, end, strength: STRENGTH.context };
  }
}
