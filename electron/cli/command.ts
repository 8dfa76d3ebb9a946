import type { z } from 'zod';
import { Fault } from '../../shared/contract/errors.ts';
import type { Desk } from './desk.ts';

/** What a command has to say, for programs and for people. */
export interface Outcome {
  /** The one object that `--json` prints. */
  json: object;
  text: string;
  /** 1 where a check found something. */
  status?: 0 | 1;
}

interface Positional {
  /** As help writes it: `<project>`, `[files...]`. */
  name: string;
  about: string;
}

interface Flag {
  /** As help writes it: `--size <n>`. */
  flags: string;
  about: string;
  required?: boolean;
}

interface Face {
  name: string;
  /** One line of `--help`. */
  summary: string;
  /** A line one could type, without `touchstone`. */
  example: string;
  arguments: readonly Positional[];
  options: readonly Flag[];
}

/** A command as the program knows it: `run` takes what was typed, by names of arguments and options. */
export interface CliCommand extends Face {
  run(desk: Desk, typed: unknown): Promise<Outcome>;
}

interface Definition<Input extends z.ZodType> extends Face {
  input: Input;
  run(desk: Desk, input: z.output<Input>): Promise<Outcome>;
}

/** A command of its face, the schema of what is typed, and what it does with it. */
export function defineCommand<Input extends z.ZodType>({
  input,
  run,
  ...face
}: Definition<Input>): CliCommand {
  return { ...face, run: (desk, typed) => run(desk, parseTyped(input, typed, face)) };
}

function parseTyped<Input extends z.ZodType>(input: Input, typed: unknown, face: Face): z.output<Input> {
  const parsed = input.safeParse(typed);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = asTyped(String(issue?.path[0] ?? ''), face);
  throw new Fault(
    'USAGE',
    `${name}: ${issue?.message ?? 'cannot be used'}.`,
    undefined,
    helpAdvice(face.name),
  );
}

/** `minPerStratum` as `--min-per-stratum`, or as the argument it is. */
function asTyped(name: string, { arguments: positionals }: Face): string {
  const positional = positionals.find((each) => argumentName(each.name) === name);
  return positional
    ? positional.name
    : `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The bare name of an argument: `files` of `[files...]`. */
export const argumentName = (written: string): string => written.replaceAll(/[<>[\].]/g, '');

export const helpAdvice = (command: string): string =>
  `Run "touchstone ${command}${command ? ' ' : ''}--help" to see what it takes.`;
