import '../support/compile-cache.ts';
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');
const CLI = join(ROOT, 'electron', 'cli.ts');
export const SAMPLE = join(ROOT, 'resources', 'sample');
/** A published study, beside the checkout where it is at hand. */
export const FED = join(ROOT, '..', 'shared', 'data', 'fed');

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

interface RunOptions extends SpawnOptions {
  /** Sees the process as soon as it runs. */
  running?: (child: ChildProcess) => void;
}

/** The environment of a shell: npm's own variables, which this test run has, left out. */
export const shellEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'INIT_CWD' && !name.startsWith('npm_')),
  );

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  { running, ...options }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: shellEnv(), stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const text = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        text[name] += chunk;
      });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...text }));
    running?.(child);
  });
}

/** `touchstone ARGS`, as a process of its own. */
export const touchstone = (args: readonly string[], options: RunOptions = {}): Promise<Run> =>
  run(process.execPath, [CLI, ...args], options);

const jsonObject = z.record(z.string(), z.unknown());

/** The one JSON object that stdout holds, and nothing else. */
export const objectIn = ({ stdout }: Run): Record<string, unknown> => jsonObject.parse(JSON.parse(stdout));

/** Runs with `--json` to a good end; gives the object. */
export async function ask(...args: string[]): Promise<Record<string, unknown>> {
  const done = await touchstone([...args, '--json']);
  if (done.status !== 0)
    throw new Error(`touchstone ${args.join(' ')}: status ${done.status}\n${done.stderr}`);
  return objectIn(done);
}

const refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), advice: z.string().min(1) }),
});

/** The error in a run with `--json`; it is told in words on stderr too. */
export function errorIn(done: Run): { code: string; message: string; advice: string } {
  const { error } = refusal.parse(objectIn(done));
  if (!done.stderr.includes(error.code))
    throw new Error(`stderr does not tell of ${error.code}: ${done.stderr}`);
  return error;
}

/** A folder that goes when the tests of the file are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const digestOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');
