import './compile-cache.ts';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EngineReply, EngineRequest } from '../../electron/engine/protocol.ts';
import type { EngineCommandName, InputOf } from '../../shared/contract/commands.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';

/** The engine in a process of its own, which can be killed. */
export class ChildEngine {
  /** Called with what the engine pushes. */
  onPush: (event: PushedEvent) => void = () => undefined;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>();
  private sent = 0;

  private constructor(series: number) {
    this.child = fork(join(import.meta.dirname, 'engine-child.ts'), [String(series)], { execArgv: [] });
    this.child.on('message', (reply: EngineReply) => this.receive(reply));
  }

  /** Starts the process; engines that come after one another on one project take different series of ids. */
  static async start(series = 1): Promise<ChildEngine> {
    const engine = new ChildEngine(series);
    await once(engine.child, 'message');
    return engine;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends a command; the promise stays open when the process dies first. */
  call<Name extends EngineCommandName>(
    name: Name,
    input: InputOf<Name>,
    job?: string,
  ): Promise<Result<unknown>> {
    this.sent += 1;
    const request: EngineRequest = { kind: 'call', id: this.sent, name, input, actor: 'Ada', job };
    return new Promise((resolve) => {
      this.waiting.set(this.sent, resolve);
      // A child that has ended is told of by its end, not by the pipe to it.
      this.child.send(request, () => undefined);
    });
  }

  /** Ends the process as a power cut would: no handler of its own runs. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = Promise.all([once(this.child, 'exit'), once(this.child, 'disconnect')]);
    this.child.kill('SIGKILL');
    await gone;
  }

  private receive(reply: EngineReply): void {
    if (reply.kind === 'push') this.onPush(reply.event);
    if (reply.kind === 'reply') this.waiting.get(reply.id)?.(reply.result);
  }
}
