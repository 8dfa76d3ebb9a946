import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EngineChild, EngineProcess } from '../../electron/engine-process.ts';
import type { PushedEvent } from '../../shared/contract/events.ts';

let children: ChildProcess[];
let events: PushedEvent[];
let minute: number;
let engine: EngineProcess;

/** A real process, spoken to as Electron's utility process is. */
function forkChild(): EngineChild {
  const child = fork(join(import.meta.dirname, 'engine-child.ts'), [], { execArgv: [] });
  children.push(child);
  return {
    postMessage: (message) => void child.send(message),
    on: (event, listener) => child.on(event, listener),
    once: (event, listener) => child.once(event, listener),
    kill: () => child.kill('SIGKILL'),
  };
}

beforeEach(() => {
  children = [];
  events = [];
  minute = 0;
  engine = new EngineProcess({
    fork: forkChild,
    actor: 'nobody',
    push: (event) => void events.push(event),
    now: () => minute * 60_000,
  });
  engine.start();
});
afterEach(async () => {
  await engine.drain(0);
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
});

const states = () => events.map((event) => (event.kind === 'engine' ? event.state : event.kind));
const crash = () => engine.call('audit.verify', {});

describe('a call to the engine', () => {
  test('is answered, each with its own answer', async () => {
    const [one, two] = await Promise.all([
      engine.call('project.summary', {}, { actor: 'Ada', job: 'j1' }),
      engine.call('project.stats', {}),
    ]);
    expect(one).toMatchObject({ ok: true, value: { name: 'project.summary', actor: 'Ada', job: 'j1' } });
    expect(two).toMatchObject({ ok: true, value: { name: 'project.stats', actor: 'nobody' } });
  });

  test('can be cancelled by its job', async () => {
    const running = engine.call('import.transcripts', { files: ['/a'] }, { job: 'j7' });
    engine.cancel('j7');
    expect(await running).toEqual({ ok: true, value: { cancelled: 'j7' } });
  });
});

describe('when the engine stops unasked', () => {
  test('every call under way fails with what to do; none is left hanging', async () => {
    const results = await Promise.all([engine.call('import.transcripts', { files: ['/a'] }), crash()]);
    for (const result of results) {
      expect(result).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    }
  });

  test('it is started again and the window is told', async () => {
    await crash();
    const answer = await engine.call('project.summary', {});
    expect(answer).toMatchObject({ ok: true, value: { project: null, pid: children[1]?.pid } });
    expect(states()).toEqual(['restarting', 'up']);
  });

  test('calls that come meanwhile find the project open again', async () => {
    engine.keepOpen('/refunds.touchstone');
    await crash();
    const answers = await Promise.all([engine.call('project.summary', {}), engine.call('project.stats', {})]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: true, value: { project: '/refunds.touchstone' } });
    }
  });

  test('a kill is no different from a crash', async () => {
    const running = engine.call('import.transcripts', { files: ['/a'] });
    children[0]?.kill('SIGKILL');
    expect(await running).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    expect(await engine.call('project.summary', {})).toMatchObject({ ok: true });
  });

  test('a project that cannot be opened again is told with what to do', async () => {
    engine.keepOpen('broken');
    await crash();
    await engine.call('project.summary', {});
    expect(events.at(-1)).toEqual({
      kind: 'engine',
      state: 'down',
      message: 'The project could not be opened again: It is damaged. Restore a backup.',
    });
  });

  test('it is started five times within a minute and no more, and again when the minute is over', async () => {
    for (let time = 1; time <= 6; time += 1) {
      expect(await crash()).toMatchObject({ ok: false, error: { code: 'ENGINE_STOPPED' } });
    }
    expect(children).toHaveLength(6);
    expect(states().at(-1)).toBe('down');
    expect(await engine.call('project.summary', {})).toMatchObject({
      ok: false,
      error: { code: 'ENGINE_STOPPED', message: 'The engine stopped 5 times within a minute.' },
    });
    minute = 1;
    expect(await engine.call('project.summary', {})).toMatchObject({ ok: true });
    expect(states().at(-1)).toBe('up');
  });
});

describe('leaving', () => {
  test('waits for what is under way, then ends the engine for good', async () => {
    const last = engine.call('project.stats', {});
    await Promise.all([last, engine.drain()]);
    expect(await last).toMatchObject({ ok: true });
    const child = children[0];
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(await engine.call('project.summary', {})).toMatchObject({
      ok: false,
      error: { code: 'ENGINE_STOPPED', message: 'Touchstone is closing.' },
    });
    expect(children).toHaveLength(1);
    expect(events).toEqual([]);
  });

  test('does not wait for ever', async () => {
    await engine.call('project.open', { file: 'stubborn' });
    await engine.drain(50);
    const child = children[0];
    if (child && child.signalCode === null) await once(child, 'exit');
    expect(child?.signalCode).toBe('SIGKILL');
  });
});
