import { join } from 'node:path';
import { folderBytes } from '../cache.ts';
import type { Download } from '../download.ts';
import type { Log } from '../log.ts';
import { runCommand } from '../run-command.ts';
import { SetupFault, tail } from '../setup-fault.ts';

export interface NpmPackage {
  /** Name and exact version, as npm takes them. */
  spec: string;
  /** Name that `npm pack` gives the tarball. */
  file: string;
  /** Length of the tarball. */
  bytes: number;
  integrity: string;
}

/** A package of the registry that the user's npm is set up for, as a tarball. */
export function npmDownload({ spec, file, bytes, integrity }: NpmPackage, log: Log): Download {
  return {
    file,
    label: `The npm package ${spec}`,
    integrity,
    async fetch(folder) {
      const progress = log.progress(`Fetching ${spec} (${Math.round(bytes / 1e6)} MB)`);
      // npm keeps a copy in its cache before it writes the file: both count as progress, neither stays.
      const watch = async () => progress.update(Math.min(0.99, (await folderBytes(folder)) / (2 * bytes)));
      const options = ['--ignore-scripts', '--loglevel=error', '--cache', join(folder, 'npm')];
      const { status, output } = await runCommand(
        'npm',
        ['pack', spec, '--pack-destination', folder, ...options],
        {
          onTick: () => void watch(),
        },
      );
      progress.stop();
      if (status === 0) return join(folder, file);
      throw new SetupFault(
        'DOWNLOAD_FAILED',
        `npm could not fetch ${spec}:\n${tail(output)}`,
        'Check that npm reaches its registry (npm ping), then try again.',
      );
    },
  };
}
