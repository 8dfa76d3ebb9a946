import { z } from 'zod';
import type { CallOptions } from '../shared/contract/bridge.ts';
import {
  COMMANDS,
  type CommandName,
  type EngineCommandName,
  isCommandName,
  isEngineCommand,
  type WindowCommandName,
} from '../shared/contract/commands.ts';
import { Fault, isFault, refuse } from '../shared/contract/errors.ts';
import { fail, ok, type Result } from '../shared/contract/result.ts';
import type { FileTokens } from './file-tokens.ts';

/** What a call from the page is answered with. */
export interface Desk {
  tokens: FileTokens;
  engine: {
    call(name: EngineCommandName, input: unknown, options: CallOptions): Promise<Result<unknown>>;
    keepOpen(path: string | null): void;
  };
  seat: {
    /** In whose name a call is made; throws for somebody who is not at the desk. */
    actorFor(claimed: string | undefined): string | undefined;
  };
  guard: {
    /** Throws where a call acts for a person whose PIN was not given. */
    check(name: CommandName, input: unknown): Promise<void>;
    learn(input: unknown, answer: unknown): void;
  };
  /** Answers a command of the window lane; parses its input. */
  window(name: WindowCommandName, input: unknown): Promise<unknown>;
  /** Told of each project that was opened or made. */
  opened(path: string, name: string | undefined): void;
}

type Fields = Record<string, unknown>;
interface Taken {
  token: string;
  path: string;
}

/** Commands that open a project, and the field that names it. */
const OPENERS: Partial<Record<CommandName, string>> = {
  'project.create': 'file',
  'project.createSample': 'file',
  'project.open': 'file',
  'packet.open': 'out',
};

const fields = z.record(z.string(), z.unknown());
const tokenList = z.array(z.string());
const named = z.object({ name: z.string() });
const callOptions = z.object({ actor: z.string().max(200).optional(), job: z.string().max(200).optional() });

/** Parses what the page passed; the failure names the field. */
export function parseInput<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') || 'input';
  throw new Fault('INVALID_INPUT', `${name}: ${path}: ${issue?.message ?? 'not understood'}`, { path });
}

/** Puts paths in the places of the tokens the contract names. */
function withPaths(name: CommandName, input: Fields, tokens: FileTokens): { input: Fields; taken: Taken[] } {
  const taken: Taken[] = [];
  const pathOf = (token: string, use: 'use' | 'keep', field: string): string => {
    const path = use === 'keep' ? tokens.look(token) : tokens.take(token);
    if (path === undefined) {
      for (const each of taken) tokens.giveBack(each.token, each.path);
      throw new Fault(
        'INVALID_INPUT',
        `${name}: ${field}: this file was not chosen, or was used already.`,
        {
          path: field,
        },
        'Choose the file again.',
      );
    }
    if (use === 'use') taken.push({ token, path });
    return path;
  };
  const replaced: Fields = { ...input };
  for (const [field, use] of Object.entries(COMMANDS[name].files ?? {})) {
    const given = input[field];
    if (typeof given === 'string') replaced[field] = pathOf(given, use, field);
    const list = tokenList.safeParse(given);
    if (list.success) replaced[field] = list.data.map((token) => pathOf(token, use, field));
  }
  return { input: replaced, taken };
}

/** Where an answer names a file that was passed as a lasting token, the page gets that token, not the path. */
function withoutPaths(name: CommandName, passed: Fields, value: unknown): unknown {
  const kept = Object.entries(COMMANDS[name].files ?? {}).filter(([, use]) => use === 'keep');
  const answer = fields.safeParse(value);
  if (kept.length === 0 || !answer.success) return value;
  return { ...answer.data, ...Object.fromEntries(kept.map(([field]) => [field, passed[field]])) };
}

async function askEngine(
  desk: Desk,
  name: EngineCommandName,
  passed: Fields,
  options: CallOptions,
): Promise<Result<unknown>> {
  const actor = desk.seat.actorFor(options.actor);
  await desk.guard.check(name, passed);
  const { input, taken } = withPaths(name, passed, desk.tokens);
  const result = await desk.engine.call(name, input, { ...options, actor });
  if (!result.ok) {
    for (const { token, path } of taken) desk.tokens.giveBack(token, path);
    return result;
  }
  desk.guard.learn(passed, result.value);
  if (name === 'project.close') desk.engine.keepOpen(null);
  const opened = input[OPENERS[name] ?? ''];
  if (typeof opened === 'string') {
    desk.engine.keepOpen(opened);
    desk.opened(opened, named.safeParse(result.value).data?.name);
  }
  return ok(withoutPaths(name, passed, result.value));
}

/** Answers one call of the page. Whatever goes wrong comes back as a failure; nothing is thrown. */
export async function dispatch(
  desk: Desk,
  name: unknown,
  input: unknown,
  options: unknown,
): Promise<Result<unknown>> {
  try {
    if (typeof name !== 'string' || !isCommandName(name)) {
      return refuse('INVALID_INPUT', `There is no command ${String(name)}.`, { path: 'name' });
    }
    if (!isEngineCommand(name)) {
      const { input: replaced } = withPaths(name, parseInput(name, fields, input), desk.tokens);
      return ok(await desk.window(name, replaced));
    }
    const parsed = fields.parse(parseInput(name, COMMANDS[name].input, input));
    return await askEngine(desk, name, parsed, parseInput(name, callOptions, options ?? {}));
  } catch (error) {
    if (isFault(error)) return fail(error.failure);
    return refuse('INTERNAL', error instanceof Error ? error.message : String(error));
  }
}
