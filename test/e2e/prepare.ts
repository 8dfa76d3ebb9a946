import { build } from '../../electron/build/build.ts';
import { createLog } from '../../electron/provision/log.ts';
import { preflight } from '../../electron/provision/preflight.ts';

/**
 * Lets the end-to-end tests be run by themselves: where the whole test run has not said which Electron to use,
 * makes the machine ready, builds, and says so in the same variables.
 */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env.TOUCHSTONE_ELECTRON) return undefined;
  const log = createLog();
  const ready = await preflight({ display: 'virtual', log });
  await build({ log });
  Object.assign(process.env, ready.env, { TOUCHSTONE_ELECTRON: ready.electron });
  if (ready.noSandbox) process.env.TOUCHSTONE_NO_SANDBOX = '1';
  return ready.stop;
}
