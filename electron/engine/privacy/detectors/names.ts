import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { FAMILY_NAMES, GIVEN_NAMES, NO_NAMES } from './name-lists.ts';

const WORD = "\\p{Lu}\\p{Ll}{1,20}(?:['’-]?\\p{Lu}\\p{Ll}{1,20}){0,2}";
const CAPITALISED = new RegExp(`(?<![\\p{L}\\p{N}_.@/-])${WORD}(?![\\p{L}\\p{N}_@])`, 'gu');
const INITIAL = /^ \p{Lu}\. $/u;
const PARTICLE = /^ (?:(?:van|von|de|da|do|dos|del|della|di|la|le|den|der|ter|zu|bin|al|el|af|av) ){1,2}$/;
const TITLE =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Herrn|Frau|Mme|Madame|Monsieur|Mlle|Señor|Señora|Sr|Sra|Sig|Signor|Signora|Senhor|Senhora|Dhr|Mevrouw|Pan|Pani)\.? $/u;
const INTRODUCED =
  /(?:(?:[Mm]y name is|[Ii] am|I'm|I’m|[Mm]y name's|[Ii]ch bin|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m'appelle|[Jj]e m’appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Mm]ijn naam is|[Ii]k ben) |(?:[Nn]ame|[Nn]om|[Nn]ombre|[Nn]ome): ?)$/;

interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * People's names: a given name of the list and the capitalised word after it, a capitalised word and a family name of the list, and
 * what follows a title or "my name is". Latin letters only.
 */
export const names: Detector = {
  name: 'names',
  needs: 0,
  find({ text }) {
    const words = Array.from(text.matchAll(CAPITALISED), ({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    }));
    const found: Candidate[] = [];
    for (let index = 0; index < words.length; ) {
      const taken = nameFrom(text, words, index);
      const first = words[index];
      const last = words[index + taken - 1];
      if (taken > 0 && first && last)
        found.push({ kind: 'name', start: first.start, end: last.end, strength: STRENGTH.shape });
      index += Math.max(1, taken);
    }
    return found;
  },
};

/** How many of the words from here on are one name; 0 where none begins. */
function nameFrom(text: string, words: readonly Word[], index: number): number {
  const first = words[index];
  if (!first || NO_NAMES.has(first.text)) return 0;
  let count = 1;
  while (count < 4 && isNext(text, words[index + count - 1], words[index + count])) count++;
  const before = text.slice(Math.max(0, first.start - 24), first.start);
  if (TITLE.test(before)) return Math.min(count, 3);
  const parts = words.slice(index, index + count).map((word) => word.text);
  if (INTRODUCED.test(before) && (count > 1 || GIVEN_NAMES.has(first.text) || FAMILY_NAMES.has(first.text)))
    return count;
  if (count < 2) return 0;
  return GIVEN_NAMES.has(first.text) || parts.slice(1).some((part) => FAMILY_NAMES.has(part)) ? count : 0;
}

/** A word that goes on with a name: after a space, an initial or a particle such as "van der". */
function isNext(text: string, before: Word | undefined, next: Word | undefined): boolean {
  if (!before || !next || NO_NAMES.has(next.text)) return false;
  const between = text.slice(before.end, next.start);
  return between === ' ' || INITIAL.test(between) || PARTICLE.test(between);
}
