import { join } from 'node:path';
import { createBridge } from '../../../renderer/calls.ts';
import type { JobsSlice } from '../../../renderer/store/jobs.ts';
import { COMMANDS, type InputOf, isCommandName, isEngineCommand } from '../../../shared/contract/commands.ts';
import { refuse } from '../../../shared/contract/errors.ts';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import type { TestEngine } from '../../support/engine.ts';

/** A file as the dialog gives it; here its path is its own token. */
export const pickedFile = (path: string): PickedFile => ({ file: path, name: path, bytes: 1 });
export const pickedFolder = (path: string): PickedFile => ({ ...pickedFile(path), bytes: 0, folder: true });

/** Further tokens, which are paths too. */
const again = ({ file, within }: InputOf<'pick.again'>): PickedFile[] =>
  within.map((inner) => pickedFile(inner === null ? file : join(file, inner)));

const picks = COMMANDS['pick.again'].input;

/** The page's bridge straight onto an engine in this process; `answers` stand for the system's dialogs. */
export function enginePage(
  engine: TestEngine,
  answers: Readonly<Record<string, PickedFile | readonly PickedFile[]>> = {},
) {
  let refreshed = 0;
  const bridge = createBridge({
    async call(name, input, options) {
      if (!isCommandName(name) || !isEngineCommand(name)) {
        const answer = name === 'pick.again' ? again(picks.parse(input)) : answers[name];
        return answer
          ? JSON.parse(JSON.stringify(ok(answer)))
          : refuse('INVALID_INPUT', `${name} has no answer`);
      }
      return JSON.parse(
        JSON.stringify(await engine.engine.dispatch(name, input, { actor: 'Lea', job: options?.job })),
      );
    },
    dropped: async () => [],
    listen: () => () => undefined,
  });
  const jobs = {
    runJob: ((_slot, _title, name, input) => bridge.call(name, input)) satisfies JobsSlice['runJob'],
    cancelJob: async () => undefined,
    refreshProject: async () => {
      refreshed += 1;
    },
  };
  return { bridge, jobs: () => jobs, refreshed: () => refreshed };
}
