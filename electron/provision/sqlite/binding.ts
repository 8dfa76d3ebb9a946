import { access, cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureArtifact, hasArtifact } from '../cache.ts';
import { packageVersion } from '../installed-package.ts';
import type { Log } from '../log.ts';
import { runCommand } from '../run-command.ts';
import { SetupFault, tail } from '../setup-fault.ts';

/** The first Electron on Node 22.14, which brings the Node-API 10 that better-sqlite3's prebuilt file asks for. */
const FIRST_WITH_NODE_API_10 = 35;
/** Raise when the way it is built changes. */
const RECIPE = 1;
const FILE = 'better_sqlite3.node';

/** Builds against the oldest interface: undoes the package's NAPI_VERSION=10 without touching its source. */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Whether better-sqlite3's prebuilt file would crash this Electron. */
export const needsOwnBinding = (electronVersion: string): boolean =>
  Number.parseInt(electronVersion, 10) < FIRST_WITH_NODE_API_10;

const versionIn = (root: string): Promise<string> =>
  packageVersion(join(root, 'node_modules', 'better-sqlite3'));

const nameFor = (version: string): string =>
  `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-r${RECIPE}`;

/** Whether the binding is built already, so that no compiler is needed. */
export const hasBinding = async (root: string, cache: string): Promise<boolean> =>
  hasArtifact(cache, nameFor(await versionIn(root)));

/**
 * Gives the path of a better-sqlite3 binding for Node-API 9 (Node 20, Electron 33), building it on first use
 * from the package's unmodified source. Takes about two minutes.
 *
 * @throws SetupFault BUILD_FAILED
 */
export async function ensureBinding(root: string, cache: string, log: Log): Promise<string> {
  const version = await versionIn(root);
  const make = (staging: string) => build(root, staging, version, log);
  return join(await ensureArtifact(cache, { name: nameFor(version), make }, log), FILE);
}

async function build(root: string, staging: string, version: string, log: Log): Promise<void> {
  log.say(`Building better-sqlite3 ${version} for this Electron (once, about 2 minutes).`);
  const modules = join(staging, 'node_modules');
  await mkdir(modules);
  for (const name of ['better-sqlite3', 'node-addon-api']) {
    await cp(join(root, 'node_modules', name), join(modules, name), { recursive: true });
  }
  const source = join(modules, 'better-sqlite3');
  const headers = await findHeaders(root);
  const progress = log.progress(`Building better-sqlite3 ${version}`);
  const result = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
      ...['rebuild', '--release', '--force_build=1', '--jobs=max'],
      ...(headers ? [`--nodedir=${headers}`] : []),
    ],
    { cwd: source, env: { ...process.env, CXXFLAGS }, onTick: () => progress.update() },
  );
  progress.stop();
  if (result.status !== 0) {
    throw new SetupFault(
      'BUILD_FAILED',
      `better-sqlite3 could not be built:\n${tail(result.output)}`,
      'It needs Python 3, make and a C++20 compiler; mend what the lines above name and try again.',
    );
  }
  await rename(join(source, 'build', 'Release', FILE), join(staging, FILE));
  await rm(modules, { recursive: true });
}

/** The folder whose `include/node` holds Node's headers; undefined leaves node-gyp to download them. */
async function findHeaders(root: string): Promise<string | undefined> {
  const ownPackage = join(
    root,
    'node_modules',
    'node',
    'node_modules',
    `node-${process.platform}-${process.arch}`,
  );
  for (const folder of [ownPackage, dirname(dirname(process.execPath)), '/usr', '/usr/local']) {
    const found = await access(join(folder, 'include', 'node', 'node_api.h')).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  return undefined;
}
