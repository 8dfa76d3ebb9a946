import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { MOST_CANDIDATES } from '../../../shared/domain/preference.ts';
import { ALLOCATIONS, STRATEGIES } from '../../../shared/sampling/parameters.ts';
import { NEGATIVE_FEEDBACK, NEGATIVE_WEIGHT } from '../../../shared/sampling/weights.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Call, Desk } from '../desk.ts';
import { fieldNamed } from '../fields.ts';
import { checkInWords, drawInWords, type Kind, planInWords } from '../sample-text.ts';
import { count, list, number, seed, shares, word } from '../values.ts';

const input = z.object({
  project: word,
  size: count(1).optional(),
  seed: seed.optional(),
  strata: list.optional(),
  minPerStratum: count(0).optional(),
  where: z.string().optional(),
  answers: z.enum(['all', 'last', 'one'], 'all or last or one is wanted').optional(),
  strategy: z.enum(STRATEGIES, `one of ${STRATEGIES.join(', ')} is wanted`).optional(),
  allocation: z.enum(ALLOCATIONS, `one of ${ALLOCATIONS.join(', ')} is wanted`).optional(),
  dimension: word.optional(),
  rates: shares.optional(),
  weight: number(0.001, 1e6).optional(),
  candidatesOnly: z.boolean().optional(),
  comparisons: z.boolean().optional(),
  includeRated: z.boolean().optional(),
  excludeSampled: z.boolean().optional(),
  plan: z.boolean().optional(),
  rate: number(0, 1).optional(),
  verify: word.optional(),
});
type Input = z.output<typeof input>;

export const sample = defineCommand({
  name: 'sample',
  summary: 'draw answers to be rated; the same seed draws the same ones',
  example: 'sample study.touchstone --size 200 --seed 7 --strata model,language --min-per-stratum 20',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--size <n>', about: 'how many answers to draw' },
    { flags: '--seed <s>', about: 'a number or word that the draw depends on' },
    {
      flags: '--strata <fields>',
      about: 'share the draw among the combinations of fields such as model, group.NAME, created_at:week',
    },
    { flags: '--min-per-stratum <m>', about: 'draw at least so many from each, as far as there are any' },
    {
      flags: '--where <expression>',
      about: 'only answers like: language = en and (length > 200 or feedback.thumb = -1)',
    },
    {
      flags: '--answers <which>',
      about: 'all (the default), last: the last answer of a conversation, or one: one of each by chance',
    },
    { flags: '--strategy <name>', about: `how answers are chosen: ${STRATEGIES.join(', ')}` },
    { flags: '--allocation <rule>', about: `how strata share the draw: ${ALLOCATIONS.join(', ')}` },
    { flags: '--dimension <id>', about: 'neyman: the dimension whose ratings so far tell the spread' },
    {
      flags: '--rates <key:p;...>',
      about: 'neyman: the rate expected in strata, as model=a:0.05;model=b:0.2',
    },
    {
      flags: '--weight <w>',
      about: `weighted: how many times as likely negative feedback makes an answer; ${NEGATIVE_WEIGHT} unless given`,
    },
    { flags: '--candidates-only', about: 'only answers to contexts that have several candidates' },
    {
      flags: '--comparisons',
      about: `contexts in place of answers: the 2 to ${MOST_CANDIDATES} candidates of each are compared side by side`,
    },
    { flags: '--include-rated', about: 'also answers that have been rated' },
    { flags: '--exclude-sampled', about: 'not those that an earlier sample holds' },
    { flags: '--plan', about: 'say what the draw would give, and draw nothing' },
    { flags: '--rate <p>', about: 'plan: the rate you expect, 0 to 1, for the interval' },
    { flags: '--verify <id>', about: 'draw that sample again from what is written on it, and compare' },
  ],
  input,
  async run(desk, given) {
    if (given.verify !== undefined) return await verify(desk, given, given.verify);
    return given.plan ? await plan(desk, given) : await draw(desk, given);
  },
});

const missing = (flag: string): Fault =>
  new Fault(
    'USAGE',
    `Required option '${flag}' not specified.`,
    undefined,
    '"touchstone sample --help" shows the options.',
  );

/** The parameters of the draw; groups may go without their prefix among the strata. */
async function parametersOf(call: Call, given: Input): Promise<Omit<InputOf<'sample.draw'>, 'seed'>> {
  const {
    project: _project,
    seed: _seed,
    plan: _plan,
    rate: _rate,
    verify: _verify,
    weight,
    ...rest
  } = given;
  if (rest.size === undefined) throw missing('--size <n>');
  const strata: string[] = [];
  for (const field of rest.strata ?? []) strata.push(await fieldNamed(call, field));
  const weights = weight === undefined ? undefined : [{ where: NEGATIVE_FEEDBACK, weight }];
  return { ...rest, size: rest.size, strata, weights };
}

const kindOf = ({ comparisons }: Input): Kind => (comparisons ? 'comparison' : 'answer');

async function plan(desk: Desk, given: Input): Promise<Outcome> {
  return await desk.reading(given.project, async (call) => {
    const parameters = await parametersOf(call, given);
    const planned = await call('sample.plan', { ...parameters, seed: given.seed ?? 1, rate: given.rate });
    return { json: planned, text: planInWords(planned, kindOf(given)) };
  });
}

async function draw(desk: Desk, given: Input): Promise<Outcome> {
  const { seed: own } = given;
  if (given.rate !== undefined) throw new Fault('USAGE', '--rate: only --plan uses it.');
  if (given.size === undefined) throw missing('--size <n>');
  if (own === undefined) throw missing('--seed <s>');
  return await desk.changing(given.project, async (call) => {
    const drawn = await call('sample.draw', { ...(await parametersOf(call, given)), seed: own });
    return { json: drawn, text: drawInWords(drawn, kindOf(given)) };
  });
}

async function verify(desk: Desk, given: Input, id: string): Promise<Outcome> {
  const { project, verify: _verify, ...others } = given;
  if (Object.values(others).some((value) => value !== undefined))
    throw new Fault('USAGE', '--verify: everything else is read from the sample; give its id alone.');
  if (!z.uuid().safeParse(id).success) throw new Fault('SAMPLE_UNKNOWN', `This project has no sample ${id}.`);
  return await desk.reading(project, async (call) => {
    const checked = await call('sample.verify', { sample: id });
    return { json: checked, text: checkInWords(checked), status: checked.result === 'differs' ? 1 : 0 };
  });
}
