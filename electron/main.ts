import { app } from 'electron';
import { startDesktop } from './desktop.ts';
import { engineEnvironment } from './paths.ts';

const CLI_SWITCH = '--cli';

/** A pipe takes what is written bit by bit; leaving before it has all would cut the output off. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });

/**
 * Runs one command and leaves. Electron opens its display only after this module has been evaluated, so that awaiting
 * the command at the top level keeps the whole run free of a window and of the need for a screen.
 */
async function runCommandLine(args: readonly string[]): Promise<void> {
  Object.assign(process.env, engineEnvironment());
  const { runCli } = await import('./cli.ts');
  const status = await runCli(args);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  app.exit(status);
}

const cliAt = process.argv.indexOf(CLI_SWITCH);
if (cliAt >= 0) await runCommandLine(process.argv.slice(cliAt + 1));
else startDesktop();
