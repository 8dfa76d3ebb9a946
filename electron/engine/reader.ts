import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '../../shared/contract/result.ts';
import type { ActInput, ActName, ActOutput } from './acts.ts';
import type { ReadContext } from './context.ts';
import { connectReader } from './db/connection.ts';
import { refuseDamaged } from './db/damage.ts';
import { toFailure } from './faults.ts';
import { isJob, jobHandlers } from './handlers/jobs.ts';
import { isRead, readHandlers } from './handlers/reads.ts';
import type { JobContext } from './lanes.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

/** Entry of a read-only worker thread: answers reads at once, runs jobs that ask the writer for their changes. */

const port = parentPort;
if (!port) throw new Error('reader runs as a worker thread only');
const { path, notices } = workerData as WorkerStart;
const read: ReadContext = { db: connectReader(path), path, notices };

const cancels = new Map<number, AbortController>();
const acts = new Map<number, (result: Result<unknown>) => void>();
let actCount = 0;

const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

class Refused extends Error {
  readonly failure;
  constructor(result: Extract<Result<unknown>, { ok: false }>) {
    super(result.error.message);
    this.name = 'Fault';
    this.failure = result.error;
  }
}

function jobContext(call: number, signal: AbortSignal): JobContext {
  return {
    ...read,
    signal,
    progress: (update) => send({ kind: 'progress', call, update }),
    act: <Name extends ActName>(name: Name, payload: ActInput<Name>, transfer?: readonly ArrayBuffer[]) =>
      new Promise<ActOutput<Name>>((resolve, reject) => {
        actCount += 1;
        acts.set(actCount, (result) =>
          result.ok ? resolve(result.value as ActOutput<Name>) : reject(new Refused(result)),
        );
        send({ kind: 'act', call, act: actCount, name, payload }, transfer);
      }),
  };
}

function check(): Result<null> {
  try {
    refuseDamaged(read.db, path);
    return ok(null);
  } catch (error) {
    return { ok: false, error: toFailure(error, path) };
  }
}

async function answer({ call, name, input }: Extract<ToWorker, { kind: 'call' }>): Promise<Result<unknown>> {
  const controller = new AbortController();
  cancels.set(call, controller);
  try {
    if (isRead(name)) return ok(readHandlers[name](read, input as never));
    if (isJob(name)) return ok(await jobHandlers[name](jobContext(call, controller.signal), input as never));
    throw new Error(`${name} is not a command of this lane`);
  } catch (error) {
    return { ok: false, error: toFailure(error, 'the project') };
  } finally {
    cancels.delete(call);
  }
}

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'call':
      void answer(message).then((result) => send({ kind: 'reply', call: message.call, result }));
      break;
    case 'check':
      send({ kind: 'reply', call: message.call, result: check() });
      break;
    case 'acted':
      acts.get(message.act)?.(message.result);
      acts.delete(message.act);
      break;
    case 'cancel':
      cancels.get(message.call)?.abort();
      break;
    case 'stop':
      read.db.close();
      port.close();
  }
});
