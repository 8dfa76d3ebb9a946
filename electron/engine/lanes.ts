import type { COMMANDS, EngineCommandName, OutputOf, ParsedInputOf } from '../../shared/contract/commands.ts';
import type { Progress } from '../../shared/contract/events.ts';
import type { ActInput, ActName, ActOutput } from './acts.ts';
import type { ReadContext, WriteContext } from './context.ts';

type Lane = (typeof COMMANDS)[EngineCommandName]['lane'];

/** The engine's commands of one lane. Commands that open and close projects are the session's own. */
export type CommandOf<L extends Lane> = {
  [Name in EngineCommandName]: (typeof COMMANDS)[Name]['lane'] extends L ? Name : never;
}[EngineCommandName];

/** What a job has: it reads, reports, listens for cancel, and asks the writer for changes. */
export interface JobContext extends ReadContext {
  signal: AbortSignal;
  progress(update: Pick<Progress, 'phase' | 'done' | 'total' | 'unit'>): void;
  /** Memory in `transfer` goes over to the writer as it is, and is gone here. */
  act<Name extends ActName>(
    name: Name,
    payload: ActInput<Name>,
    transfer?: readonly ArrayBuffer[],
  ): Promise<ActOutput<Name>>;
}

export type ReadHandlers<Names extends EngineCommandName> = {
  [Name in Names]: (context: ReadContext, input: ParsedInputOf<Name>) => OutputOf<Name>;
};

export type WriteHandlers<Names extends EngineCommandName> = {
  [Name in Names]: (context: WriteContext, input: ParsedInputOf<Name>) => OutputOf<Name>;
};

export type JobHandlers<Names extends EngineCommandName> = {
  [Name in Names]: (
    context: JobContext,
    input: ParsedInputOf<Name>,
  ) => Promise<OutputOf<Name>> | OutputOf<Name>;
};
