import type { MergeConflict } from '../../shared/contract/packets.ts';
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
