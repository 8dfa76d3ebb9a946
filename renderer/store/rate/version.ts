import type { ProjectSummary } from '../../../shared/contract/project.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { assignmentAt, type RateState } from './state.ts';

/** The rubric that the item on the screen is judged by: the version its rating was begun under, else the newest. */
export function rubricAt(rate: RateState, project: ProjectSummary | null): Rubric | null {
  const assignment = assignmentAt(rate);
  const held = assignment === null ? undefined : rate.held[assignment];
  return held?.item.rubric ?? project?.rubric ?? null;
}
