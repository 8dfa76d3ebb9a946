import { failure } from '../../shared/contract/errors.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { Engine, type EngineOptions } from './engine.ts';
import type { EngineReply, EngineRequest } from './protocol.ts';

/** The end of a two-way channel: a process's parent port, or a port of a message channel in a test. */
export interface Channel {
  send(reply: EngineReply): void;
  listen(receive: (request: EngineRequest) => void): void;
}

/** Answers requests from a channel until it is drained; `stop` ends the process. */
export function serve(channel: Channel, options: Omit<EngineOptions, 'push'>, stop: () => void): Engine {
  const push = (event: PushedEvent): void => channel.send({ kind: 'push', event });
  const engine = new Engine({ ...options, push });

  const drain = async (id: number): Promise<void> => {
    try {
      await engine.close();
      channel.send({ kind: 'reply', id, result: ok({}) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      channel.send({ kind: 'reply', id, result: fail(failure('INTERNAL', message)) });
    }
    stop();
  };

  channel.listen((request) => {
    switch (request.kind) {
      case 'call':
        void engine
          .dispatch(request.name, request.input, { actor: request.actor, job: request.job })
          .then((result) => channel.send({ kind: 'reply', id: request.id, result }));
        break;
      case 'cancel':
        engine.cancel(request.job);
        break;
      case 'drain':
        void drain(request.id);
    }
  });
  channel.send({ kind: 'ready' });
  return engine;
}
