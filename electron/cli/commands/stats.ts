import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { defineCommand } from '../command.ts';
import { pairs } from '../table.ts';
import { counted, decimals, grouped } from '../text.ts';
import { word } from '../values.ts';

export const stats = defineCommand({
  name: 'stats',
  summary: 'what is in a project',
  example: 'stats study.touchstone',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [],
  input: z.object({ project: word }),
  run: (desk, { project }) =>
    desk.reading(project, async (call) => {
      const found = await call('project.stats', {});
      return { json: found, text: inWords(found) };
    }),
});

type Stats = OutputOf<'project.stats'>;

function inWords(found: Stats): string {
  const tally = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .map(([name, n]) => `${name} ${grouped(n)}`)
      .join(', ');
  return pairs([
    ['project', found.name],
    ['rubric', found.rubric],
    ['conversations', `${grouped(found.conversations)}, with ${counted(found.messages, 'message')}`],
    ['answers', `${grouped(found.answers)}, ${counted(found.items, 'item')} to judge`],
    ['by model', tally(found.per_model)],
    [
      'imports',
      `${grouped(found.batches)}, ${counted(found.duplicates, 'duplicate')}, ${grouped(found.quarantined)} in quarantine`,
    ],
    ['samples', `${grouped(found.samples)}, with ${counted(found.assignments, 'assignment')}`],
    ...found.sample_ids.map((id): [string, string] => ['', id]),
    ['ratings', `${grouped(found.ratings)} by ${counted(found.raters, 'rater')}`],
    ['by rater', tally(found.per_rater)],
    ['SSA', ssaInWords(found.ssa)],
    ...comparisonsInWords(found.comparisons),
    [
      'record',
      `${counted(found.rating_events, 'rating event')}, ${counted(found.audit_entries, 'audit entry', 'audit entries')}`,
    ],
  ]);
}

const NO_SSA: Record<string, string> = {
  no_pairs: 'undefined: nothing has been rated yet',
  level: 'undefined: the rubric has no yes/no sensibleness and specificity',
};

function comparisonsInWords(found: Stats['comparisons']): [string, string][] {
  if (found === null) return [];
  const { ratings, items, ties, both_bad, sentence } = found;
  return [
    [
      'comparisons',
      `${counted(ratings, 'rating')} of ${grouped(items)}, ${grouped(ties)} ties, ${grouped(both_bad)} all bad`,
    ],
    ['', sentence],
  ];
}

function ssaInWords({ value, ci, reason }: Stats['ssa']): string {
  if (value === null) return NO_SSA[reason ?? ''] ?? 'undefined';
  return `${decimals(value)}${ci ? ` (95 % interval ${decimals(ci[0])} to ${decimals(ci[1])})` : ''}`;
}
