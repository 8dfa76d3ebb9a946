import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { createLog } from './log.ts';
import { preflight, ROOT } from './preflight.ts';
import { report } from './setup-fault.ts';
import { hasDisplay, machineProbe } from './system/probe.ts';

/** Where the user called npm, which itself goes to the root of the checkout: paths they give are meant from there. */
const CALLED_FROM = process.env.INIT_CWD ?? process.cwd();

/**
 * Runs a program in the user's terminal to its end and gives its status. Ctrl-C reaches the program by itself;
 * this process stays until the program has closed in good order.
 */
function runToEnd(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: CALLED_FROM, stdio: 'inherit', env });
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill());
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

async function start(args: string[]): Promise<number> {
  const log = createLog();
  if (!(await hasDisplay(machineProbe()))) {
    log.say('There is no display to open a window on; running the demo (npm run demo) instead.');
    return await runToEnd(process.execPath, [join(ROOT, 'electron', 'demo.ts')], process.env);
  }
  const ready = await preflight({ display: 'required', log });
  await build({ log });
  const sandbox = ready.noSandbox ? ['--no-sandbox'] : [];
  return await runToEnd(ready.electron, [...sandbox, ROOT, ...args], { ...process.env, ...ready.env });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
