import type { MergeConflict } from '../../../shared/contract/packets.ts';
import type { exchangeText } from '../../catalogue/exchange.ts';

type Texts = (typeof exchangeText)['en'];

/** What a conflict says, and what is to be known before it is decided; of a file that was refused the engine's words. */
export function conflictWords(
  t: Texts,
  { code, rater, ratings, keys, sentence, advice }: MergeConflict,
): { title: string; hint: string } {
  const name = rater ?? '';
  switch (code) {
    case 'RATINGS_DIFFER':
      return { title: t.differs(name), hint: t.differsHint };
    case 'KEY_CHANGED':
      return { title: t.keyChanged(name, keys.length), hint: t.keyChangedHint };
    case 'ITEM_UNKNOWN':
      return { title: t.itemUnknown(name, ratings), hint: t.itemUnknownHint };
    case 'RUBRIC_UNKNOWN':
      return { title: t.rubricUnknown(name, ratings), hint: t.rubricUnknownHint };
    case 'RUBRIC_DIFFERS':
      return { title: t.rubricDiffers(name, ratings), hint: t.rubricDiffersHint };
    default:
      return { title: sentence, hint: advice };
  }
}

/** The beginning of a fingerprint, in groups that can be read out. */
export const shortKey = (fingerprint: string): string =>
  fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

/** A file by its name, whatever folder it is in. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
