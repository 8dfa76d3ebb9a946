import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { defineCommand } from '../command.ts';
import { type Rejections, rejectionLines, rejectionsOf } from '../rejections.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { grouped } from '../text.ts';
import { files, word } from '../values.ts';

export const importTranscripts = defineCommand({
  name: 'import',
  summary: 'take transcripts in; what is in already is not doubled',
  example: 'import study.touchstone logs.jsonl.gz more.json',
  arguments: [
    { name: '<project>', about: 'the project' },
    { name: '<files...>', about: 'transcript files: JSON Lines or a JSON array, plain or gzip-compressed' },
  ],
  options: [
    {
      flags: '--adapter <name>',
      about: 'format of the files: auto (the default), native, openai-messages, sharegpt',
    },
    { flags: '--map <file>', about: 'mapping of the columns of a CSV file; not in this version' },
    { flags: '--dry-run', about: 'count what would come in, and store nothing' },
  ],
  input: z.object({
    project: word,
    files,
    adapter: word.optional(),
    map: word.optional(),
    dryRun: z.boolean().optional(),
  }),
  async run(desk, { project, files: given, adapter, map, dryRun }) {
    if (map !== undefined)
      throw new Fault(
        'USAGE',
        '--map: files that need a mapping, such as CSV, are not read by this version.',
        undefined,
        'Convert the file to native transcripts, one JSON object a line, and import it without --map.',
      );
    return await desk.changing(project, async (call) => {
      const { files: imported } = await call('import.transcripts', {
        files: given.map(pathOf),
        adapter,
        dryRun,
      });
      const told: (ImportedFile & Rejections)[] = [];
      for (const [i, file] of imported.entries())
        told.push({
          ...file,
          path: given[i] ?? file.path,
          ...(await rejectionsOf(call, file.quarantine === null ? [] : [file.quarantine])),
        });
      return { json: { files: told, dry_run: dryRun ?? false }, text: inWords(told, dryRun ?? false) };
    });
  },
});

function inWords(told: readonly (ImportedFile & Rejections)[], dryRun: boolean): string {
  const right = 'right';
  const rows = told.map((file) => [
    file.path,
    `${file.adapter} (${Math.round(100 * file.confidence)} %)`,
    ...[file.records, file.imported, file.duplicates, file.rejected, file.messages].map(grouped),
  ]);
  const counts = ['records', dryRun ? 'would come in' : 'imported', 'duplicates', 'rejected', 'messages'];
  const head = [
    { title: 'file' },
    { title: 'format' },
    ...counts.map((title) => ({ title, align: right }) as const),
  ];
  return [
    ...(dryRun ? ['A trial: nothing was stored.'] : []),
    table(head, rows),
    ...told.flatMap((file) => rejectionLines(file.path, file)),
  ].join('\n');
}
