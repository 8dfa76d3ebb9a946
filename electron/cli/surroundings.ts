import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ENGINE_ENV } from '../engine/protocol.ts';

/** Both the sources of this folder and the bundle they end up in lie two folders below the root of the program. */
const ROOT = join(import.meta.dirname, '..', '..');

/** Folder of the shipped rubrics and the sample project. */
export const resourcesFolder = (): string => process.env[ENGINE_ENV.resources] || join(ROOT, 'resources');

export const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
    .version;

const SCRIPTS = new Set(['touchstone', 'demo']);

/** Where the user is: npm itself goes to the checkout's root before it runs a script, and says where it was called. */
export function callerFolder(env: NodeJS.ProcessEnv = process.env): string {
  const byNpm = SCRIPTS.has(env.npm_lifecycle_event ?? '') ? env.INIT_CWD : undefined;
  return byNpm ?? process.cwd();
}

/** The absolute path of what the user named. */
export const pathOf = (given: string): string => resolve(callerFolder(), given);
