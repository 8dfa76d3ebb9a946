import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../../electron/provision/run-command.ts';
import {
  buildNeeds,
  checkLibraries,
  checkSandbox,
  desktopNeeds,
} from '../../electron/provision/system/check.ts';
import { satisfy } from '../../electron/provision/system/packages.ts';
import { hasDisplay, type Probe } from '../../electron/provision/system/probe.ts';
import { listeningLog, setupFault, temporaryFolder } from './scene.ts';

interface Machine {
  root?: boolean;
  linux?: boolean;
  env?: Record<string, string>;
  commands?: string[];
  missing?: string[];
  fonts?: string[];
  /** Package names that apt knows a candidate for. */
  known?: string[];
  sockets?: string[];
  statuses?: Record<string, number>;
}

/** A machine that has everything but what the test takes away, and remembers what was run on it. */
function machine(given: Machine = {}): Probe & { ran: string[] } {
  const ran: string[] = [];
  let missing = given.missing ?? [];
  const run = async (command: string, args: string[] = []): Promise<CommandResult> => {
    if (command !== 'apt-cache') ran.push([command, ...args].join(' '));
    if (args.includes('install')) missing = [];
    const known = (given.known ?? args).filter((name) => args.includes(name));
    const policy = args.map(
      (name) => `${name}:\n  Installed: (none)\n  Candidate: ${known.includes(name) ? '1.0' : '(none)'}\n`,
    );
    return {
      status: given.statuses?.[command] ?? 0,
      output: command === 'apt-cache' ? policy.join('') : 'E: a reason',
    };
  };
  return {
    ran,
    isRoot: given.root ?? false,
    isLinux: given.linux ?? true,
    env: given.env ?? {},
    hasCommand: async (name) =>
      (given.commands ?? ['apt-get', 'Xvfb', 'python3', 'make', 'g++']).includes(name),
    missingLibraries: async () => missing,
    hasFontFor: async (language) => (given.fonts ?? ['en', 'hi', 'zh']).includes(language),
    socketAnswers: async (address) =>
      (given.sockets ?? []).includes('path' in address ? address.path : `${address.host}:${address.port}`),
    run,
  };
}

async function desktop(probe: Probe, virtualDisplay = true) {
  const log = listeningLog();
  const needs = await desktopNeeds('/electron', virtualDisplay, probe, log);
  return { log, checking: satisfy(needs, probe, await temporaryFolder(), log) };
}

const APT = 'apt-get -o DPkg::Lock::Timeout=300';

describe('what Electron needs of the system', () => {
  it('is passed over in silence when all is there, or where the system brings it', async () => {
    for (const probe of [machine(), machine({ linux: false, missing: ['x'], fonts: [], commands: [] })]) {
      const { log, checking } = await desktop(probe);
      await checking;
      expect([log.said, probe.ran]).toEqual([[], []]);
    }
  });

  it('missing, for a user who is not root: stops with the exact command', async () => {
    const probe = machine({ missing: ['libgtk-3.so.0'], known: ['libgtk-3-0', 'libnss3', 'libgbm1'] });
    const fault = await setupFault((await desktop(probe)).checking);
    expect(fault.code).toBe('PACKAGES_MISSING');
    expect(fault.message).toContain('libgtk-3.so.0');
    expect(fault.advice).toContain(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 libasound2 ',
    );
    expect(probe.ran).toEqual([]);
  });

  it('missing, for root: says so, fetches the lists once and installs', async () => {
    const probe = machine({ root: true, missing: ['libgtk-3.so.0'], fonts: [], commands: ['apt-get'] });
    const { log, checking } = await desktop(probe);
    await checking;
    expect(probe.ran).toHaveLength(2);
    expect(probe.ran[0]).toBe(`${APT} update`);
    expect(probe.ran[1]).toMatch(
      /install -y --no-install-recommends libgtk-3-0t64 .* fonts-noto-cjk xvfb xauth$/,
    );
    expect(log.said[0]).toContain('Installing with apt-get, as root');
  });

  it('is asked for by the names that the release knows', async () => {
    const known = ['libgtk-3-0', 'libasound2t64', 'libasound2'];
    const probe = machine({ root: true, missing: ['libgtk-3.so.0'], known });
    await (await desktop(probe)).checking;
    expect(probe.ran[1]).toContain(' libgtk-3-0 libasound2t64 ');
  });

  it('missing, where there is no apt-get: names the packages', async () => {
    const fault = await setupFault(
      (await desktop(machine({ missing: ['libnss3.so'], commands: ['Xvfb'] }))).checking,
    );
    expect(fault.advice).toContain('Install what your system calls these Debian packages');
    expect(fault.advice).toContain('libnss3');
  });

  it('stops with what apt-get said when the installation fails', async () => {
    const probe = machine({ root: true, missing: ['libnss3.so'], statuses: { 'apt-get': 100 } });
    const fault = await setupFault((await desktop(probe)).checking);
    expect(fault.message).toContain('E: a reason');
  });

  it('stops when the installation did not bring the libraries after all', async () => {
    const fault = await setupFault(checkLibraries('/electron', machine({ missing: ['libodd.so.1'] })));
    expect(fault.message).toContain('still lacks shared libraries after the installation: libodd.so.1');
  });

  it('asks for Xvfb only where a display is to be stood in for', async () => {
    const bare = { commands: ['apt-get'] };
    expect((await setupFault((await desktop(machine(bare))).checking)).advice).toMatch(/ xvfb xauth$/);
    await (await desktop(machine(bare), false)).checking;
    const shown = machine({ ...bare, env: { DISPLAY: ':7' }, sockets: ['/tmp/.X11-unix/X7'] });
    await (await desktop(shown)).checking;
  });

  it('lets a user without fonts for other writings go on with a word, but nobody without any', async () => {
    const latin = await desktop(machine({ fonts: ['en'] }));
    await latin.checking;
    expect(latin.log.said[0]).toContain('Noto');
    const none = await setupFault((await desktop(machine({ fonts: [] }))).checking);
    expect(none.message).toContain('fonts');
  });
});

describe('what a build of better-sqlite3 needs', () => {
  const build = async (probe: Probe) =>
    satisfy(await buildNeeds(probe), probe, await temporaryFolder(), listeningLog());

  it('is passed over in silence when it is there', async () => {
    const probe = machine();
    await build(probe);
    expect(probe.ran).toEqual([]);
  });

  it('missing: stops with the exact command', async () => {
    const fault = await setupFault(build(machine({ commands: ['apt-get', 'python3', 'make'] })));
    expect(fault.advice).toContain('--no-install-recommends python3 make g++');
  });
});

describe("Chromium's sandbox", () => {
  const NO_NAMESPACES = { statuses: { unshare: 1 } };

  it('is not asked after for root, who cannot have it', async () => {
    const probe = machine({ root: true, ...NO_NAMESPACES });
    await checkSandbox('/nowhere/electron', probe);
    expect(probe.ran).toEqual([]);
  });

  it('is fine where programs can make user namespaces', async () => {
    await expect(checkSandbox('/nowhere/electron', machine())).resolves.toBeUndefined();
  });

  it('elsewhere needs its helper to belong to root: stops with the exact command', async () => {
    const fault = await setupFault(checkSandbox('/nowhere/electron', machine(NO_NAMESPACES)));
    expect(fault.code).toBe('SANDBOX_UNAVAILABLE');
    expect(fault.advice).toContain("sudo chmod 4755 '/nowhere/chrome-sandbox'");
  });
});

describe('a display', () => {
  it.each([
    ['X11, here', { DISPLAY: ':0' }, '/tmp/.X11-unix/X0', true],
    ['X11, with a screen', { DISPLAY: ':12.1' }, '/tmp/.X11-unix/X12', true],
    ['X11, over the network', { DISPLAY: 'desk:10.0' }, 'desk:6010', true],
    [
      'Wayland',
      { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/1' },
      '/run/user/1/wayland-0',
      true,
    ],
    ['named but gone', { DISPLAY: ':0' }, 'nothing', false],
    ['not named', {}, '/tmp/.X11-unix/X0', false],
    ['nonsense', { DISPLAY: 'what' }, '/tmp/.X11-unix/X0', false],
  ])('%s', async (_, env, answering, expected) => {
    expect(await hasDisplay(machine({ env, sockets: [answering] }))).toBe(expected);
  });

  it('is a matter of course on other systems', async () => {
    expect(await hasDisplay(machine({ linux: false }))).toBe(true);
  });
});
