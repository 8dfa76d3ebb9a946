import { describe, expect, test } from 'vitest';
import type { PlannedShowing } from '../../shared/sampling/assign.ts';
import { handOn } from '../../shared/sampling/hand-on.ts';
import { distinctNames } from '../../shared/sampling/names.ts';
import { fc } from '../support/property.ts';
import { numbers } from '../support/transcripts.ts';

const plain = (item: number): PlannedShowing => ({ item, kind: 'plain', occasion: 0 });
const none = new Map<string, ReadonlySet<number>>();

describe('the open work of a rater who leaves', () => {
  test('goes to the others, balanced, each item once and to no one who has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(59)), { maxLength: 40 }),
        (count, raters, given) => {
          const successors = numbers(raters).map((n) => `rater-${n}`);
          const had = new Map(
            successors.map((name, n) => [
              name,
              new Set(given.flatMap(([rater, item]) => (rater === n ? item : []))),
            ]),
          );
          const { queues, unplaced } = handOn({ open: numbers(count).map(plain), successors, had, seed: 1 });
          const handed = [...queues.values()].flat().map(({ item }) => item);
          expect(new Set(handed).size).toBe(handed.length);
          expect(handed.length + unplaced).toBe(count);
          for (const [name, queue] of queues)
            for (const { item } of queue) expect(had.get(name)?.has(item)).toBe(false);
        },
      ),
    );
    const { queues } = handOn({
      open: numbers(31).map(plain),
      successors: ['Ada', 'Ben'],
      had: none,
      seed: 1,
    });
    expect([...queues.values()].map((queue) => queue.length).sort()).toEqual([15, 16]);
  });

  test('is the same for the same seed, in an order of its own for each', () => {
    const input = { open: numbers(40).map(plain), successors: ['Ada', 'Ben'], had: none };
    expect(handOn({ ...input, seed: 7 })).toEqual(handOn({ ...input, seed: '7' }));
    expect(handOn({ ...input, seed: 8 }).queues).not.toEqual(handOn({ ...input, seed: 7 }).queues);
  });

  test('keeps a hidden repeat with its first showing; one whose first showing was submitted lapses, and gold that all have', () => {
    const open: PlannedShowing[] = [
      plain(1),
      { item: 1, kind: 'repeat', occasion: 1 },
      { item: 2, kind: 'repeat', occasion: 1 },
      { item: 3, kind: 'gold', occasion: 0 },
    ];
    const had = new Map([['Ada', new Set([3])]]);
    const { queues, unplaced } = handOn({ open, successors: ['Ada'], had, seed: 1 });
    expect(queues.get('Ada')).toEqual([plain(1), { item: 1, kind: 'repeat', occasion: 1 }]);
    expect(unplaced).toBe(0);
  });
});

test('names given again, in any case, are told', () => {
  expect(distinctNames(['Ada', 'ben', 'ADA', 'Ben', 'Cyd'])).toEqual({
    names: ['Ada', 'ben', 'Cyd'],
    repeated: ['ADA', 'Ben'],
  });
});
