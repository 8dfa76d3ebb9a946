import { connect } from 'node:net';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';

/** What set-up asks of the machine. Tests put a machine of their own in its place. */
export interface Probe {
  isRoot: boolean;
  isLinux: boolean;
  env: NodeJS.ProcessEnv;
  /** True if the command can be started from the PATH. */
  hasCommand(name: string): Promise<boolean>;
  /** Names of the shared libraries that `executable` asks for and the system lacks. */
  missingLibraries(executable: string): Promise<string[]>;
  /** True if fontconfig lists a font for the language (a two-letter code). */
  hasFontFor(language: string): Promise<boolean>;
  /** True if something accepts connections on the socket. */
  socketAnswers(address: { path: string } | { host: string; port: number }): Promise<boolean>;
  /** Runs a command and gives its status and output. */
  run: typeof runCommand;
}

export function machineProbe(): Probe {
  return {
    isRoot: process.getuid?.() === 0,
    isLinux: process.platform === 'linux',
    env: process.env,
    hasCommand: async (name) => (await runCommand('sh', ['-c', `command -v "${name}"`])).status === 0,
    async missingLibraries(executable) {
      const { output } = await runCommand('ldd', [executable]);
      return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
    },
    async hasFontFor(language) {
      const { status, output } = await runCommand('fc-list', [`:lang=${language}`, 'family']);
      return status === 0 && output.trim() !== '';
    },
    socketAnswers: (address) =>
      new Promise((resolve) => {
        const socket = connect(address);
        const answer = (reached: boolean) => {
          socket.destroy();
          resolve(reached);
        };
        socket.setTimeout(2000, () => answer(false));
        socket.on('connect', () => answer(true));
        socket.on('error', () => answer(false));
      }),
    run: runCommand,
  };
}

/** True if a window can be shown: the system is not one of X11 and Wayland, or one of their displays answers. */
export async function hasDisplay(probe: Probe): Promise<boolean> {
  if (!probe.isLinux) return true;
  const { WAYLAND_DISPLAY: wayland, XDG_RUNTIME_DIR: runtime, DISPLAY: x11 } = probe.env;
  if (wayland && runtime && (await probe.socketAnswers({ path: join(runtime, wayland) }))) return true;
  const [, host, number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(x11 ?? '') ?? [];
  if (number === undefined) return false;
  if (host) return await probe.socketAnswers({ host, port: 6000 + Number(number) });
  return await probe.socketAnswers({ path: `/tmp/.X11-unix/X${number}` });
}
