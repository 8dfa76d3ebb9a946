import { createLog } from '../electron/provision/log.ts';
import { type Preflight, preflight } from '../electron/provision/preflight.ts';
import { report } from '../electron/provision/setup-fault.ts';
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

const runtimeEnv = (ready: Preflight): NodeJS.ProcessEnv => ({
  ...process.env,
  ...ready.env,
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
  try {
    await runStages(WITH_RUNTIME, { signal: unready.signal, env: runtimeEnv(ready) }, tallies);
  } finally {
    ready.stop();
  }
  return total(tallies);
}

// So that what set-up started, such as Xvfb, ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const result = await run();
process.stdout.write(`\n${summary(result)}\n`);
process.exitCode = exitStatus(result);
