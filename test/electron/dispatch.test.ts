import { describe, expect, test, vi } from 'vitest';
import { type Desk, dispatch } from '../../electron/dispatch.ts';
import { FileTokens } from '../../electron/file-tokens.ts';
import { RecentsFile } from '../../electron/recents.ts';
import { Fault, refuse } from '../../shared/contract/errors.ts';
import { ok, type Result } from '../../shared/contract/result.ts';

interface Asked {
  name: string;
  input: unknown;
  actor: string | undefined;
  job: string | undefined;
}

/** A desk whose engine answers what it is told to, and that keeps what it was asked. */
function watchedDesk(answer: Result<unknown> = ok({})) {
  const asked: Asked[] = [];
  const kept: (string | null)[] = [];
  const opened: [string, string | undefined][] = [];
  const learnt: unknown[] = [];
  const desk: Desk & { answer: Result<unknown> } = {
    answer,
    tokens: new FileTokens(),
    engine: {
      call: async (name, input, { actor, job }) => {
        asked.push({ name, input, actor, job });
        return desk.answer;
      },
      keepOpen: (path) => void kept.push(path),
    },
    seat: {
      actorFor: (claimed) => {
        if (claimed === 'Ben') throw new Fault('NOT_AT_DESK', 'Ben is not at the desk.');
        return claimed ?? 'Ada';
      },
    },
    guard: {
      check: async (name) => {
        if (name === 'queue.open') throw new Fault('NOT_AT_DESK', 'Ben has a PIN.');
      },
      learn: (_input, answer) => void learnt.push(answer),
    },
    window: async (name, input) => ({ name, input }),
    opened: (path, name) => void opened.push([path, name]),
  };
  return { desk, asked, kept, opened, learnt };
}

const used = (field: string, command: string) => ({
  ok: false,
  error: {
    code: 'INVALID_INPUT',
    message: `${command}: ${field}: this file was not chosen, or was used already.`,
    advice: 'Choose the file again.',
    place: { path: field },
  },
});

describe('a call from the page', () => {
  test('reaches the engine with defaults filled in and with who asks', async () => {
    const { desk, asked } = watchedDesk(ok({ total: 0, entries: [] }));
    expect(await dispatch(desk, 'audit.log', {}, { actor: 'Ada', job: 'j1' })).toEqual(
      ok({ total: 0, entries: [] }),
    );
    expect(asked).toEqual([{ name: 'audit.log', input: { limit: 100 }, actor: 'Ada', job: 'j1' }]);
  });

  test('that names nobody is made by who is at the desk', async () => {
    const { desk, asked } = watchedDesk();
    await dispatch(desk, 'project.summary', {}, {});
    expect(asked.map(({ actor }) => actor)).toEqual(['Ada']);
  });

  test('in the name of somebody who is not at the desk never reaches the engine', async () => {
    const { desk, asked } = watchedDesk();
    expect(await dispatch(desk, 'audit.log', {}, { actor: 'Ben' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_AT_DESK' },
    });
    const rater = '0199c0de-0000-7000-8000-0000000000a2';
    expect(await dispatch(desk, 'queue.open', { rater }, { actor: 'Ada' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_AT_DESK' },
    });
    expect(asked).toEqual([]);
  });

  test('of the window lane stays in the window', async () => {
    const { desk, asked } = watchedDesk();
    const answer = await dispatch(desk, 'app.remember', { theme: 'dark' }, undefined);
    expect(answer).toEqual(ok({ name: 'app.remember', input: { theme: 'dark' } }));
    expect(asked).toEqual([]);
  });

  test.each([['nothing.known'], ['constructor'], ['__proto__'], [7], [undefined]])(
    'by an unknown name (%s) is refused',
    async (name) => {
      const { desk, asked } = watchedDesk();
      expect(await dispatch(desk, name, {}, {})).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      });
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ['audit.log', { limit: 0 }, 'limit'],
    ['rating.record', { assignment: 'x', action: {} }, 'assignment'],
    ['export.preview', { recipe: { format: 'trl-sft', margin: 2 } }, 'recipe.margin'],
    ['project.summary', null, 'input'],
    ['app.state', 'text', 'input'],
  ])('%s with %j names the field %s', async (name, input, path) => {
    const { desk, asked } = watchedDesk();
    expect(await dispatch(desk, name, input, {})).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', place: { path } },
    });
    expect(asked).toEqual([]);
  });

  test('with options of the wrong kind is refused', async () => {
    const { desk } = watchedDesk();
    expect(await dispatch(desk, 'project.summary', {}, { actor: 7 })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', place: { path: 'actor' } },
    });
  });

  test('comes back as a failure, never as an exception', async () => {
    const { desk } = watchedDesk();
    desk.window = () => Promise.reject(new Fault('DISK_FULL', 'The disk is full.'));
    expect(await dispatch(desk, 'app.state', {}, {})).toMatchObject({
      ok: false,
      error: { code: 'DISK_FULL' },
    });
    desk.window = () => Promise.reject(new Error('odd'));
    expect(await dispatch(desk, 'app.state', {}, {})).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL', message: 'odd' },
    });
  });
});

describe('files in calls', () => {
  test('a token becomes its path, once', async () => {
    const { desk, asked } = watchedDesk(ok({ name: 'Refunds' }));
    const file = desk.tokens.issue('/data/refunds.touchstone');
    await dispatch(desk, 'project.open', { file }, {});
    expect(asked[0]?.input).toEqual({ file: '/data/refunds.touchstone' });
    expect(await dispatch(desk, 'project.open', { file }, {})).toEqual(used('file', 'project.open'));
    expect(asked).toHaveLength(1);
  });

  test('a path that nobody chose is refused', async () => {
    const { desk, asked } = watchedDesk();
    expect(await dispatch(desk, 'project.open', { file: '/etc/passwd' }, {})).toEqual(
      used('file', 'project.open'),
    );
    expect(asked).toEqual([]);
  });

  test('one bad token among several leaves the good ones good', async () => {
    const { desk, asked } = watchedDesk();
    const good = desk.tokens.issue('/data/a.jsonl');
    expect(await dispatch(desk, 'import.transcripts', { files: [good, 'made up'] }, {})).toEqual(
      used('files', 'import.transcripts'),
    );
    await dispatch(desk, 'import.transcripts', { files: [good] }, {});
    expect(asked.map(({ input }) => input)).toEqual([
      {
        files: ['/data/a.jsonl'],
        adapter: 'auto',
        personalData: 'placeholders',
        names: false,
        dryRun: false,
      },
    ]);
  });

  test('a token is good again when the command was refused', async () => {
    const { desk, asked } = watchedDesk(refuse('PROJECT_BUSY', 'The project is open elsewhere.'));
    const file = desk.tokens.issue('/data/refunds.touchstone');
    await dispatch(desk, 'project.open', { file }, {});
    desk.answer = ok({ name: 'Refunds' });
    expect(await dispatch(desk, 'project.open', { file }, {})).toEqual(ok({ name: 'Refunds' }));
    expect(asked).toHaveLength(2);
  });

  test('a token of a file that is only looked at stays good, and its path stays hidden', async () => {
    const { desk, asked } = watchedDesk(ok({ file: '/data/a.jsonl', name: 'a.jsonl' }));
    const file = desk.tokens.issue('/data/a.jsonl');
    for (let look = 1; look <= 2; look += 1) {
      expect(await dispatch(desk, 'import.inspect', { file }, {})).toEqual(ok({ file, name: 'a.jsonl' }));
    }
    expect(asked.map(({ input }) => input)).toEqual(
      Array(2).fill({ file: '/data/a.jsonl', adapter: 'auto' }),
    );
  });

  test('a file that may be left out may be left out', async () => {
    const { desk, asked } = watchedDesk(ok({ name: 'New' }));
    const file = desk.tokens.issue('/data/new.touchstone');
    await dispatch(desk, 'project.create', { file }, {});
    expect(asked[0]?.input).toEqual({ file: '/data/new.touchstone' });
  });
});

describe('the project that is open', () => {
  test('is noted when it was opened or made, and no more when it was closed', async () => {
    const { desk, kept, opened } = watchedDesk(ok({ name: 'Refunds' }));
    await dispatch(desk, 'project.open', { file: desk.tokens.issue('/a.touchstone') }, {});
    await dispatch(desk, 'project.createSample', { file: desk.tokens.issue('/b.touchstone') }, {});
    await dispatch(desk, 'project.close', {}, {});
    expect(opened).toEqual([
      ['/a.touchstone', 'Refunds'],
      ['/b.touchstone', 'Refunds'],
    ]);
    expect(kept).toEqual(['/a.touchstone', '/b.touchstone', null]);
  });

  test('is not noted when it could not be opened', async () => {
    const { desk, kept, opened } = watchedDesk(refuse('NOT_A_PROJECT', 'Not a project.'));
    await dispatch(desk, 'project.open', { file: desk.tokens.issue('/a.touchstone') }, {});
    expect([kept, opened]).toEqual([[], []]);
  });

  test('is open though the disk takes no note of it', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { desk, kept } = watchedDesk(ok({ name: 'Refunds' }));
    const recents = new RecentsFile(import.meta.filename);
    desk.opened = (path, name) => recents.note(path, name);
    const file = desk.tokens.issue('/a.touchstone');
    expect(await dispatch(desk, 'project.open', { file }, {})).toEqual(ok({ name: 'Refunds' }));
    expect(kept).toEqual(['/a.touchstone']);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});
