import type { Feedback } from '../domain/conversation.ts';
import { bit } from './answer-row.ts';

const THUMB = bit('thumbed');
const DOWN = bit('thumbs_down');
const FATE = bit('fate_known');

/** The columns that a signal other than a thumb counts in. */
const SIGNALS: Readonly<Record<Exclude<Feedback['signal'], 'thumb'>, number>> = {
  stars: 0,
  comment: 0,
  sent_unmodified: bit('sent_unmodified') | FATE,
  copied: FATE,
  edited: bit('edited') | FATE,
  regenerated: bit('regenerated') | FATE,
  abandoned: FATE,
};

/** The columns an answer counts in for what its users did: each once, however often they did it. */
export function feedbackMask(feedback: readonly Feedback[]): number {
  let mask = 0;
  for (const { signal, value } of feedback)
    mask |= signal === 'thumb' ? (value === 1 ? THUMB : THUMB | DOWN) : SIGNALS[signal];
  return mask;
}

/** Names under which signals are counted one by one: a thumb by its direction. */
export const signalName = ({ signal, value }: Pick<Feedback, 'signal' | 'value'>): string =>
  signal === 'thumb' ? (value === 1 ? 'thumbs_up' : 'thumbs_down') : signal;
