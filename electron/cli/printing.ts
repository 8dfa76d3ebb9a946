import { ERRORS } from '../../shared/contract/errors.ts';
import type { ErrorPlace, Failure } from '../../shared/contract/result.ts';
import type { Outcome } from './command.ts';
import { harmless, styled, wrapped } from './text.ts';

/** A reader that has seen enough closes the pipe; that is no fault, and what is written after it is lost on nobody. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    if (stream.listenerCount('error') === 0)
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
}

const line = (text: string): string => `${text}\n`;

export function printOutcome({ json, text }: Outcome, asJson: boolean): void {
  process.stdout.write(line(asJson ? JSON.stringify(json) : text));
}

/** Says on stderr what went wrong, where and what to do; with `--json` on stdout as well, as an object. */
export function printFailure(failure: Failure, asJson: boolean): void {
  const { code, message, advice, place } = failure;
  const where = whereabouts(place, message);
  process.stderr.write(
    [
      `${styled('red', `error ${code}:`, process.stderr)} ${harmless(message)}`,
      ...(where === '' ? [] : [`  where: ${where}`]),
      wrapped(advice, '  '),
      '',
    ].join('\n'),
  );
  if (asJson) process.stdout.write(line(JSON.stringify({ error: { code, message, advice, place } })));
}

/** The place in words, without what the message says already. */
function whereabouts(place: ErrorPlace | undefined, message: string): string {
  const { file, line: lineNumber, path } = place ?? {};
  return [
    file !== undefined && !message.includes(file) ? file : '',
    lineNumber !== undefined && !message.toLowerCase().includes(`line ${lineNumber}`)
      ? `line ${lineNumber}`
      : '',
    path && !message.includes(path) ? path : '',
  ]
    .filter((part) => part !== '')
    .map(harmless)
    .join(', ');
}

export const statusOf = ({ code }: Failure): number => ERRORS[code].exit;

export const say = (sentence: string): void => {
  process.stderr.write(line(harmless(sentence)));
};

/** Ends the process when all it wrote has been taken; a reading thread that an interruption left behind does not hold it up. */
export async function leave(status: number): Promise<never> {
  const flushed = [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((resolve) => void stream.write('', () => resolve())),
  );
  await Promise.all(flushed);
  process.exit(status);
}
