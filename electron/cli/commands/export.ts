import { z } from 'zod';
import type { Exported } from '../../../shared/contract/reporting.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Call } from '../desk.ts';
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
    {
      flags: '--originals',
      about: 'put personal data back in the place of its placeholders; the audit log tells that it was',
    },
  ],
  input: z.object({
    project: word,
    format: z.string().transform(formatNamed),
    out: word,
    recipe: word.optional(),
    seed: seed.optional(),
    originals: z.boolean().optional(),
  }),
  async run(desk, { project, format, out, recipe: file, seed: given, originals }) {
    const recipe = await readRecipe(file, {
      format,
      ...(given === undefined ? {} : { seed: given }),
      ...(originals ? { personalData: 'originals' } : {}),
    });
    const write = async (call: Call): Promise<Outcome> => {
      const written = await call('export.write', { recipe, out: pathOf(out) });
      return { json: written, text: inWords(written) };
    };
    return recipe.personalData === 'originals' ? desk.changing(project, write) : desk.reading(project, write);
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
