import { z } from 'zod';
import { Desk } from './cli/desk.ts';
import { Interruption } from './cli/interruption.ts';
import { printFailure, printOutcome, say, statusOf, tolerateClosedPipes } from './cli/printing.ts';
import { readCommandLine } from './cli/program.ts';
import { ProgressLine } from './cli/progress.ts';
import { systemUser } from './cli/surroundings.ts';
import { toFailure } from './engine/faults.ts';

/** What every command takes beside its own. */
const common = z.object({ as: z.string().trim().min(1).optional() });

/** Runs one command, prints what it has to say, and gives the exit status: 0 done, 1 refused, 2 wrong usage, 3 internal error. */
export async function runCli(args: readonly string[]): Promise<number> {
  tolerateClosedPipes();
  const asJson = args.includes('--json');
  const interruption = new Interruption();
  const progress = new ProgressLine();
  try {
    const request = readCommandLine(args);
    if (!request) return 0;
    const actor = common.parse(request.typed).as ?? systemUser();
    const desk = new Desk({ actor, interruption, progress, say });
    const outcome = await request.command.run(desk, request.typed);
    progress.clear();
    printOutcome(outcome, asJson);
    return outcome.status ?? 0;
  } catch (error) {
    progress.clear();
    const failure = toFailure(error, 'the file');
    printFailure(failure, asJson);
    return statusOf(failure);
  } finally {
    interruption.end();
  }
}

/** Ends the process when all it wrote has been taken: a reading thread that an interruption left behind does not hold it up. */
async function leave(status: number): Promise<void> {
  const flushed = [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((resolve) => void stream.write('', () => resolve())),
  );
  await Promise.all(flushed);
  process.exit(status);
}

if (import.meta.main) await leave(await runCli(process.argv.slice(2)));
