import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PROGRAM = 'touchstone';

/** Chromium will not start as root with its sandbox on, and says so before any code of ours runs. */
const LAUNCHER = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox "$@"; fi
exec "$here/${PROGRAM}-bin" "$@"
`;

/** Puts a launcher in the program's place that lets root, as in a container, start it without further ado. */
export async function addLauncher(folder: string): Promise<void> {
  const program = join(folder, PROGRAM);
  await rename(program, `${program}-bin`);
  await writeFile(program, LAUNCHER);
  await chmod(program, 0o755);
}
