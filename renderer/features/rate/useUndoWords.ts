import type { NextSteps } from '../../../shared/contract/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import { assignmentAt, type RateState } from '../../store/rate/state.ts';
import { actionWords } from '../../store/rate/words.ts';
import { useRateLater } from './useRate.ts';

/** What undo or redo would do now: "Undo: Fluency 4, item 12"; null where there is nothing. */
export function stepSaid(rubric: Rubric, state: RateState, kind: keyof NextSteps): string | null {
  const step = state.next[kind];
  if (!step) return null;
  const isHere = step.assignment === assignmentAt(state);
  const index = isHere ? -1 : state.queue.findIndex(({ assignment }) => assignment === step.assignment);
  const place = isHere ? null : index === -1 ? 'gone' : index + 1;
  return textNow(queueText)[kind](actionWords(rubric, step.action), place);
}

/** The same as of the last frame, so that a value is drawn before what would undo it. */
export const useStepSaid = (rubric: Rubric, kind: keyof NextSteps): string | null =>
  useRateLater((state) => stepSaid(rubric, state, kind));
