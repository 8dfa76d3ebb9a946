import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { defineCommand } from '../command.ts';
import { pathOf } from '../surroundings.ts';
import { counted, grouped, harmless } from '../text.ts';
import { word } from '../values.ts';

type Page = OutputOf<'import.quarantine'>;
type Written = OutputOf<'quarantine.export'>;

/** Told in words; --json tells of all groups. */
const SHOWN = 20;

export const quarantine = defineCommand({
  name: 'quarantine',
  summary: 'show what was rejected and why, or write it out to be mended and imported again',
  example: 'quarantine study.touchstone --out rejected.jsonl',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--batch <id>', about: 'of one import only' },
    { flags: '--code <code>', about: 'of one reason only, such as NOT_JSON' },
    { flags: '--mended', about: 'those that were mended since, in place of those that stand' },
    {
      flags: '--out <file>',
      about: 'write the records to this file as they stood, and their reasons beside it',
    },
  ],
  input: z.object({
    project: word,
    batch: z.uuid('the id of an import is wanted').optional(),
    code: word.optional(),
    mended: z.boolean().optional(),
    out: word.optional(),
  }),
  run: (desk, { project, out, mended = false, ...which }) =>
    desk.reading(project, async (call) => {
      const asked = { ...which, resolved: mended, limit: 0 };
      const { total, resolved, groups } = await call('import.quarantine', asked);
      if (out === undefined || mended)
        return {
          json: { total, mended: resolved, groups },
          text: inWords({ total, resolved, groups }, mended),
        };
      const { files } = await call('quarantine.export', { ...which, out: pathOf(out) });
      return { json: { total, mended: resolved, groups, files }, text: writtenInWords(files) };
    }),
});

type Told = Pick<Page, 'total' | 'resolved' | 'groups'>;

function inWords({ total, resolved, groups }: Told, mended: boolean): string {
  if (total + resolved === 0) return 'Nothing was rejected.';
  const shown = groups.slice(0, SHOWN).flatMap(({ code, place, count, examples }) => {
    const [example] = examples;
    const where = example ? `${example.file}, line ${example.line}` : '';
    return [
      `${grouped(count)}  ${code}${place === '$' ? '' : ` at ${place}`}`,
      ...(example ? [`    ${example.reason} (${where})`] : []),
    ];
  });
  const more = groups.length > SHOWN ? [`and ${counted(groups.length - SHOWN, 'more reason')}`] : [];
  const since = mended || resolved === 0 ? '' : ` ${grouped(resolved)} mended since.`;
  const head = mended
    ? `${counted(total, 'rejected record')} mended since.`
    : `${counted(total, 'record')} rejected.${since}`;
  return [head, '', ...shown, ...more].map(harmless).join('\n').trimEnd();
}

const writtenInWords = (files: Written['files']): string =>
  files
    .flatMap(({ path, reasons, source, encoding, records, truncated }) => [
      `${counted(records, 'record')} of ${source} written to ${path}, the reasons to ${reasons}.`,
      ...(truncated > 0
        ? [
            `${counted(truncated, 'record')} of it ${truncated === 1 ? 'was' : 'were'} too large to be kept whole; see the reasons.`,
          ]
        : []),
      ...(encoding !== null && !encoding.startsWith('utf')
        ? [`Its encoding is ${encoding}: import it with --encoding ${encoding}.`]
        : []),
    ])
    .map(harmless)
    .join('\n');
