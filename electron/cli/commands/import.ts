import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { type Mapping, readMapping } from '../../../shared/formats/mapping.ts';
import { ADAPTERS } from '../../../shared/formats/registry.ts';
import { defineCommand } from '../command.ts';
import { type Rejections, rejectionLines, rejectionsOf } from '../rejections.ts';
import { STANDARD_INPUT, withStandardInput } from '../standard-input.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { counted, grouped, harmless } from '../text.ts';
import { files, word } from '../values.ts';

type Told = ImportedFile & Rejections;

export const importTranscripts = defineCommand({
  name: 'import',
  summary: 'take transcripts in; what is in already is not doubled',
  example: 'import study.touchstone logs.jsonl.gz exports/ --encoding windows-1252',
  arguments: [
    { name: '<project>', about: 'the project' },
    {
      name: '<files...>',
      about:
        'transcript files, folders of them, or - for standard input: JSON Lines, JSON, CSV, TSV or Parquet, plain or packed with gzip or Zstandard',
    },
  ],
  options: [
    {
      flags: '--adapter <name>',
      about: `format of the files: auto (the default), ${ADAPTERS.map(({ name }) => name).join(', ')}`,
    },
    {
      flags: '--map <file>',
      about:
        'a mapping of columns or JSON paths to fields, as a file or by the name the project keeps it under',
    },
    {
      flags: '--encoding <name>',
      about: 'encoding of the files, such as windows-1252; UTF-8 and UTF-16 are told by themselves',
    },
    {
      flags: '--keep-personal-data',
      about: 'store texts as they are; else placeholders such as [EMAIL_1] stand for personal data',
    },
    { flags: '--names', about: "count people's names, by list, as personal data too" },
    { flags: '--dry-run', about: 'count what would come in, and store nothing' },
  ],
  input: z.object({
    project: word,
    files,
    adapter: word.optional(),
    map: word.optional(),
    encoding: word.optional(),
    keepPersonalData: z.boolean().optional(),
    names: z.boolean().optional(),
    dryRun: z.boolean().optional(),
  }),
  run: (desk, { project, files: given, dryRun = false, ...how }) =>
    withStandardInput(given, pathOf, (paths) =>
      desk.changing(project, async (call) => {
        const { adapter, map, encoding, keepPersonalData, names } = how;
        const mapping = map === undefined ? undefined : mappingFrom(map);
        const { files: done } = await call('import.transcripts', {
          files: paths,
          adapter,
          mapping,
          encoding,
          personalData: keepPersonalData ? 'keep' : 'placeholders',
          names,
          dryRun,
        });
        const told: Told[] = [];
        for (const file of done)
          told.push({
            ...file,
            path: asGiven(file, given, paths),
            ...(await rejectionsOf(call, file.quarantine === null ? [] : [file.quarantine])),
          });
        return {
          json: { files: told, dry_run: dryRun },
          text: inWords(told, dryRun),
          status: told.some(({ status }) => status === 'failed') || !told.some(isRead) ? 1 : 0,
        };
      }),
    ),
});

const isRead = ({ status }: ImportedFile): boolean => status === 'imported';

/** A mapping in a file; what is no file is the name of one that the project keeps. */
function mappingFrom(map: string): Mapping | string {
  const path = pathOf(map);
  if (existsSync(path)) return readMapping(readFileSync(path, 'utf8'), map);
  if (/[\\/]|\.json$/.test(map))
    throw new Fault('FILE_NOT_FOUND', `There is no mapping at ${map}.`, { file: map });
  return map;
}

/** A file by the name the user typed; those of a folder by their place in it. */
function asGiven({ path, name }: ImportedFile, given: readonly string[], paths: readonly string[]): string {
  const index = paths.indexOf(path);
  const typed = given[index];
  if (typed !== undefined) return typed;
  const folder = given.find((_, at) => path === `${paths[at] ?? ''}/${name}`);
  return folder === undefined || folder === STANDARD_INPUT ? path : `${folder.replace(/\/+$/, '')}/${name}`;
}

function inWords(told: readonly Told[], dryRun: boolean): string {
  const right = 'right';
  const rows = told
    .filter(isRead)
    .map((file) => [
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
    ...(rows.length > 0 ? [table(head, rows)] : []),
    ...told.flatMap(remarks),
    ...told.flatMap((file) => rejectionLines(file.path, file, dryRun)),
  ].join('\n');
}

const OTHER_ENCODING = ' If the file is in another encoding, name it: --encoding windows-1252.';

/** What is out of the ordinary with a file. */
function remarks({ path, status, error, merged, repaired, encoding, notes }: Told): string[] {
  if (error) {
    const what = status === 'skipped' ? 'is no transcript' : 'could not be read, and nothing of it is in';
    return [harmless(`${path} ${what} (${error.code}): ${error.message}`)];
  }
  const told = [
    ...(merged > 0 ? [`${counted(merged, 'duplicate')} added feedback or turns to what was there.`] : []),
    ...(repaired > 0
      ? [
          `${counted(repaired, 'record')} held characters that are no text; they are now U+FFFD.${encoding === 'utf-8' ? OTHER_ENCODING : ''}`,
        ]
      : []),
    ...notes,
  ];
  return told.map((sentence) => harmless(`${path}: ${sentence}`));
}
