import { Command, CommanderError } from 'commander';
import { Fault } from '../../shared/contract/errors.ts';
import { argumentName, type CliCommand, helpAdvice } from './command.ts';
import { CLI_COMMANDS } from './commands/index.ts';
import { version } from './surroundings.ts';

/** What the words of a command line ask for. */
export interface Request {
  command: CliCommand;
  /** What was typed, by the names of arguments and options. */
  typed: Record<string, unknown>;
}

const JSON_OPTION = ['--json', 'print one JSON object'] as const;

/** Commands of two words, by the first. */
const GROUPS: Readonly<Record<string, string>> = {
  packet: 'exchange work and ratings with other machines: make, open, merge, conflicts, resolve',
};

const EPILOGUE = `
With --json a command prints one JSON object on stdout; messages and progress go to stderr.
Exit status: 0 done, 1 the input was refused or a check found something, 2 wrong usage, 3 internal error.`;

/**
 * Reads a command line. Null where it asked for help or the version, which have then been printed.
 * @throws Fault USAGE with what to do, where it asks for nothing there is
 */
export function readCommandLine(args: readonly string[]): Request | null {
  const requests: Request[] = [];
  const program = describe((request) => requests.push(request));
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw usageFault(error, args);
  }
  return requests[0] ?? null;
}

function describe(take: (request: Request) => void): Command {
  const program = new Command('touchstone')
    .description('Touchstone without a window: the same engine, one command at a time.')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: (text) => process.stdout.write(text) })
    .option(...JSON_OPTION)
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EPILOGUE);
  for (const command of CLI_COMMANDS) add(program, command, take);
  return program;
}

/** What a command of two words stands under: made with the first of its kind. */
function parentOf(program: Command, group: string | undefined): Command {
  if (group === undefined) return program;
  const known = program.commands.find((one) => one.name() === group);
  const about = GROUPS[group] ?? '';
  return known ?? program.command(group).description(about).summary(about).helpCommand(false);
}

function add(program: Command, command: CliCommand, take: (request: Request) => void): void {
  const [name = '', group] = command.name.split(' ').reverse();
  const parent = parentOf(program, group);
  const sub = parent.command(name).description(command.summary).summary(command.summary);
  for (const { name, about } of command.arguments) sub.argument(name, about);
  for (const { flags, about, required } of command.options)
    if (required) sub.requiredOption(flags, about);
    else sub.option(flags, about);
  sub
    .option('--as <name>', 'who acts, for the audit log; your user name unless given')
    .option(...JSON_OPTION)
    .addHelpText('after', `\nExample:\n  touchstone ${command.example}`)
    .action(() => {
      const given = command.arguments.map(({ name }, i) => [argumentName(name), sub.processedArgs[i]]);
      take({ command, typed: { ...sub.opts(), ...Object.fromEntries(given) } });
    });
}

const commandsAdvice = (): string =>
  `The commands are ${CLI_COMMANDS.map(({ name }) => name).join(', ')}; "touchstone --help" says more.`;

function usageFault({ code, message }: CommanderError, args: readonly string[]): Fault {
  if (code === 'commander.help')
    return new Fault('USAGE', 'No command was given.', undefined, commandsAdvice());
  const known = CLI_COMMANDS.find(({ name }) => name.split(' ').every((word) => args.includes(word)));
  const advice = code === 'commander.unknownCommand' || !known ? commandsAdvice() : helpAdvice(known.name);
  return new Fault('USAGE', sentence(message), undefined, advice);
}

/** "error: unknown option '--x'\n(Did you mean --y?)" as a sentence. */
function sentence(message: string): string {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}.`, ...rest].join(' ');
}
