import { afterEach, describe, expect, it } from 'vitest';
import { trainerText } from '../../../../renderer/catalogue/trainer.ts';
import { type Act, type Material, ratingHere } from '../../../../renderer/features/trainer/bench.ts';
import {
  begin,
  type Course,
  perform,
  perMinute,
  taskOf,
} from '../../../../renderer/features/trainer/course.ts';
import { practiceRubric } from '../../../../renderer/features/trainer/practice.ts';
import { TASKS } from '../../../../renderer/features/trainer/tasks.ts';
import { applyKeys, current } from '../../../../renderer/keys/current.ts';

const LANGUAGES = ['en', 'de'] as const;
const materialOf = (language: (typeof LANGUAGES)[number]): Material => ({
  rubric: practiceRubric(trainerText[language]),
  answers: trainerText[language].items.map(({ answer }) => answer),
});

const value = (dimension: string, given: number): Act => ({ kind: 'value', dimension, value: given });
const kinds = (...names: ('clear' | 'undo' | 'submit' | 'close' | 'label' | 'rationale')[]): Act[] =>
  names.map((kind) => ({ kind }));

/** What a person does who follows the sentences. */
function* followed(course: () => Course, material: Material): Generator<Act> {
  yield* [value('sensibleness', 1), value('specificity', 1), value('fluency', 4), value('bias', 0)];
  yield { kind: 'jump', dimension: 'sensibleness' };
  yield* kinds('clear', 'undo', 'submit');
  yield* [{ kind: 'jump', dimension: 'bias' } as const, value('bias', 2)];
  yield { kind: 'category', name: material.rubric.dimensions.at(-1)?.categories?.[0] ?? '' };
  yield { kind: 'close' };
  while (taskOf(course())?.name === 'word') yield { kind: 'word' };
  while (taskOf(course())?.name === 'more') yield { kind: 'extend' };
  yield* kinds('label', 'rationale');
  for (const text of ['u', 'un', 'unfair']) yield { kind: 'write', text };
  yield { kind: 'close' };
  for (const kind of ['mark', 'next', 'previous', 'next', 'skip'] as const) yield { kind };
  yield { kind: 'reason', name: 'language' };
  yield { kind: 'undo' };
}

afterEach(() => applyKeys({ hand: 'both', keys: {} }));

describe.each(LANGUAGES)('the practice in %s', (language) => {
  const material = materialOf(language);

  it('is done from beginning to end by who follows it, without a miss', () => {
    let course = begin(material);
    let now = 1000;
    for (const act of followed(() => course, material)) {
      course = perform(course, act, material, now);
      now += 2000;
      expect(course.missed, `${taskOf(course)?.name} after ${JSON.stringify(act)}`).toBe(false);
    }
    expect(course).toMatchObject({ task: TASKS.length, misses: 0 });
    expect(course.endedAt).not.toBeNull();
    expect(perMinute(course, now)).toBeGreaterThan(25);
    const [first, second, third] = course.bench.ratings;
    expect(first).toMatchObject({ status: 'submitted', values: { sensibleness: 1, bias: 0 } });
    expect(second?.spans).toHaveLength(1);
    expect(second?.rationale).toBe('unfair');
    expect(third?.status).toBe('draft');
  });

  it('has a sentence and keys for each task, in every layout', () => {
    const withoutKeys = ['write'];
    for (const hand of ['both', 'left', 'right'] as const) {
      applyKeys({ hand, keys: {} });
      for (const task of TASKS) {
        expect(trainerText[language].tasks[task.name], task.name).toMatch(/[:.]$/);
        const caps = task.caps(material, current());
        expect(caps.length > 0 && caps.every(Boolean), `${task.name} ${hand}`).toBe(
          !withoutKeys.includes(task.name),
        );
      }
    }
  });
});

describe('an act that was not asked for', () => {
  const material = materialOf('en');

  it('does nothing, and says so until the next', () => {
    const missed = perform(begin(material), { kind: 'submit' }, material, 0);
    expect(missed).toMatchObject({ task: 0, misses: 1, missed: true, presses: 1 });
    expect(missed.bench).toEqual(begin(material).bench);
    const right = perform(missed, value('sensibleness', 1), material, 10);
    expect(right).toMatchObject({ task: 1, misses: 1, missed: false, presses: 2 });
    expect(ratingHere(right.bench).values).toEqual({ sensibleness: 1 });
  });
});

it('the shown keys are the person’s own', () => {
  applyKeys({ hand: 'both', keys: { submit: ['KeyE'], 'value.1': ['KeyD'] } });
  const caps = new Map(TASKS.map((task) => [task.name, task.caps(materialOf('en'), current())]));
  expect(caps.get('submit')).toEqual(['E']);
  expect(caps.get('sensible')).toEqual(['D']);
});
