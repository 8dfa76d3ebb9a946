import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { fieldNamed } from '../fields.ts';
import { table } from '../table.ts';
import { counted, grouped } from '../text.ts';
import { count, list, seed, word } from '../values.ts';

export const sample = defineCommand({
  name: 'sample',
  summary: 'draw answers to be rated; the same seed draws the same ones',
  example: 'sample study.touchstone --size 200 --seed 7 --strata model,language --min-per-stratum 20',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--size <n>', about: 'how many answers to draw', required: true },
    { flags: '--seed <s>', about: 'a number or word that the draw depends on', required: true },
    {
      flags: '--strata <fields>',
      about:
        'draw in proportion from each combination of: model, model_version, language, use_case, group.NAME',
    },
    { flags: '--min-per-stratum <m>', about: 'draw at least so many from each, as far as there are any' },
    { flags: '--where <expression>', about: 'only answers like: language = en and model != "old one"' },
    {
      flags: '--answers <which>',
      about: 'all (the default), or last: only the last answer of a conversation',
    },
  ],
  input: z.object({
    project: word,
    size: count(1),
    seed,
    strata: list.optional(),
    minPerStratum: count(0).optional(),
    where: z.string().optional(),
    answers: z.enum(['all', 'last'], 'all or last is wanted').optional(),
  }),
  run: (desk, { project, strata, ...parameters }) =>
    desk.changing(project, async (call) => {
      const fields: string[] = [];
      for (const field of strata ?? []) fields.push(await fieldNamed(call, field));
      const drawn = await call('sample.draw', { ...parameters, strata: fields });
      const lines = [
        `Drew ${counted(drawn.items, 'answer')} of ${grouped(drawn.population)}.`,
        '',
        table(
          [{ title: 'stratum' }, { title: 'answers', align: 'right' }, { title: 'drawn', align: 'right' }],
          drawn.strata.map(({ key, population, drawn: n }) => [
            key || 'all',
            grouped(population),
            grouped(n),
          ]),
        ),
        '',
        `sample  ${drawn.sample}`,
        `digest  ${drawn.digest}`,
      ];
      return { json: drawn, text: lines.join('\n') };
    }),
});
