import { describe, expect, it } from 'vitest';
import { type Answer, attempt, createAsking } from '../../../renderer/ui/asking.ts';
import { refuse } from '../../../shared/contract/errors.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';

/** Questions whose answers are given by hand. */
function asked() {
  const waiting = new Map<string, (answer: Result<string>) => void>();
  let shown: Answer<string> = { value: null, error: null, loading: true };
  let input: string | null = null;
  const ask = createAsking<string>(
    () => {
      const question = input;
      return question === null ? null : new Promise((resolve) => waiting.set(question, resolve));
    },
    (next) => {
      shown = next(shown);
    },
  );
  return {
    shown: () => shown,
    ask: (question: string | null) => {
      input = question;
      return ask(JSON.stringify(question));
    },
    answer: (question: string, answer: Result<string>) => waiting.get(question)?.(answer),
  };
}

describe('asking', () => {
  it('shows the answer, and keeps it while the next is fetched', async () => {
    const { ask, answer, shown } = asked();
    const first = ask('a');
    answer('a', ok('A'));
    await first;
    void ask('b');
    expect(shown()).toEqual({ value: 'A', error: null, loading: true });
  });

  it('drops an answer that a newer question overtook', async () => {
    const { ask, answer, shown } = asked();
    const first = ask('a');
    const second = ask('b');
    answer('b', ok('B'));
    answer('a', ok('A'));
    await Promise.all([first, second]);
    expect(shown()).toEqual({ value: 'B', error: null, loading: false });
  });

  it('drops an answer that comes when nothing is asked any more, and waits no longer', async () => {
    const { ask, answer, shown } = asked();
    const first = ask('a');
    await ask(null);
    expect(shown().loading).toBe(false);
    answer('a', refuse('NO_PROJECT', 'No project is open.'));
    await first;
    expect(shown()).toEqual({ value: null, error: null, loading: false });
  });
});

describe('an attempt', () => {
  it('hands on what the work answers', async () => {
    expect(await attempt(async () => ok(7))).toEqual(ok(7));
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('odd'))],
    [
      'throws',
      () => {
        throw new Error('odd');
      },
    ],
  ])('is an internal failure when the work %s', async (_, work) => {
    expect(await attempt(work)).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: 'odd' } });
  });
});
