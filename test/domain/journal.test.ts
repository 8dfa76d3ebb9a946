import { describe, expect, test } from 'vitest';
import { type JournalEvent, redoTargets, replay, undoTargets } from '../../shared/domain/journal.ts';

const value = (id: string, given: number): JournalEvent => ({
  id,
  kind: 'action',
  action: { kind: 'value', dimension: 'fluency', value: given },
});
const undo = (id: string, target: string): JournalEvent => ({ id, kind: 'undo', target });
const redo = (id: string, target: string): JournalEvent => ({ id, kind: 'redo', target });
const imported = (id: string): JournalEvent => ({
  id,
  kind: 'action',
  action: {
    kind: 'import',
    values: { bias: 0 },
    categories: [],
    spans: [],
    rationale: '',
    rewrite: null,
    createdAt: null,
  },
});

const next = (...events: JournalEvent[]): [string | null, string | null] => {
  const newestFirst = [...events].reverse();
  const [undone = null] = undoTargets(newestFirst);
  const [redone = null] = redoTargets(newestFirst);
  return [undone, redone];
};

describe('what undo and redo take next', () => {
  test('nothing, of an empty journal', () => expect(next()).toEqual([null, null]));

  test('the newest step back, then the one before it; redo the other way round', () => {
    const steps = [value('a', 1), value('b', 2), value('c', 3)];
    expect(next(...steps)).toEqual(['c', null]);
    expect(next(...steps, undo('u1', 'c'))).toEqual(['b', 'c']);
    expect(next(...steps, undo('u1', 'c'), undo('u2', 'b'))).toEqual(['a', 'b']);
    expect(next(...steps, undo('u1', 'c'), undo('u2', 'b'), redo('r1', 'b'))).toEqual(['b', 'c']);
    expect(next(...steps, undo('u1', 'c'), undo('u2', 'b'), redo('r1', 'b'), redo('r2', 'c'))).toEqual([
      'c',
      null,
    ]);
  });

  test('a new step leaves nothing to redo, and undo passes over what was undone before it', () => {
    const events = [value('a', 1), value('b', 2), undo('u', 'b'), value('c', 3)];
    expect(next(...events)).toEqual(['c', null]);
    expect(next(...events, undo('u2', 'c'))).toEqual(['a', 'c']);
  });

  test('an imported rating is not a step: undo passes over it, redo is not cut off by it', () => {
    expect(next(imported('i'))).toEqual([null, null]);
    expect(next(value('a', 1), imported('i'))).toEqual(['a', null]);
    expect(next(value('a', 1), undo('u', 'a'), imported('i'))).toEqual([null, 'a']);
  });
});

describe('the rating that events add up to', () => {
  test('counts what was undone as if it had not been, until it is brought back', () => {
    const events = [value('a', 1), value('b', 2), undo('u', 'b')];
    expect(replay(events).values).toEqual({ fluency: 1 });
    expect(replay([...events, redo('r', 'b')]).values).toEqual({ fluency: 2 });
    expect(replay([]).values).toEqual({});
  });
});
