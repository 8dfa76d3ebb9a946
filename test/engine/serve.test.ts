import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '../../electron/engine/db/backup.ts';
import type { EngineReply, EngineRequest } from '../../electron/engine/protocol.ts';
import { serve } from '../../electron/engine/serve.ts';
import { companions } from '../support/bytes.ts';
import { RESOURCES } from '../support/engine.ts';
import { fixedSource } from '../support/source.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeTranscripts } from '../support/transcripts.ts';

const folder = tempFolder();

/** The other end of an engine that is served, as the process that forked it has it. */
class OtherEnd {
  readonly replies: EngineReply[] = [];
  readonly stopped: Promise<void>;
  private receive: (request: EngineRequest) => void = () => undefined;
  private readonly waiting = new Map<number, (reply: EngineReply) => void>();

  constructor() {
    this.stopped = new Promise((resolve) => {
      serve(
        {
          send: (reply) => this.note(reply),
          listen: (receive) => {
            this.receive = receive;
          },
        },
        { resources: RESOURCES, backups: true, source: fixedSource() },
        resolve,
      );
    });
  }

  /** Sends a request and waits for its reply. */
  ask(request: EngineRequest & { id: number }): Promise<EngineReply> {
    return new Promise((resolve) => {
      this.waiting.set(request.id, resolve);
      this.receive(request);
    });
  }

  tell(request: EngineRequest): void {
    this.receive(request);
  }

  private note(reply: EngineReply): void {
    this.replies.push(reply);
    if (reply.kind === 'reply') this.waiting.get(reply.id)?.(reply);
  }
}

let end: OtherEnd;
let projects = 0;
let path: string;
beforeEach(() => {
  projects += 1;
  path = join(folder, `study-${projects}.touchstone`);
  end = new OtherEnd();
});

describe('an engine that is served over a channel', () => {
  test('says that it is ready, and answers every call by its number, refusals as values', async () => {
    expect(end.replies).toEqual([{ kind: 'ready' }]);
    const create = { kind: 'call', name: 'project.create', input: { file: path }, actor: 'Lea' } as const;
    expect(await end.ask({ ...create, id: 7 })).toMatchObject({ id: 7, result: { ok: true } });
    expect(await end.ask({ ...create, id: 8 })).toMatchObject({
      id: 8,
      result: { ok: false, error: { code: 'FILE_EXISTS' } },
    });
    expect(await end.ask({ ...create, id: 9, input: 7 })).toMatchObject({
      result: { ok: false, error: { code: 'INVALID_INPUT' } },
    });
    const log = { kind: 'call', id: 10, name: 'audit.log', input: {}, actor: '' } as const;
    expect(JSON.stringify(await end.ask(log)), 'who acts is written down').toContain('"actor":"Lea"');
    await end.ask({ kind: 'drain', id: 11 });
  });

  test('tells the progress of a job under the name the caller gave it, and stops the job on a cancel', async () => {
    await end.ask({ kind: 'call', id: 1, name: 'project.create', input: { file: path }, actor: 'Lea' });
    const files = [writeTranscripts(join(folder, 'large.jsonl'), 8000)];
    const job = {
      kind: 'call',
      name: 'import.transcripts',
      input: { files },
      actor: 'Lea',
      job: 'mine',
    } as const;
    expect(await end.ask({ ...job, id: 2 })).toMatchObject({ result: { ok: true } });
    expect(end.replies).toContainEqual({
      kind: 'push',
      event: expect.objectContaining({ kind: 'progress', job: 'mine', unit: 'bytes' }),
    });
    const again = end.ask({ ...job, id: 3 });
    end.tell({ kind: 'cancel', job: 'mine' });
    end.tell({ kind: 'cancel', job: 'none of mine' });
    expect(await again).toMatchObject({ result: { ok: false, error: { code: 'CANCELLED' } } });
    await end.ask({ kind: 'drain', id: 4 });
  });

  test('ends on request with the project closed, backed up and in one file, then stops', async () => {
    await end.ask({ kind: 'call', id: 1, name: 'project.create', input: { file: path }, actor: 'Lea' });
    await end.ask({ kind: 'call', id: 2, name: 'rater.add', input: { name: 'Ada' }, actor: 'Lea' });
    expect(companions(path)).toContain('-wal');
    expect(await end.ask({ kind: 'drain', id: 3 })).toEqual({
      kind: 'reply',
      id: 3,
      result: { ok: true, value: {} },
    });
    await end.stopped;
    expect(companions(path)).toEqual(['-backups']);
    expect(listBackups(path)).toHaveLength(1);
  });
});
