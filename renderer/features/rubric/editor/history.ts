import type { RubricDraft } from '../../../../shared/domain/rubric-draft.ts';

/** What a step did, by the name of what it changed: a field that is typed in, or an act such as adding. */
export interface Step {
  before: RubricDraft;
  what: string;
  /** Milliseconds; when it last went on. */
  at: number;
}

export interface History {
  draft: RubricDraft;
  past: readonly Step[];
  future: readonly Step[];
}

/** Typing into one field goes on as one step over a pause of up to this, milliseconds. */
const PAUSE = 1500;
/** Steps that are kept. */
const MOST = 200;

export const begun = (draft: RubricDraft): History => ({ draft, past: [], future: [] });

/** The history with one more change. A field typed in without a pause is one step; `what` of an act is empty. */
export function changedBy(history: History, draft: RubricDraft, what: string, at: number): History {
  if (draft === history.draft) return history;
  const last = history.past.at(-1);
  const goesOn = what !== '' && last?.what === what && at - last.at <= PAUSE && history.future.length === 0;
  const past = goesOn
    ? [...history.past.slice(0, -1), { ...last, at }]
    : [...history.past.slice(-MOST + 1), { before: history.draft, what, at }];
  return { draft, past, future: [] };
}

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    draft: last.before,
    past: history.past.slice(0, -1),
    future: [...history.future, { ...last, before: history.draft }],
  };
}

export function redone(history: History): History {
  const next = history.future.at(-1);
  if (!next) return history;
  return {
    draft: next.before,
    past: [...history.past, { ...next, before: history.draft, at: 0 }],
    future: history.future.slice(0, -1),
  };
}
