import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EngineCommandName, InputOf, OutputOf, ParsedInputOf } from '../../shared/contract/commands.ts';
import { Fault } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import type { WriteContext } from './context.ts';
import { createProjectFile, discardProjectFile } from './db/open.ts';
import { asFault, faultAt } from './faults.ts';
import type { Session } from './session.ts';
import { summarize, writeProject } from './store/project.ts';

/** What the commands that open and close projects have. */
export interface Opening {
  actor: string;
  resources: string;
  current(): Session | null;
  /** Opens the project at the path in place of the one that is open. */
  open(path: string): Promise<Session>;
  close(): Promise<void>;
  call<Name extends EngineCommandName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>>;
}

type OpeningName =
  | 'project.create'
  | 'project.createSample'
  | 'project.open'
  | 'project.close'
  | 'rubric.load'
  | 'packet.open';

const summaryOf = (session: Session): OutputOf<'project.summary'> => session.look(summarize);

function readRubric(path: string): Rubric {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw faultAt(error, path);
  }
  const parsed = parseRubric(parseJson(text, path), path);
  if (parsed.ok) return parsed.value;
  throw asFault(parsed.error);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault(
      'RUBRIC_INVALID',
      `The rubric is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      { file: path },
    );
  }
}

interface Creation {
  path: string;
  name: string;
  rubric: Rubric;
  illustrative: boolean;
}

const create = (opening: Opening, { path, name, rubric, illustrative }: Creation): Promise<Session> =>
  createWith(opening, path, (context) => writeProject(context, name, rubric, illustrative));

/** Makes the file, opens it and writes what it has from its first moment; on any failure no file is left. */
async function createWith(
  opening: Opening,
  path: string,
  fill: (context: WriteContext) => void,
): Promise<Session> {
  createProjectFile(path);
  try {
    const session = await opening.open(path);
    session.write(opening.actor, fill);
    return session;
  } catch (error) {
    if (opening.current()?.path === path) await opening.close();
    discardProjectFile(path);
    throw error;
  }
}

const nameOf = (path: string): string => basename(path).replace(/\.touchstone$/, '');
const defaultRubric = (opening: Opening): Rubric =>
  readRubric(join(opening.resources, 'rubrics', 'ssfb.json'));

function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw asFault(result.error);
}

/** Answers given on the sample project's guest desk. */
const GUEST = { name: 'Guest', items: 40, seed: 7 };

async function fillSample(opening: Opening): Promise<void> {
  const sample = (file: string): string => join(opening.resources, 'sample', file);
  unwrap(
    await opening.call('import.transcripts', { files: [sample('transcripts.jsonl')], adapter: 'native' }),
  );
  unwrap(await opening.call('import.ratings', { files: [sample('ratings.jsonl')] }));
  const drawn = unwrap(
    await opening.call('sample.draw', { size: GUEST.items, seed: GUEST.seed, answers: 'last' }),
  );
  unwrap(
    await opening.call('assign.plan', {
      sample: drawn.sample,
      raters: [GUEST.name],
      overlap: 1,
      seed: GUEST.seed,
    }),
  );
}

/** The commands that need no open project, or change which one is open. */
export const openings: {
  [Name in OpeningName]: (opening: Opening, input: ParsedInputOf<Name>) => Promise<OutputOf<Name>>;
} = {
  'project.create': async (opening, { file, name, rubric }) => {
    const chosen = rubric === undefined ? defaultRubric(opening) : readRubric(rubric);
    return summaryOf(
      await create(opening, { path: file, name: name ?? nameOf(file), rubric: chosen, illustrative: false }),
    );
  },
  'project.createSample': async (opening, { file }) => {
    const session = await create(opening, {
      path: file,
      name: 'Sample project',
      rubric: defaultRubric(opening),
      illustrative: true,
    });
    try {
      await fillSample(opening);
      return summaryOf(session);
    } catch (error) {
      await opening.close();
      discardProjectFile(file);
      throw error;
    }
  },
  'project.open': async (opening, { file }) => summaryOf(await opening.open(file)),
  'packet.open': async (opening, { file, out, passphrase }) => {
    const { fillFromPacket, readWorkPacket } = await import('./packets/open-packet.ts');
    const packet = readWorkPacket(file, passphrase);
    return summaryOf(await createWith(opening, out, (context) => fillFromPacket(context, packet)));
  },
  'rubric.load': async (opening, { file }) =>
    file === undefined ? defaultRubric(opening) : readRubric(file),
  'project.close': async (opening) => {
    await opening.close();
    return {};
  },
};

export const isOpening = (name: EngineCommandName): name is OpeningName => Object.hasOwn(openings, name);
