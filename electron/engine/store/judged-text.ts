import type { Recipe } from '../../../shared/contract/reporting.ts';
import { originalOf, readRedactions } from './original-text.ts';

/** A message as it is stored, with what its placeholders stand for. */
export interface StoredText {
  text: string;
  parts: string | null;
  redactions: string | null;
}

/** A message's text and parts as the recipe wants them. */
export const faceOf = (
  { text, parts, redactions }: StoredText,
  personalData: Recipe['personalData'],
): { text: string; parts: string | null } =>
  personalData === 'originals' ? originalOf({ text, parts }, readRedactions(redactions)) : { text, parts };

/** An answer's text as the recipe wants it. */
export const textAs = (row: Omit<StoredText, 'parts'>, personalData: Recipe['personalData']): string =>
  faceOf({ ...row, parts: null }, personalData).text;

interface AnswerPlace {
  name: string | null;
  content_hash: Buffer;
  position: number;
  candidate: number;
}

/** `conversation#message`, with the number of the candidate where there are several. */
export const answerRef = ({ name, content_hash, position, candidate }: AnswerPlace): string =>
  `${name ?? content_hash.toString('hex')}#${position}${candidate > 0 ? `.${candidate}` : ''}`;
