import { z } from 'zod';
import type { Verification } from '../../../shared/contract/auditing.ts';
import { isFault } from '../../../shared/contract/errors.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { counted, styled, wrapped } from '../text.ts';
import { word } from '../values.ts';

export const verify = defineCommand({
  name: 'verify',
  summary: 'prove that the record was not changed, or name the first record that was',
  example: 'verify study.touchstone',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [],
  input: z.object({ project: word }),
  async run(desk, { project }) {
    try {
      return await desk.reading(project, async (call) => outcomeOf(await call('audit.verify', {})));
    } catch (error) {
      if (isFault(error) && error.failure.code === 'PROJECT_CORRUPT')
        return outcomeOf(unreadable(error.message));
      throw error;
    }
  },
});

const outcomeOf = (found: Verification): Outcome => ({
  json: found,
  text: verdict(found),
  status: found.ok ? 0 : 1,
});

/** What can be said of a file that is too damaged to be looked into. */
const unreadable = (sentence: string): Verification => ({
  ok: false,
  events: 0,
  entries: 0,
  first_bad: { table: 'database', sequence: 0, sentence },
  checks: [{ name: 'database', ok: false, sentence }],
  head: '',
});

function verdict({ ok, events, entries, first_bad, checks, head, content_digest }: Verification): string {
  const lines = checks.map(
    (check) =>
      `${check.ok ? styled('green', 'ok ') : styled('red', 'BAD')}  ${check.name}: ${check.sentence}`,
  );
  const size = `${counted(events, 'rating event')} and ${counted(entries, 'audit entry', 'audit entries')}`;
  // Where a kind of record as a whole does not hold there is no number to name.
  const bad = first_bad ? `${first_bad.table} ${first_bad.sequence || ''}`.trim() : '';
  const sentence = ok
    ? `The record is intact: ${size}. Write down the head of the log; it proves later that nothing was cut off.`
    : `The record was changed outside Touchstone, or the file is damaged. First bad record: ${bad}. Compare with a backup.`;
  return [
    ...lines,
    '',
    wrapped(sentence),
    ...(ok ? [`head     ${head}`] : []),
    ...(content_digest ? [`content  ${content_digest}`] : []),
  ].join('\n');
}
