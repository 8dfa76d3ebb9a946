import { createBridge } from '../../../renderer/calls.ts';
import type { JobsSlice } from '../../../renderer/store/jobs.ts';
import { isCommandName, isEngineCommand } from '../../../shared/contract/commands.ts';
import { refuse } from '../../../shared/contract/errors.ts';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import type { TestEngine } from '../../support/engine.ts';

/** A file as the dialog gives it; here its path is its own token. */
export const pickedFile = (path: string): PickedFile => ({ file: path, name: path, bytes: 1 });

/** The page's bridge straight onto an engine in this process; `answers` stand for the system's dialogs. */
export function enginePage(
  engine: TestEngine,
  answers: Readonly<Record<string, readonly PickedFile[]>> = {},
) {
  let refreshed = 0;
  const bridge = createBridge({
    async call(name, input, options) {
      if (!isCommandName(name) || !isEngineCommand(name)) {
        const answer = answers[name];
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
    refreshProject: async () => {
      refreshed += 1;
    },
  };
  return { bridge, jobs: () => jobs, refreshed: () => refreshed };
}
