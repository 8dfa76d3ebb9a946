import { toFailure } from '../engine/faults.ts';
import { perform } from './perform.ts';
import { printFailure, printOutcome, statusOf, tolerateClosedPipes } from './printing.ts';

/** Runs one command, prints what it has to say, and gives the exit status: 0 done, 1 refused, 2 wrong usage, 3 internal error. */
export async function runCli(args: readonly string[]): Promise<number> {
  tolerateClosedPipes();
  const asJson = args.includes('--json');
  const fail = (error: unknown): number => {
    const failure = toFailure(error);
    printFailure(failure, asJson);
    return statusOf(failure);
  };
  process.once('uncaughtException', (error) => process.exit(fail(error)));
  try {
    const outcome = await perform(args);
    if (outcome) printOutcome(outcome, asJson);
    return outcome?.status ?? 0;
  } catch (error) {
    return fail(error);
  }
}
