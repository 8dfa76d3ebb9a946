import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface CommandResult {
  /** Exit status; 127 when the command does not exist, 128 + n when signal n ended it. */
  status: number;
  /** stdout and stderr as they came. */
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Called about twice a second while the command runs. */
  onTick?: () => void;
}

const signalStatus = (signal: NodeJS.Signals | null): number =>
  128 + (signal ? constants.signals[signal] : 0);

/** Runs a command to its end and collects what it printed. Never rejects. */
export function runCommand(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { onTick, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer) => void chunks.push(chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = onTick && setInterval(onTick, 500);
    const finish = (status: number, extra = '') => {
      clearInterval(timer);
      resolve({ status, output: Buffer.concat(chunks).toString('utf8') + extra });
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code, signal) => finish(code ?? signalStatus(signal)));
  });
}
