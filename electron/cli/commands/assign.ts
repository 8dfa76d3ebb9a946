import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Desk } from '../desk.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { counted, grouped } from '../text.ts';
import { count, list, seed, word } from '../values.ts';

const input = z.object({
  project: word,
  sample: word.optional(),
  raters: list.optional(),
  overlap: count(1).optional(),
  repeat: count(0).optional(),
  gold: word.optional(),
  replace: word.optional(),
  by: list.optional(),
  seed: seed.optional(),
});
type Input = z.output<typeof input>;

export const assign = defineCommand({
  name: 'assign',
  summary:
    'plan which rater sees which answers of a sample, in which order; or hand on the work of one who leaves',
  example: 'assign study.touchstone --sample ID --raters Ada,Ben,Cy --overlap 2 --seed 7',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--sample <id>', about: 'the sample, as "sample" and "stats" name it' },
    { flags: '--raters <names>', about: 'names with commas between; new ones are added' },
    {
      flags: '--overlap <k>',
      about: 'how many of them see one answer; what they have of the sample already counts',
    },
    { flags: '--repeat <r>', about: 'how many answers each rater sees a second time, unawares' },
    { flags: '--gold <file>', about: 'native ratings with the known answers, mixed into every queue' },
    { flags: '--seed <s>', about: 'a number or word that the plan depends on' },
    {
      flags: '--replace <name>',
      about: 'in place of a plan: hand on what this rater has not submitted, of one --sample or of all',
    },
    { flags: '--by <names>', about: 'who takes it over; names with commas between' },
  ],
  input,
  run: (desk, given) =>
    given.replace === undefined ? plan(desk, given) : replace(desk, given, given.replace),
});

function required<Value>(value: Value | undefined, flag: string): Value {
  if (value !== undefined) return value;
  throw new Fault(
    'USAGE',
    `Required option '${flag}' not specified.`,
    undefined,
    '"touchstone assign --help" shows the options.',
  );
}

function sampleId(id: string): string {
  if (z.uuid().safeParse(id).success) return id;
  throw new Fault('SAMPLE_UNKNOWN', `This project has no sample ${id}.`);
}

const repeatedInWords = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`Named more than once, and taken for one rater: ${names.join(', ')}.`];

const workTable = (perRater: Readonly<Record<string, number>>): string =>
  table(
    [{ title: 'rater' }, { title: 'judgements', align: 'right' }],
    Object.entries(perRater).map(([rater, n]) => [rater, grouped(n)]),
  );

async function plan(desk: Desk, given: Input): Promise<Outcome> {
  if (given.by !== undefined) throw new Fault('USAGE', '--by: only --replace uses it.');
  const asked = {
    sample: required(given.sample, '--sample <id>'),
    raters: required(given.raters, '--raters <names>'),
    overlap: required(given.overlap, '--overlap <k>'),
    seed: required(given.seed, '--seed <s>'),
    repeat: given.repeat,
    gold: given.gold === undefined ? undefined : pathOf(given.gold),
  };
  return await desk.changing(given.project, async (call) => {
    const planned = await call('assign.plan', { ...asked, sample: sampleId(asked.sample) });
    return { json: planned, text: planInWords(planned) };
  });
}

function planInWords(planned: OutputOf<'assign.plan'>): string {
  const { assignments, items, gold, repeats, pairs, repeated_names } = planned;
  const [fewest] = pairs;
  const most = pairs.at(-1);
  const sharing =
    fewest && most
      ? `Each two raters share ${fewest.items === most.items ? '' : `${grouped(fewest.items)} to `}${counted(most.items, 'answer')}; fewest ${fewest.raters.join(' and ')}.`
      : 'One rater shares no answers with another: there is no agreement to measure.';
  return [
    `Planned ${counted(assignments, 'judgement')} of ${counted(items, 'answer')}: ` +
      `${grouped(gold)} with known answers, ${counted(repeats, 'hidden repeat')}.`,
    sharing,
    ...repeatedInWords(repeated_names),
    '',
    workTable(planned.per_rater),
    ...(pairs.length > 1
      ? [
          '',
          table(
            [{ title: 'pair' }, { title: 'answers shared', align: 'right' }],
            pairs.map(({ raters, items: shared }) => [raters.join(' and '), grouped(shared)]),
          ),
        ]
      : []),
  ].join('\n');
}

async function replace(desk: Desk, given: Input, rater: string): Promise<Outcome> {
  const { raters, overlap, repeat, gold } = given;
  if ([raters, overlap, repeat, gold].some((value) => value !== undefined))
    throw new Fault('USAGE', '--replace: goes with --by, --seed and --sample only.');
  const by = required(given.by, '--by <names>');
  const own = given.seed ?? 1;
  const sample = given.sample === undefined ? undefined : sampleId(given.sample);
  return await desk.changing(given.project, async (call) => {
    const done = await call('assign.replace', { rater, by, sample, seed: own });
    const lines = [
      done.released === 0
        ? `${rater} has nothing open: nothing was handed on.`
        : `${counted(done.released, 'open judgement')} of ${rater} released, ${grouped(done.assignments)} handed on. What ${rater} submitted stays.`,
      ...(done.unplaced > 0
        ? [`${counted(done.unplaced, 'answer')} could not be handed on: everyone named has them already.`]
        : []),
      ...repeatedInWords(done.repeated_names),
      '',
      workTable(done.per_rater),
    ];
    return { json: done, text: lines.join('\n') };
  });
}
