import { withLock } from '../lock.ts';
import type { Log } from '../log.ts';
import { SetupFault, tail } from '../setup-fault.ts';
import type { Need } from './needs.ts';
import type { Probe } from './probe.ts';

/** Waits for another apt to finish rather than failing. */
const APT = ['-o', 'DPkg::Lock::Timeout=300'];

/**
 * Brings what is missing: installs it on a Debian-like system as root and says so; elsewhere stops with the exact command.
 *
 * @throws SetupFault PACKAGES_MISSING
 */
export async function satisfy(needs: Need[], probe: Probe, cache: string, log: Log): Promise<void> {
  if (needs.length === 0) return;
  const what = needs.map((need) => need.what).join('; ');
  if (!(await probe.hasCommand('apt-get'))) {
    const names = needs.flatMap((need) => need.packages.map((spellings) => spellings[0]));
    throw new SetupFault(
      'PACKAGES_MISSING',
      `This system lacks ${what}.`,
      `Install what your system calls these Debian packages, then try again: ${names.join(' ')}`,
    );
  }
  if (!probe.isRoot) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await namesOf(needs, probe)).join(' ')}`;
    throw new SetupFault(
      'PACKAGES_MISSING',
      `This system lacks ${what}.`,
      `Run this, then try again:\n  ${command}`,
    );
  }
  await withLock(cache, 'system-packages', log, () => install(needs, what, probe, log));
}

async function install(needs: Need[], what: string, probe: Probe, log: Log): Promise<void> {
  log.say(`This system lacks ${what}. Installing with apt-get, as root:`);
  await apt(probe, log, 'Fetching package lists', ['update']);
  const names = await namesOf(needs, probe);
  log.say(`  apt-get install -y --no-install-recommends ${names.join(' ')}`);
  await apt(probe, log, 'Installing packages', ['install', '-y', '--no-install-recommends', ...names]);
}

async function apt(probe: Probe, log: Log, label: string, command: string[]): Promise<void> {
  const progress = log.progress(label);
  const { status, output } = await probe.run('apt-get', [...APT, ...command], {
    env: { ...probe.env, DEBIAN_FRONTEND: 'noninteractive' },
    onTick: () => progress.update(),
  });
  progress.stop();
  if (status !== 0) {
    throw new SetupFault(
      'PACKAGES_MISSING',
      `apt-get ${command[0]} failed:\n${tail(output)}`,
      'Mend what the lines above name, then try again.',
    );
  }
}

/** The spelling of each package that this release has a candidate for, the newest preferred. */
async function namesOf(needs: Need[], probe: Probe): Promise<string[]> {
  const packages = needs.flatMap((need) => need.packages);
  const { output } = await probe.run('apt-cache', ['policy', ...packages.flat()], {
    env: { ...probe.env, LC_ALL: 'C' },
  });
  const known = new Set(
    [...output.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(
      (match) => match[1],
    ),
  );
  return packages.map((spellings) => spellings.findLast((name) => known.has(name)) ?? spellings[0] ?? '');
}
