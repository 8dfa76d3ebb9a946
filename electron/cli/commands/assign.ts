import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import { defineCommand } from '../command.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { counted, grouped } from '../text.ts';
import { count, list, seed, word } from '../values.ts';

export const assign = defineCommand({
  name: 'assign',
  summary: 'plan which rater sees which answers of a sample, in which order',
  example: 'assign study.touchstone --sample ID --raters Ada,Ben,Cy --overlap 2 --seed 7',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--sample <id>', about: 'the sample, as "sample" and "stats" name it', required: true },
    { flags: '--raters <names>', about: 'names with commas between; new ones are added', required: true },
    { flags: '--overlap <k>', about: 'how many raters see one answer', required: true },
    { flags: '--repeat <r>', about: 'how many answers each rater sees a second time, unawares' },
    { flags: '--gold <file>', about: 'native ratings with the known answers, mixed into every queue' },
    { flags: '--seed <s>', about: 'a number or word that the plan depends on', required: true },
  ],
  input: z.object({
    project: word,
    sample: word,
    raters: list,
    overlap: count(1),
    repeat: count(0).optional(),
    gold: word.optional(),
    seed,
  }),
  run: (desk, { project, gold, ...plan }) =>
    desk.changing(project, async (call) => {
      if (!z.uuid().safeParse(plan.sample).success)
        throw new Fault('SAMPLE_UNKNOWN', `This project has no sample ${plan.sample}.`);
      const planned = await call('assign.plan', {
        ...plan,
        gold: gold === undefined ? undefined : pathOf(gold),
      });
      const lines = [
        `Planned ${counted(planned.assignments, 'judgement')} of ${counted(planned.items, 'answer')}: ` +
          `${grouped(planned.gold)} with known answers, ${grouped(planned.repeats)} hidden repeats.`,
        ...(plan.raters.length > 1
          ? [`Any two raters share at least ${counted(planned.smallest_pair, 'answer')}.`]
          : []),
        '',
        table(
          [{ title: 'rater' }, { title: 'judgements', align: 'right' }],
          Object.entries(planned.per_rater).map(([rater, n]) => [rater, grouped(n)]),
        ),
      ];
      return { json: planned, text: lines.join('\n') };
    }),
});
