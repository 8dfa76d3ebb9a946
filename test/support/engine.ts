import './compile-cache.ts';
import { join } from 'node:path';
import { Engine, type EngineOptions } from '../../electron/engine/engine.ts';
import type { EngineCommandName, InputOf, OutputOf } from '../../shared/contract/commands.ts';
import type { Failure, Result } from '../../shared/contract/result.ts';
import { fixedSource } from './source.ts';

export const RESOURCES = join(import.meta.dirname, '../../resources');

/** The value of a result that must be one. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { code, message } = result.error;
  throw new Error(`${code}: ${message}`);
}

/** The failure of a result that must be one. */
export function failureOf(result: Result<unknown>): Failure {
  if (!result.ok) return result.error;
  throw new Error(`this was to be refused, and gave ${JSON.stringify(result.value).slice(0, 300)}`);
}

let engines = 0;

/** The engine in this process, with a fixed clock, and ids that no other engine of the test file gives. */
export class TestEngine {
  readonly engine: Engine;
  actor = 'Lea';

  constructor(options: Partial<EngineOptions> = {}) {
    this.engine = new Engine({ resources: RESOURCES, source: fixedSource(engines), ...options });
    engines += 1;
  }

  call<Name extends EngineCommandName>(
    name: Name,
    input: InputOf<Name>,
    job?: string,
  ): Promise<Result<OutputOf<Name>>> {
    return this.engine.call(name, input, { actor: this.actor, job });
  }

  /** The command's output; throws where it was refused. */
  async ask<Name extends EngineCommandName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return unwrap(await this.call(name, input));
  }

  /** The failure of a command that must be refused. */
  async refused<Name extends EngineCommandName>(name: Name, input: InputOf<Name>): Promise<Failure> {
    return failureOf(await this.call(name, input));
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

/** Does something with an engine and closes it, whatever happens. */
export async function withEngine<Value>(
  work: (engine: TestEngine) => Promise<Value>,
  options: Partial<EngineOptions> = {},
): Promise<Value> {
  const engine = new TestEngine(options);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
