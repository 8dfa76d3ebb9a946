import { ENGINE_ENV, type EngineReply, type EngineRequest } from './protocol.ts';
import { serve } from './serve.ts';

/** Entry of the engine's own process: serves the port to the process that forked it. */

/** The port Electron gives a utility process; its messages are wrapped in an event. */
interface ParentPort {
  postMessage(message: EngineReply): void;
  on(event: 'message', listener: (event: { data: EngineRequest }) => void): void;
}

interface WithParentPort {
  parentPort?: ParentPort;
}

/** Up to here checking takes less time than anyone notices. */
const CHECK_LATER_ABOVE = 8 * 1024 * 1024;

const { parentPort }: WithParentPort = process as NodeJS.Process & WithParentPort;
if (!parentPort) throw new Error('the engine runs in a process of its own, forked by the program');

const resources = process.env[ENGINE_ENV.resources];
if (!resources) throw new Error(`${ENGINE_ENV.resources} names no folder`);

serve(
  {
    send: (reply) => parentPort.postMessage(reply),
    listen: (receive) => {
      parentPort.on('message', ({ data }) => receive(data));
    },
  },
  { resources, backups: true, indexing: true, checkLaterAbove: CHECK_LATER_ABOVE },
  () => process.exit(0),
);
