import { z } from 'zod';
import { agreementReport, LEVELS, tableFromMatrix } from '../../../shared/agreement/index.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { matrixReportInWords, projectReportInWords } from '../agreement-text.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Desk } from '../desk.ts';
import { fieldNamed } from '../fields.ts';
import { readMatrix } from '../matrix-file.ts';
import { count, seed, word } from '../values.ts';

const input = z.object({
  project: word.optional(),
  matrix: word.optional(),
  level: z.enum(LEVELS, `one of ${LEVELS.join(', ')} is wanted`).optional(),
  dimension: word.optional(),
  by: word.optional(),
  bootstrap: count(1)
    .refine((n) => n <= 100_000, 'up to 100000 resamples are drawn')
    .optional(),
  seed: seed.default(1),
});
type Input = z.output<typeof input>;

export const agreement = defineCommand({
  name: 'agreement',
  summary: 'how far the raters agree, on each dimension of a project or in a ratings matrix',
  example: 'agreement study.touchstone --by model --bootstrap 1000 --seed 7',
  arguments: [{ name: '[project]', about: 'the project, unless there is a --matrix' }],
  options: [
    { flags: '--matrix <file>', about: 'a ratings matrix as JSON, or as CSV or TSV, long or wide' },
    { flags: '--level <level>', about: `level of measurement of the matrix: ${LEVELS.join(', ')}` },
    { flags: '--dimension <id>', about: 'only this dimension' },
    {
      flags: '--by <field>',
      about: 'each dimension in slices: model, model_version, language, use_case, group.NAME',
    },
    { flags: '--bootstrap <n>', about: 'a bootstrap interval for alpha from so many resamples' },
    { flags: '--seed <s>', about: 'a number or word that the resamples depend on; 1 unless given' },
  ],
  input,
  async run(desk, given) {
    refuseMixture(given);
    return given.matrix === undefined ? await ofProject(desk, given) : await ofMatrix(given, given.matrix);
  },
});

/** Which options go with which of the two things that can be reported on. */
function refuseMixture({ project, matrix, level, dimension, by }: Input): void {
  const refuse = (message: string): never => {
    throw new Fault(
      'USAGE',
      message,
      undefined,
      'Give a project, or --matrix FILE; "touchstone agreement --help" shows the options of each.',
    );
  };
  if (project === undefined && matrix === undefined) refuse('There is nothing to report on.');
  if (project !== undefined && matrix !== undefined)
    refuse('A project and a matrix were given; only one can be reported on.');
  if (matrix === undefined && level !== undefined)
    refuse('--level: the rubric of a project says the level of each dimension.');
  if (matrix !== undefined && (dimension !== undefined || by !== undefined))
    refuse('--dimension and --by: a matrix has only one dimension and no fields.');
}

async function ofMatrix({ level, bootstrap, seed: own }: Input, file: string): Promise<Outcome> {
  const report = agreementReport(tableFromMatrix(await readMatrix(file, level)), {
    bootstrap: bootstrap === undefined ? undefined : { resamples: bootstrap, seed: own },
  });
  return { json: report, text: matrixReportInWords(file, report) };
}

async function ofProject(
  desk: Desk,
  { project = '', dimension, by, bootstrap, seed: own }: Input,
): Promise<Outcome> {
  return await desk.reading(project, async (call) => {
    const report = await call('agreement.report', {
      dimension,
      by: by === undefined ? undefined : await fieldNamed(call, by),
      bootstrap,
      seed: own,
    });
    return { json: report, text: projectReportInWords(report) };
  });
}
