import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { perform } from './cli/perform.ts';
import { leave, printFailure, statusOf, tolerateClosedPipes } from './cli/printing.ts';
import { callerFolder, pathOf, resourcesFolder } from './cli/surroundings.ts';
import { styled, wrapped } from './cli/text.ts';
import { toFailure } from './engine/faults.ts';

/** The whole job without a window: the shipped conversations and ratings in, agreement and datasets out. */

const say = (text = ''): void => void process.stdout.write(`${text}\n`);

/** A path as one would type it where the user is. */
function typed(path: string): string {
  const short = relative(callerFolder(), path);
  return short.startsWith('..') ? path : short;
}

/** Says what comes, shows the line one would type, runs it and shows its answer. */
async function step(title: string, ...args: string[]): Promise<object> {
  say(`\n${styled('bold', title)}`);
  say(styled('dim', `$ npm run -s touchstone -- ${args.map(quoted).join(' ')}`));
  const outcome = await perform(args);
  say(outcome?.text);
  return outcome?.json ?? {};
}

const quoted = (word: string): string => (/^[\w./@:=,-]+$/.test(word) ? word : `'${word}'`);

async function demo(out: string | undefined): Promise<void> {
  const folder = out === undefined ? await mkdtemp(join(tmpdir(), 'touchstone-demo-')) : pathOf(out);
  await mkdir(folder, { recursive: true });
  const sample = (name: string): string => typed(join(resourcesFolder(), 'sample', name));
  const project = typed(join(folder, 'demo.touchstone'));
  const datasets = typed(join(folder, 'datasets'));

  say(
    wrapped(
      'Touchstone demo: conversations in, human ratings, how far the raters agree, datasets for a trainer.',
    ),
  );
  say(wrapped(ORIGIN));
  await step('A new project, with the default rubric', 'init', project, '--name', 'Touchstone demo');
  await step('Conversations in', 'import', project, sample('transcripts.jsonl'));
  await step('Ratings in', 'ratings', project, sample('ratings.jsonl'));
  await step('Do the raters agree?', 'agreement', project, '--bootstrap', '1000', '--seed', '7');
  const drawn = await step(
    'Answers for the next round',
    'sample',
    project,
    '--size',
    '30',
    '--seed',
    '7',
    '--answers',
    'last',
  );
  const { sample: id } = z.object({ sample: z.string() }).parse(drawn);
  const plan = ['--raters', 'Dana,Eli,Finn', '--overlap', '2', '--seed', '7'];
  await step('Who rates what', 'assign', project, '--sample', id, ...plan);
  for (const format of ['trl-sft', 'trl-preference'])
    await step(`A dataset for ${format}`, 'export', project, '--format', format, '--out', datasets);
  await step('Is the record intact?', 'verify', project);
  say(`\n${styled('bold', 'Where everything lies')}\nproject   ${project}\ndatasets  ${datasets}`);
  say(wrapped(`${ILLUSTRATIVE} To look at the project in a window: npm start -- ${quoted(project)}`));
}

const ILLUSTRATIVE =
  'The ratings are illustrative: they were written to show what Touchstone does, and say nothing about any model.';

const ORIGIN =
  `${ILLUSTRATIVE} The conversations are from OpenAssistant (OASST), Apache License 2.0, ` +
  'with a few written for Touchstone; see resources/sample/NOTICE.';

async function main(): Promise<number> {
  tolerateClosedPipes();
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    await demo(values.out);
    return 0;
  } catch (error) {
    const failure = toFailure(error, 'the demo');
    printFailure(failure, false);
    return statusOf(failure);
  }
}

await leave(await main());
