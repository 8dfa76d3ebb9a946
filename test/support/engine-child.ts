import { flushCompileCache } from 'node:module';
import type { EngineRequest } from '../../electron/engine/protocol.ts';
import { serve } from '../../electron/engine/serve.ts';
import { RESOURCES } from './engine.ts';
import { fixedSource } from './source.ts';

// The engine in a process of its own, spoken to over Node's channel between parent and child. Its argument is the series of its ids.
serve(
  {
    send: (reply) => void process.send?.(reply),
    listen: (receive) => void process.on('message', (request: EngineRequest) => receive(request)),
  },
  { resources: RESOURCES, source: fixedSource(Number(process.argv[2])) },
  () => process.exit(0),
);
process.on('disconnect', () => process.exit(0));
// Whoever kills this process leaves no time for it at the end.
flushCompileCache();
