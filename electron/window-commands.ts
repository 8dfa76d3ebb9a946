import { existsSync } from 'node:fs';
import { app, type BrowserWindow } from 'electron';
import type { z } from 'zod';
import type { Command } from '../shared/contract/command.ts';
import type { WindowCommandName } from '../shared/contract/commands.ts';
import { Fault } from '../shared/contract/errors.ts';
import { type PickedFile, windowCommands } from '../shared/contract/window.ts';
import {
  type CHOICES,
  chooseExisting,
  chooseNewFile,
  chooseNewProject,
  sampleProjectPath,
} from './dialogs.ts';
import { parseInput } from './dispatch.ts';
import type { EngineProcess } from './engine-process.ts';
import type { FileTokens } from './file-tokens.ts';
import type { LaunchProject } from './launch-project.ts';
import { looksLike } from './looks.ts';
import { pathWithin, picked, pickedOne } from './picked.ts';
import type { RecentsFile } from './recents.ts';
import type { Seat } from './seat.ts';

export interface WindowParts {
  window(): BrowserWindow | null;
  tokens: FileTokens;
  engine: EngineProcess;
  seat: Seat;
  recents: RecentsFile;
  launch: LaunchProject;
}

/** Ties an answer to its command: the input is parsed before, the output's shape checked by the compiler. */
const answering =
  <In extends z.ZodType, Out extends z.ZodType>(
    command: Command<'window', In, Out>,
    answer: (input: z.output<In>) => z.output<Out> | Promise<z.output<Out>>,
  ) =>
  async (input: unknown): Promise<unknown> =>
    await answer(parseInput('window', command.input, input));

type WindowAnswers = Record<WindowCommandName, (input: unknown) => Promise<unknown>>;

/** The commands that the main process answers itself. */
export function windowAnswers(parts: WindowParts): WindowAnswers {
  const { tokens, seat, recents } = parts;
  const shown = (): BrowserWindow => {
    const window = parts.window();
    if (!window) throw new Fault('CANCELLED', 'The window was closed.');
    return window;
  };
  const several = async (choice: keyof typeof CHOICES): Promise<PickedFile[]> =>
    await picked(await chooseExisting(shown(), choice), tokens);
  const one = async (choice: keyof typeof CHOICES): Promise<PickedFile | null> =>
    (await several(choice))[0] ?? null;

  return {
    'app.state': answering(windowCommands['app.state'], () => ({
      version: app.getVersion(),
      platform: process.platform,
      preferences: seat.preferences,
      recents: recents.list().map(({ path, name, folder, openedAt }) => ({
        file: tokens.issue(path),
        name,
        folder,
        openedAt,
        exists: existsSync(path),
      })),
      launch: parts.launch.take(),
    })),
    'app.remember': async (input) => {
      const change = parseInput('app.remember', windowCommands['app.remember'].input, input);
      const given = Object.entries(change).filter(([field]) => Object.hasOwn(Object(input), field));
      return looksLike(seat.remember(Object.fromEntries(given)));
    },
    'profiles.list': answering(windowCommands['profiles.list'], () => seat.people()),
    'profile.enter': answering(windowCommands['profile.enter'], async ({ name, pin }) =>
      looksLike(await seat.enter(name, pin)),
    ),
    'profile.leave': answering(windowCommands['profile.leave'], () => looksLike(seat.leave())),
    'profile.setPin': answering(windowCommands['profile.setPin'], ({ name, old, pin }) =>
      seat.setPin(name, old, pin),
    ),
    'app.forgetRecent': answering(windowCommands['app.forgetRecent'], ({ file }) => {
      recents.forget(file);
      return {};
    }),
    'pick.project': answering(windowCommands['pick.project'], () => one('project')),
    'pick.newProject': answering(windowCommands['pick.newProject'], async ({ name }) => {
      const path = await chooseNewProject(shown(), name);
      return path === null ? null : await pickedOne(path, tokens);
    }),
    'pick.sampleProject': answering(windowCommands['pick.sampleProject'], async () =>
      pickedOne(await sampleProjectPath(), tokens),
    ),
    'pick.transcripts': answering(windowCommands['pick.transcripts'], () => several('transcripts')),
    'pick.transcriptFolder': answering(windowCommands['pick.transcriptFolder'], () =>
      several('transcriptFolder'),
    ),
    'pick.saveAs': answering(windowCommands['pick.saveAs'], async ({ kind, name }) => {
      const path = await chooseNewFile(shown(), kind, name);
      return path === null ? null : await pickedOne(path, tokens);
    }),
    'report.print': answering(windowCommands['report.print'], async ({ html, out }) => {
      const { printReport } = await import('./print-report.ts');
      return { bytes: await printReport(html, out) };
    }),
    'pick.again': answering(windowCommands['pick.again'], ({ file, within }) =>
      Promise.all(within.map((inner) => pickedOne(pathWithin(file, inner), tokens))),
    ),
    'pick.rubric': answering(windowCommands['pick.rubric'], () => one('rubric')),
    'pick.ratings': answering(windowCommands['pick.ratings'], () => several('ratings')),
    'pick.packets': answering(windowCommands['pick.packets'], () => several('packets')),
    'pick.folder': answering(windowCommands['pick.folder'], () => one('folder')),
    'job.cancel': answering(windowCommands['job.cancel'], ({ job }) => {
      parts.engine.cancel(job);
      return {};
    }),
  };
}
