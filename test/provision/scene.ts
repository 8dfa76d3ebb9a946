import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log } from '../../electron/provision/log.ts';
import { SetupFault } from '../../electron/provision/setup-fault.ts';

/** A folder of the test's own, gone when it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-provision-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A log that remembers what it was told. */
export function listeningLog(): Log & { said: string[] } {
  const said: string[] = [];
  return { said, say: (text) => void said.push(text), progress: () => ({ update() {}, stop() {} }) };
}

/** The set-up failure a promise ends in. */
export async function setupFault(promise: Promise<unknown>): Promise<SetupFault> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SetupFault) return error;
  throw new Error(`expected a SetupFault, got ${String(error)}`);
}

/** Waits until a file holds at least `length` characters and gives them. */
export async function whenWritten(file: string, length = 1): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.length >= length) return text;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
