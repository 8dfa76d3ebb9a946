import { z } from 'zod';
import type { Outcome } from './command.ts';
import { Desk } from './desk.ts';
import { Interruption } from './interruption.ts';
import { say } from './printing.ts';
import { readCommandLine } from './program.ts';
import { ProgressLine } from './progress.ts';
import { systemUser } from './system-user.ts';

/** What every command takes beside its own. */
const common = z.object({ as: z.string().trim().min(1).optional() });

/**
 * Runs the command that a command line asks for, with progress on stderr, until it ends or the user interrupts it.
 * Null where help or the version was asked for, and has been printed.
 * @throws Fault where the command is refused
 */
export async function perform(args: readonly string[]): Promise<Outcome | null> {
  const request = readCommandLine(args);
  if (!request) return null;
  const progress = new ProgressLine();
  try {
    const actor = common.parse(request.typed).as ?? systemUser();
    return await request.command.run(
      new Desk({ actor, interruption: new Interruption(), progress, say }),
      request.typed,
    );
  } finally {
    progress.clear();
  }
}
