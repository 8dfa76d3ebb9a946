import { z } from 'zod';
import type { Exported } from '../../../shared/contract/reporting.ts';
import { defineCommand } from '../command.ts';
import { FORMAT_NAMES, formatNamed, readRecipe } from '../recipe-file.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { counted, grouped } from '../text.ts';
import { seed, word } from '../values.ts';

export const exportDataset = defineCommand({
  name: 'export',
  summary: 'write a dataset that a trainer takes, with a manifest',
  example: 'export study.touchstone --format trl-preference --out dataset',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--format <name>', about: `${FORMAT_NAMES.join(', ')}`, required: true },
    { flags: '--out <folder>', about: 'where the files go; made if it is not there', required: true },
    { flags: '--recipe <file>', about: 'thresholds, split and weights as JSON; see electron/cli/README.md' },
    { flags: '--seed <s>', about: 'a number or word that split and pairing depend on' },
  ],
  input: z.object({
    project: word,
    format: z.string().transform(formatNamed),
    out: word,
    recipe: word.optional(),
    seed: seed.optional(),
  }),
  async run(desk, { project, format, out, recipe: file, seed: given }) {
    const recipe = await readRecipe(file, { format, ...(given === undefined ? {} : { seed: given }) });
    return await desk.reading(project, async (call) => {
      const written = await call('export.write', { recipe, out: pathOf(out) });
      return { json: written, text: inWords(written) };
    });
  },
});

function inWords({ files, manifest, dropped, preflight }: Exported): string {
  const left = Object.entries(dropped);
  return [
    table(
      [{ title: 'file' }, { title: 'rows', align: 'right' }, { title: 'sha256' }],
      files.map(({ path, rows, sha256 }) => [path, grouped(rows), sha256.slice(0, 16)]),
    ),
    '',
    `manifest  ${manifest}`,
    ...(left.length === 0
      ? []
      : [`left out  ${left.map(([reason, n]) => `${reason} ${grouped(n)}`).join(', ')}`]),
    ...Object.entries(preflight).flatMap(([trainer, { ok, warnings, rejected_rows }]) => [
      `${trainer}  ${ok ? 'takes every row' : `refuses ${counted(rejected_rows, 'row')}`}`,
      ...warnings.map((warning) => `  ${warning}`),
    ]),
  ].join('\n');
}
