import { z } from 'zod';
import { agreementReport, LEVELS, tableFromMatrix } from '../../../shared/agreement/index.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { projectReportInWords } from '../agreement-text.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Desk } from '../desk.ts';
import { fieldNamed } from '../fields.ts';
import { readMatrix } from '../matrix-file.ts';
import { matrixReportInWords } from '../matrix-text.ts';
import { pathOf, version } from '../surroundings.ts';
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
  html: word.optional(),
  names: z.boolean().default(false),
});
type Input = z.output<typeof input>;

/** Resamples behind the intervals of a page. */
const IN_PAGES = 1000;

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
    {
      flags: '--html <file>',
      about:
        'also the whole report as a page to print or send; 1000 resamples unless told, raters under pseudonyms',
    },
    { flags: '--names', about: 'raters under their names in the page' },
    { flags: '--seed <s>', about: 'a number or word that the resamples depend on; 1 unless given' },
  ],
  input,
  async run(desk, given) {
    refuseMixture(given);
    return given.matrix === undefined ? await ofProject(desk, given) : await ofMatrix(given, given.matrix);
  },
});

/** Which options go with which of the two things that can be reported on. */
function refuseMixture({ project, matrix, level, dimension, by, html, names }: Input): void {
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
  if (matrix !== undefined && html !== undefined) refuse('--html: the page is written of a project.');
  if (names && html === undefined) refuse('--names: it is the page of --html that has pseudonyms.');
  if (html !== undefined && dimension !== undefined)
    refuse('--html and --dimension: the page is written of all dimensions.');
  if (html !== undefined && /\.pdf$/i.test(html))
    refuse(
      '--html: PDF is made by the window program, on its screen Agreement; a browser prints the page as well.',
    );
}

async function ofMatrix({ level, bootstrap, seed: own }: Input, file: string): Promise<Outcome> {
  const report = agreementReport(tableFromMatrix(await readMatrix(file, level)), {
    bootstrap: bootstrap === undefined ? undefined : { resamples: bootstrap, seed: own },
  });
  return { json: report, text: matrixReportInWords(file, report) };
}

async function ofProject(
  desk: Desk,
  { project = '', dimension, by: field, bootstrap, seed: own, html, names }: Input,
): Promise<Outcome> {
  return await desk.reading(project, async (call) => {
    const by = field === undefined ? undefined : await fieldNamed(call, field);
    const asked = { by, bootstrap: bootstrap ?? (html === undefined ? 0 : IN_PAGES), seed: own };
    const report = await call('agreement.report', { ...asked, dimension, reproduction: true });
    const text = projectReportInWords(report);
    if (html === undefined) return { json: report, text };
    const { sha256 } = await call('agreement.document', {
      ...asked,
      names,
      out: pathOf(html),
      at: new Date().toISOString(),
      program: `Touchstone ${version()}`,
    });
    return {
      json: { ...report, html: { path: pathOf(html), sha256 } },
      text: `${text}\n\nThe report is written to ${html}.`,
    };
  });
}
