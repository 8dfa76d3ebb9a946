import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tally } from './tally.ts';
import { tallyVitest } from './vitest-report.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface StageContext {
  /** Ends the running stage when set-up has failed and there is no point in going on. */
  signal: AbortSignal;
  env: NodeJS.ProcessEnv;
}

/** Runs one of the packages' programs with its output shown, and gives its exit status. */
function runTool(script: string, args: string[], { signal, env }: StageContext): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      env,
      signal,
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A stage that passes or fails as a whole. */
export async function runCheck(
  name: string,
  script: string,
  args: string[],
  context: StageContext,
): Promise<Tally> {
  const status = await runTool(script, args, context);
  const passed = status === 0;
  return {
    passed: passed ? 1 : 0,
    skipped: 0,
    failures: passed ? [] : [`${name}: ended with status ${status}`],
  };
}

/** A stage that counts vitest's tests one by one. */
export async function runVitest(name: string, config: string, context: StageContext): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const status = await runTool(vitest, ['run', '--config', config, ...reporters], context);
    const report: unknown = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    return tallyVitest(name, ROOT, report, status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
