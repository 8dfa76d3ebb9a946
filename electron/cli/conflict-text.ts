import type { MergeConflict, MergeDecision } from '../../shared/contract/packets.ts';
import { counted, harmless, styled, wrapped } from './text.ts';

/** More than these are counted. */
const SHOWN = 20;

/** Conflicts in words, each with what can be done about it. */
export function conflictLines(conflicts: readonly MergeConflict[]): string[] {
  if (conflicts.length === 0) return [];
  const more = conflicts.length - SHOWN;
  return [
    '',
    styled('yellow', `${counted(conflicts.length, 'conflict')}, of which nothing is lost:`),
    ...conflicts.slice(0, SHOWN).flatMap(inWords),
    ...(more > 0
      ? [`and ${counted(more, 'other')}; "touchstone packet conflicts PROJECT --json" has all of them.`]
      : []),
    '',
  ];
}

function inWords({ code, id, sentence, advice, file, versions, keys }: MergeConflict): string[] {
  return [
    '',
    `${code}${id ? `  ${id}` : ''}${file ? `  ${harmless(file)}` : ''}`,
    wrapped(sentence, '  '),
    ...versions.map(
      ({ event, at, rating, current, here }) =>
        `  ${current ? '*' : ' '} ${event}  ${at.slice(0, 16).replace('T', ' ')}  ${here ? 'here' : 'merged'}  ${harmless(JSON.stringify(rating.values))}`,
    ),
    ...keys.map((key) => `    key ${key}`),
    wrapped(advice, '  '),
  ];
}

const DECIDED: Record<MergeDecision['kind'], (decision: MergeDecision) => string> = {
  keep: ({ rater }) => `one of the judgements of ${rater} was kept`,
  another: ({ rater, other }) => `what came under the name ${rater} is of ${other}`,
  same: ({ rater }) => `all keys are of ${rater}`,
  accept: ({ rubric }) => `ratings under another text of ${rubric} were taken in`,
  dismiss: ({ rater }) => `what could not be taken in of ${rater} was left out`,
};

/** What was decided and still stands, with what names it to `packet resolve --how undo`. */
export function decisionLines(decided: readonly MergeDecision[]): string[] {
  if (decided.length === 0) return [];
  return [
    '',
    `${counted(decided.length, 'decision')}; "packet resolve PROJECT ID --how undo" takes one back:`,
    ...decided
      .slice(0, SHOWN)
      .map(
        (one) =>
          `  ${one.id}  ${one.at.slice(0, 16).replace('T', ' ')}  ${harmless(one.by)}: ${harmless(DECIDED[one.kind](one))}`,
      ),
    ...(decided.length > SHOWN ? [`  and ${counted(decided.length - SHOWN, 'other')}`] : []),
  ];
}
