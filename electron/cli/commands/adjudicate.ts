import { z } from 'zod';
import { type QueuedUnit, UNIT_STATES } from '../../../shared/contract/adjudication.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/commands.ts';
import { Fault, isFault } from '../../../shared/contract/errors.ts';
import { type AdjudicationRule, adjudicationRule } from '../../../shared/domain/adjudication.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { type DecisionLine, readDecisions } from '../decisions-file.ts';
import type { Call, Desk } from '../desk.ts';
import { fieldNamed } from '../fields.ts';
import { table } from '../table.ts';
import { counted, decimals, grouped } from '../text.ts';
import { count, word } from '../values.ts';

const RULE = /^(any|range|information)(?::(\d*\.?\d+))?$/;

/** `any`, `range:2`, `information:0.8`. */
const doubt = z.string().transform((text, context): AdjudicationRule['doubt'] => {
  const [matched, kind, atLeast] = RULE.exec(text) ?? [];
  const rule = adjudicationRule.shape.doubt
    .unwrap()
    .safeParse(kind === 'any' ? { kind } : { kind, atLeast: Number(atLeast) });
  if (matched !== undefined && rule.success) return rule.data;
  context.addIssue({ code: 'custom', message: 'any, range:N or information:BITS is wanted' });
  return z.NEVER;
});

const input = z.object({
  project: word,
  state: z.enum(UNIT_STATES, `one of ${UNIT_STATES.join(', ')} is wanted`).optional(),
  dimension: word.optional(),
  by: word.optional(),
  slice: word.optional(),
  limit: count(1)
    .refine((n) => n <= 1000, 'up to 1000 units are listed')
    .optional(),
  rule: doubt.optional(),
  model: z
    .enum(adjudicationRule.shape.model.unwrap().options, 'votes, dawid_skene or rating_scale is wanted')
    .optional(),
  ties: z
    .enum(adjudicationRule.shape.ties.unwrap().options, 'model, lower, higher or open is wanted')
    .optional(),
  set: word.optional(),
});
type Input = z.output<typeof input>;

export const adjudicate = defineCommand({
  name: 'adjudicate',
  summary: 'the units that raters differ on, the most informative first, and decisions on them from a file',
  example: 'adjudicate study.touchstone --rule range:2 --dimension fluency',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--set <file>', about: 'take decisions: a JSON object a line, all of them or none' },
    { flags: '--rule <rule>', about: 'which units are asked about, kept: any, range:N or information:BITS' },
    { flags: '--model <model>', about: 'where chances come from, kept: votes, dawid_skene, rating_scale' },
    { flags: '--ties <rule>', about: 'what tied votes come to, kept: model, lower, higher, open' },
    { flags: '--state <state>', about: `only units that are ${UNIT_STATES.join(', ')}; all unless given` },
    { flags: '--dimension <id>', about: 'only this dimension' },
    { flags: '--by <field>', about: 'count slices: model, model_version, language, use_case, group.NAME' },
    { flags: '--slice <value>', about: 'only this slice of --by' },
    { flags: '--limit <n>', about: 'list so many; 200 unless given' },
  ],
  input,
  run: (desk, given) =>
    changes(given) ? desk.changing(given.project, (call) => work(call, given)) : listing(desk, given),
});

const changes = ({ set, rule, model, ties }: Input): boolean =>
  [set, rule, model, ties].some((one) => one !== undefined);

const listing = (desk: Desk, given: Input): Promise<Outcome> =>
  desk.reading(given.project, (call) => list(call, given, 0));

/** What is changed first, then the queue as it is afterwards. */
async function work(call: Call, given: Input): Promise<Outcome> {
  const { set, rule, model, ties } = given;
  const lines = set === undefined ? [] : readDecisions(set);
  if ([rule, model, ties].some((one) => one !== undefined)) {
    const { adjudication } = await call('settings.read', {});
    await call('settings.change', {
      adjudication: {
        doubt: rule ?? adjudication.doubt,
        model: model ?? adjudication.model,
        ties: ties ?? adjudication.ties,
      },
    });
  }
  const decided = lines.length === 0 ? 0 : await decide(call, lines, set);
  return await list(call, given, decided);
}

/** Says the line where the engine says the number of the decision. */
async function decide(call: Call, lines: readonly DecisionLine[], file?: string): Promise<number> {
  try {
    return (await call('adjudication.decide', { decisions: lines.map(({ decision }) => decision) })).decided;
  } catch (error) {
    if (!isFault(error)) throw error;
    const { code, message, advice, place } = error.failure;
    const [, index] = /^decisions\[(\d+)\]/.exec(place?.path ?? '') ?? [];
    const line = lines[Number(index)]?.line;
    if (line === undefined) throw error;
    throw new Fault(code, message, { ...(file === undefined ? {} : { file }), line }, advice);
  }
}

async function list(call: Call, given: Input, decided: number): Promise<Outcome> {
  const { state, dimension, slice, limit } = given;
  const by = given.by === undefined ? undefined : await fieldNamed(call, given.by);
  const wanted: InputOf<'adjudication.queue'> = { state, dimension, by, slice, limit };
  const found = await call('adjudication.queue', wanted);
  return { json: { ...found, newly_decided: decided }, text: inWords(found, decided) };
}

const COLUMNS = [
  { title: 'conversation' },
  { title: 'message', align: 'right' },
  { title: 'dimension' },
  { title: 'state' },
  { title: 'bits', align: 'right' },
  { title: 'ratings', align: 'right' },
  { title: 'they come to' },
  { title: 'decided' },
] as const;

const cells = (unit: QueuedUnit): string[] => [
  unit.conversation,
  String(unit.message),
  unit.candidate === null ? unit.dimension : `${unit.dimension} of candidate ${unit.candidate + 1}`,
  unit.state,
  decimals(unit.information),
  grouped(unit.ratings),
  unit.consensus.value === null ? 'open' : `${unit.consensus.value} (${unit.consensus.source})`,
  unit.decided === undefined ? '' : String(unit.decided ?? 'cannot be judged'),
];

function inWords({ counts, units, total, slices }: OutputOf<'adjudication.queue'>, decided: number): string {
  const { open, returned } = counts;
  const settled = decided > 0 ? [`Took ${counted(decided, 'decision')}.`] : [];
  const parts =
    slices.length > 0 ? [slices.map(({ key, units: n }) => `${key} ${grouped(n)}`).join(', ')] : [];
  const shown = total > units.length ? [`${grouped(units.length)} of ${grouped(total)} are listed.`] : [];
  return [
    ...settled,
    `${counted(open, 'unit')} open, ${grouped(counts.decided)} decided, ${grouped(returned)} back with raters.`,
    ...parts,
    ...(units.length > 0 ? ['', table(COLUMNS, units.map(cells)), ...shown] : []),
  ].join('\n');
}
