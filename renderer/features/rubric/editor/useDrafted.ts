import { useMemo, useRef } from 'react';
import type { Failure } from '../../../../shared/contract/result.ts';
import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { isUnchanged, rubricChanges } from '../../../../shared/domain/rubric-changes.ts';
import { candidateOf, type RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import { type DraftProblem, draftProblems } from '../../../../shared/domain/rubric-problems.ts';
import { parseRubric } from '../../../../shared/domain/rubric-schema.ts';
import { useEditor } from './store.ts';

/** The draft and what it comes to. */
export interface Drafted {
  draft: RubricDraft;
  problems: readonly DraftProblem[];
  /** What the draft is as a rubric; null while it is none. */
  rubric: Rubric | null;
  /** Why it is none, where no field says so. */
  fault: Failure | null;
  /** The last draft that was a rubric; null where none was. */
  shown: Rubric | null;
  unchanged: boolean;
}

/** Reads the draft as the next version of what is in force; null while nothing is edited. */
export function useDrafted(inForce: Rubric | undefined): Drafted | null {
  const draft = useEditor(({ history }) => history?.draft ?? null);
  const last = useRef<Rubric | null>(null);
  return useMemo(() => {
    if (!draft || !inForce) return null;
    const problems = draftProblems(draft);
    const { id, version } = inForce;
    const parsed = parseRubric(candidateOf(draft, { id, version: version + 1 }));
    if (parsed.ok) last.current = parsed.value;
    return {
      draft,
      problems,
      rubric: parsed.ok && problems.length === 0 ? parsed.value : null,
      fault: parsed.ok || problems.length > 0 ? null : parsed.error,
      shown: last.current,
      unchanged: parsed.ok && isUnchanged(rubricChanges(inForce, parsed.value)),
    };
  }, [draft, inForce]);
}
