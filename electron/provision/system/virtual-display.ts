import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SetupFault } from '../setup-fault.ts';

export interface VirtualDisplay {
  /** Value for the environment variable DISPLAY. */
  name: string;
  stop(): void;
}

const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'setEncoding' in stream;

/** Starts an X server without a screen, on a free display number that it picks itself. */
export function startVirtualDisplay(): Promise<VirtualDisplay> {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => void server.kill();
    const refuse = (why: string) =>
      reject(
        new SetupFault(
          'NO_DISPLAY',
          `Xvfb did not start: ${why}.`,
          'Start a display and set DISPLAY, then try again.',
        ),
      );
    server.on('error', (error) => refuse(error.message));
    server.on('exit', (code) => refuse(`it ended with status ${code}`));
    const numbers = server.stdio[3];
    if (!isReadable(numbers)) return refuse('its answer could not be read');
    let text = '';
    numbers.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n')) return;
      process.once('exit', stop);
      server.unref();
      resolve({ name: `:${text.trim()}`, stop });
    });
  });
}
