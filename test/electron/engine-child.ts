import type { EngineRequest } from '../../electron/engine/protocol.ts';

// Stands in for the engine in its own process: remembers the project it was given, and does as the command's name says.
let project: unknown = null;
const held: number[] = [];

const reply = (id: number, value: unknown): void =>
  void process.send?.({ kind: 'reply', id, result: { ok: true, value } });

process.on('message', (message: EngineRequest) => {
  if (message.kind === 'cancel') {
    for (const id of held.splice(0)) reply(id, { cancelled: message.job });
    return;
  }
  if (message.kind === 'drain') {
    if (project !== 'stubborn') reply(message.id, {});
    return;
  }
  const { id, name, input, actor, job } = message;
  if (name === 'project.open') project = Object(input).file;
  if (name === 'audit.verify') process.exit(1);
  else if (name === 'import.transcripts') held.push(id);
  else if (name === 'project.open' && project === 'broken') {
    const error = { code: 'PROJECT_CORRUPT', message: 'It is damaged.', advice: 'Restore a backup.' };
    process.send?.({ kind: 'reply', id, result: { ok: false, error } });
  } else reply(id, { name, project, actor, job, pid: process.pid });
});
process.send?.({ kind: 'ready' });
