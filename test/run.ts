import { createLog } from '../electron/provision/log.ts';
import { type Preflight, preflight } from '../electron/provision/preflight.ts';
import { report } from '../electron/provision/setup-fault.ts';
import { startVirtualDisplay, type VirtualDisplay } from '../electron/provision/system/virtual-display.ts';
import { runCheck, runVitest, type StageContext } from './runner/stage.ts';
import { exitStatus, summary, type Tally, total } from './runner/tally.ts';

type Stage = [name: string, run: (name: string, context: StageContext) => Promise<Tally>];

const check =
  (script: string, ...args: string[]): Stage[1] =>
  (name, context) =>
    runCheck(name, script, args, context);

const vitest =
  (config: string): Stage[1] =>
  (name, context) =>
    runVitest(name, config, context);

/** Need no Electron, so they run while it is fetched and its SQLite binding built. */
const WITHOUT_RUNTIME: Stage[] = [
  ['format and lint', check('node_modules/@biomejs/biome/bin/biome', 'ci', '--diagnostic-level=warn', '.')],
  ['types', check('node_modules/typescript/bin/tsc', '-b')],
  ['build', check('electron/build/build.ts', '--force')],
  ['unit and integration', vitest('test/vitest.config.ts')],
];

const WITH_RUNTIME: Stage[] = [
  ['package', check('electron/build/package.ts')],
  ['end to end', vitest('test/e2e/vitest.config.ts')],
];

const heading = (name: string): void => void process.stdout.write(`\n== ${name}\n`);

async function runStages(stages: Stage[], context: StageContext, tallies: Tally[]): Promise<void> {
  for (const [name, run] of stages) {
    if (context.signal.aborted) return;
    heading(name);
    tallies.push(await run(name, context));
  }
}

/** Two screens where there was none, so that two windows are tested at a time; a person's own screen is left with one. */
async function moreDisplays(ready: Preflight): Promise<VirtualDisplay | undefined> {
  return ready.env.DISPLAY ? await startVirtualDisplay() : undefined;
}

const runtimeEnv = (ready: Preflight, second?: VirtualDisplay): NodeJS.ProcessEnv => ({
  ...process.env,
  ...ready.env,
  ...(second ? { TOUCHSTONE_DISPLAYS: `${ready.env.DISPLAY} ${second.name}` } : {}),
  TOUCHSTONE_ELECTRON: ready.electron,
  ...(ready.noSandbox ? { TOUCHSTONE_NO_SANDBOX: '1' } : {}),
});

async function run(): Promise<Tally> {
  const tallies: Tally[] = [];
  const unready = new AbortController();
  heading('set-up, beside the first stages');
  const setUp = preflight({ display: 'virtual', log: createLog() }).catch((error: unknown) => {
    unready.abort();
    return { error };
  });
  await runStages(WITHOUT_RUNTIME, { signal: unready.signal, env: process.env }, tallies);
  const ready = await setUp;
  if ('error' in ready) {
    report(ready.error);
    return total([{ passed: 0, skipped: 0, failures: ['set-up: see the message above'] }]);
  }
  const second = await moreDisplays(ready);
  try {
    await runStages(WITH_RUNTIME, { signal: unready.signal, env: runtimeEnv(ready, second) }, tallies);
  } finally {
    second?.stop();
    ready.stop();
  }
  return total(tallies);
}

// So that what set-up started, such as Xvfb, ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (process.argv.includes('--thorough')) process.env.TOUCHSTONE_THOROUGH = '1';
const result = await run();
process.stdout.write(`\n${summary(result)}\n`);
process.exitCode = exitStatus(result);
