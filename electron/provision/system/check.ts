import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../log.ts';
import { SetupFault } from '../setup-fault.ts';
import { BUILD_TOOLS, FONTS, LIBRARIES, type Need, VIRTUAL_DISPLAY } from './needs.ts';
import { hasDisplay, type Probe } from './probe.ts';

/** One language for each kind of writing whose fonts small machines tend to lack. */
const OTHER_WRITINGS = ['hi', 'zh'];

/** What the system lacks for `executable` to show windows: libraries, fonts and, if asked for, a display to stand in. */
export async function desktopNeeds(
  executable: string,
  virtualDisplay: boolean,
  probe: Probe,
  log: Log,
): Promise<Need[]> {
  if (!probe.isLinux) return [];
  const missing = await probe.missingLibraries(executable);
  const libraries = { ...LIBRARIES, what: `${LIBRARIES.what} (${missing.join(', ')})` };
  const lacksScreen = virtualDisplay && !(await hasDisplay(probe)) && !(await probe.hasCommand('Xvfb'));
  return [
    ...(missing.length > 0 ? [libraries] : []),
    ...((await hasFonts(probe, log)) ? [] : [FONTS]),
    ...(lacksScreen ? [VIRTUAL_DISPLAY] : []),
  ];
}

/**
 * Makes sure that an installation brought what `executable` is linked against.
 *
 * @throws SetupFault PACKAGES_MISSING
 */
export async function checkLibraries(executable: string, probe: Probe): Promise<void> {
  const missing = probe.isLinux ? await probe.missingLibraries(executable) : [];
  if (missing.length === 0) return;
  throw new SetupFault(
    'PACKAGES_MISSING',
    `Electron still lacks shared libraries after the installation: ${missing.join(', ')}.`,
    'Find the packages that hold these files (apt-file search NAME) and install them.',
  );
}

/** What the system lacks for compiling a native module. */
export async function buildNeeds(probe: Probe): Promise<Need[]> {
  const found = await Promise.all(['python3', 'make', 'g++'].map((name) => probe.hasCommand(name)));
  return probe.isLinux && found.includes(false) ? [BUILD_TOOLS] : [];
}

/** Text in Latin letters must be drawable. Fonts for other writings are installed where that can be done, and else advised. */
async function hasFonts(probe: Probe, log: Log): Promise<boolean> {
  if (!(await probe.hasFontFor('en'))) return false;
  const others = await Promise.all(OTHER_WRITINGS.map((language) => probe.hasFontFor(language)));
  if (!others.includes(false)) return true;
  if (probe.isRoot && (await probe.hasCommand('apt-get'))) return false;
  log.say(
    'Some writings, such as Chinese or Hindi, have no font here and would be drawn as boxes; install Noto fonts to read them.',
  );
  return true;
}

/**
 * Makes sure that Chromium's sandbox can work for this user: through user namespaces or its set-user-id helper.
 * Root cannot use it at all and goes without.
 *
 * @throws SetupFault SANDBOX_UNAVAILABLE with the command to run
 */
export async function checkSandbox(executable: string, probe: Probe): Promise<void> {
  if (!probe.isLinux || probe.isRoot) return;
  const namespaces = await probe.run('unshare', ['--user', '--map-root-user', 'true']);
  if (namespaces.status === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const found = await stat(helper).catch(() => undefined);
  const setUserId = 0o4000;
  if (found && found.uid === 0 && (found.mode & setUserId) !== 0) return;
  throw new SetupFault(
    'SANDBOX_UNAVAILABLE',
    'This system does not let programs make user namespaces, so Chromium needs its sandbox helper to belong to root.',
    `Run this once, then try again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
