import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { defineCommand } from '../command.ts';
import { counted, styled, wrapped } from '../text.ts';
import { word } from '../values.ts';

export const verify = defineCommand({
  name: 'verify',
  summary: 'prove that the record was not changed, or name the first record that was',
  example: 'verify study.touchstone',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [],
  input: z.object({ project: word }),
  run: (desk, { project }) =>
    desk.reading(project, async (call) => {
      const found = await call('audit.verify', {});
      return { json: found, text: verdict(found), status: found.ok ? 0 : 1 };
    }),
});

export function verdict({ ok, events, entries, first_bad, checks, head }: OutputOf<'audit.verify'>): string {
  const lines = checks.map(
    (check) =>
      `${check.ok ? styled('green', 'ok ') : styled('red', 'BAD')}  ${check.name}: ${check.sentence}`,
  );
  const size = `${counted(events, 'rating event')} and ${counted(entries, 'audit entry', 'audit entries')}`;
  const sentence = ok
    ? `The record is intact: ${size}. Write down the head of the log; it proves later that nothing was cut off.`
    : `The record was changed outside Touchstone. First bad record: ${first_bad?.table} ${first_bad?.sequence}. Compare with a backup.`;
  return [...lines, '', wrapped(sentence), ...(ok ? [`head  ${head}`] : [])].join('\n');
}
