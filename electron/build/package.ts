import { join } from 'node:path';
import { build as buildPackage, Platform } from 'electron-builder';
import { createLog } from '../provision/log.ts';
import { preflight, ROOT } from '../provision/preflight.ts';
import { report } from '../provision/setup-fault.ts';
import { build } from './build.ts';
import { addLauncher } from './linux-launcher.ts';
import { packageConfig } from './package-config.ts';

/** What `--installers` makes on each platform; their helper programs come from the internet. */
const INSTALLERS: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['AppImage', 'deb'],
  darwin: ['dmg'],
  win32: ['nsis'],
};

/** Where electron-builder lays the unpacked program on Linux. */
const unpackedFolder = (): string =>
  join(ROOT, 'release', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);

/** Builds the program for this platform into `release/`: unpacked, or as installers. */
async function makePackage(installers: boolean): Promise<void> {
  const log = createLog();
  const ready = await preflight({ display: 'none', log });
  await build({ log });
  const targets = installers ? (INSTALLERS[process.platform] ?? []) : ['dir'];
  const made = await buildPackage({
    targets: Platform.current().createTarget(targets),
    projectDir: ROOT,
    config: packageConfig({
      distribution: ready.distribution,
      electronVersion: ready.version,
      bindingPath: ready.bindingPath,
    }),
  });
  if (process.platform === 'linux' && !installers) await addLauncher(unpackedFolder());
  log.say(`Packaged Touchstone into ${join(ROOT, 'release')}${made.map((file) => `\n  ${file}`).join('')}`);
}

try {
  await makePackage(process.argv.includes('--installers'));
} catch (error) {
  process.exitCode = report(error);
}
