import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { isUnchanged, rubricChanges } from '../../../shared/domain/rubric-changes.ts';
import { affectedDimensions } from '../../../shared/domain/rubric-versions.ts';
import { defineCommand, type Outcome } from '../command.ts';
import type { Call, Desk } from '../desk.ts';
import { affectedInWords, changesInWords, rubricInWords, versionsInWords } from '../rubric-text.ts';
import { pathOf } from '../surroundings.ts';
import { counted } from '../text.ts';
import { list, word } from '../values.ts';

const input = z.object({
  project: word,
  show: z.boolean().optional(),
  versions: z.boolean().optional(),
  set: word.optional(),
  note: z.string().optional(),
  out: word.optional(),
  affected: z.boolean().optional(),
  rerate: list.optional(),
  raters: list.optional(),
  takeBack: word.optional(),
});
type Input = z.output<typeof input>;

export const rubric = defineCommand({
  name: 'rubric',
  summary: 'show the rubric and its versions, make a new version, have ratings made again under it',
  example: 'rubric study.touchstone --set rubric.json --note "Fluency in three steps"',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--show', about: 'the rubric in force; done also where nothing else is asked' },
    { flags: '--versions', about: 'all versions, who made them, and what each changed' },
    { flags: '--set <file>', about: 'make the rubric in a JSON file the next version; ratings keep theirs' },
    { flags: '--note <text>', about: 'set: what changed, and why' },
    { flags: '--out <file>', about: 'write the rubric in force to a JSON file' },
    { flags: '--affected', about: 'count the ratings that changes since touch, by dimension and rater' },
    { flags: '--rerate <dimensions>', about: 'have the affected ratings made again on these dimensions' },
    { flags: '--raters <names>', about: 'affected, rerate: only those of these raters' },
    { flags: '--take-back <act>', about: 'take back what was asked for again and is not begun' },
  ],
  input,
  async run(desk, given) {
    const asked = TASKS.filter(([flag]) => given[flag] !== undefined);
    if (asked.length > 1)
      throw new Fault('USAGE', `One at a time: ${asked.map(([flag]) => `--${flag}`).join(' or ')}.`);
    if (given.note !== undefined && given.set === undefined)
      throw new Fault('USAGE', '--note: only --set uses it.');
    return await (asked[0]?.[1] ?? show)(desk, given);
  },
});

const newest = async (call: Call) => {
  const { rubric: inForce } = await call('project.summary', {});
  return inForce;
};

const show = (desk: Desk, { project }: Input): Promise<Outcome> =>
  desk.reading(project, async (call) => {
    const inForce = await newest(call);
    return { json: inForce, text: rubricInWords(inForce) };
  });

const versions = (desk: Desk, { project }: Input): Promise<Outcome> =>
  desk.reading(project, async (call) => {
    const read = await call('rubric.read', {});
    return {
      json: {
        versions: read.versions.map(({ rubric: own, at, actor, note, sha256, submitted, begun }) => ({
          rubric: rubricRef(own),
          title: own.title,
          made_at: at,
          by: actor,
          note,
          sha256,
          ratings: submitted,
          begun,
        })),
        rerating: read.requests.map(({ at, takenBack, ...rest }) => ({
          ...rest,
          asked_at: at,
          taken_back: takenBack,
        })),
      },
      text: versionsInWords(read.versions),
    };
  });

async function set(desk: Desk, { project, set: file = '', note = '' }: Input): Promise<Outcome> {
  const given = await desk.calling((call) => call('rubric.load', { file: pathOf(file) }));
  return await desk.changing(project, async (call) => {
    const before = await newest(call);
    const ref = rubricRef(before);
    if (isUnchanged(rubricChanges(before, given)))
      throw new Fault('RUBRIC_UNCHANGED', `${file} holds ${ref} as it stands.`);
    const saved = await call('rubric.save', { base: before.version, rubric: given, note });
    const made = rubricRef(saved.rubric);
    return {
      json: {
        rubric: made,
        from: ref,
        sha256: saved.sha256,
        affected: affectedDimensions(before, saved.rubric),
      },
      text: [
        `Made ${made}. Ratings keep the version they were made under.`,
        changesInWords(before, saved.rubric),
      ].join('\n'),
    };
  });
}

const out = (desk: Desk, { project, out: file = '' }: Input): Promise<Outcome> =>
  desk.reading(project, async (call) => {
    const written = await call('rubric.export', { out: pathOf(file) });
    return { json: { ...written, path: file }, text: `Wrote ${written.rubric} to ${file}.` };
  });

const affected = (desk: Desk, { project, raters }: Input): Promise<Outcome> =>
  desk.reading(project, async (call) => {
    const found = await call('rubric.affected', { raters });
    return { json: found, text: affectedInWords(found) };
  });

const rerate = (desk: Desk, { project, rerate: dimensions = [], raters }: Input): Promise<Outcome> =>
  desk.changing(project, async (call) => {
    const asked = await call('rubric.rerate', { dimensions, raters });
    const by = Object.entries(asked.per_rater).map(([rater, ratings]) => `${rater} ${ratings}`);
    return {
      json: asked,
      text: `Asked for ${counted(asked.assignments, 'rating')} of ${counted(asked.items, 'item')} again: ${by.join(', ')}. To take it back while it is not begun: --take-back ${asked.act}`,
    };
  });

const takeBack = async (desk: Desk, { project, takeBack: act = '' }: Input): Promise<Outcome> => {
  if (!z.uuid().safeParse(act).success)
    throw new Fault('RERATE_UNKNOWN', `Nothing was asked for again under ${act}.`);
  return await desk.changing(project, async (call) => {
    const done = await call('rubric.takeBack', { act });
    const kept = done.started > 0 ? ` ${counted(done.started, 'rating')} had been begun, and stay.` : '';
    return { json: done, text: `Took back ${counted(done.released, 'rating')}.${kept}` };
  });
};

/** What can be asked for, each alone. */
const TASKS = [
  ['show', show],
  ['versions', versions],
  ['set', set],
  ['out', out],
  ['affected', affected],
  ['rerate', rerate],
  ['takeBack', takeBack],
] as const satisfies readonly (readonly [keyof Input, (desk: Desk, given: Input) => Promise<Outcome>])[];
