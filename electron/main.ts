import { startDesktop } from './desktop.ts';
import { engineEnvironment } from './paths.ts';

const CLI_SWITCH = '--cli';

/**
 * Runs one command and leaves. Electron opens its display only after this module has been evaluated, so that awaiting
 * the command at the top level keeps the whole run free of a window and of the need for a screen.
 */
async function runCommandLine(args: readonly string[]): Promise<never> {
  Object.assign(process.env, engineEnvironment());
  const [{ runCli }, { leave }] = await Promise.all([import('./cli.ts'), import('./cli/printing.ts')]);
  return await leave(await runCli(args));
}

const cliAt = process.argv.indexOf(CLI_SWITCH);
if (cliAt >= 0) await runCommandLine(process.argv.slice(cliAt + 1));
else startDesktop();
