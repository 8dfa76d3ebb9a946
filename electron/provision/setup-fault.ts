export type SetupCode =
  | 'DOWNLOAD_FAILED'
  | 'INTEGRITY_MISMATCH'
  | 'NO_RUNTIME'
  | 'BUILD_FAILED'
  | 'PACKAGES_MISSING'
  | 'SANDBOX_UNAVAILABLE'
  | 'NO_DISPLAY';

/** A set-up step that cannot go on: what happened and what the user can do about it. */
export class SetupFault extends Error {
  readonly code: SetupCode;
  readonly advice: string;

  constructor(code: SetupCode, message: string, advice: string) {
    super(message);
    this.name = 'SetupFault';
    this.code = code;
    this.advice = advice;
  }
}

/** The last lines of a command's output: enough to see why it failed. */
export const tail = (output: string, lines = 15): string =>
  output.trimEnd().split('\n').slice(-lines).join('\n');

/** Prints a failure the way every set-up script does, for `process.exitCode = report(error)`. */
export function report(error: unknown): 1 {
  if (error instanceof SetupFault) {
    process.stderr.write(`\n${error.code}: ${error.message}\n${error.advice}\n`);
  } else {
    process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return 1;
}
