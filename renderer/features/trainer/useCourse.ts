import { useMemo, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { trainerText } from '../../catalogue/trainer.ts';
import { type Keymap, useKeymap } from '../../keys/current.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../keys/rubric-keys.ts';
import { useKeys } from '../../keys/useKeys.ts';
import type { Act, Bench, Material } from './bench.ts';
import { begin, type Course, perform, taskOf } from './course.ts';
import { practiceRubric } from './practice.ts';
import { REASONS } from './tasks.ts';

/** What a key of the rubric means on the bench as it stands; undefined where it means nothing. */
function rubricAct(
  { rubric }: Material,
  { panel, dimension }: Bench,
  code: string,
  keymap: Keymap,
): Act | undefined {
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  if (panel === 'skip') {
    const name = REASONS[Number(/^Digit(\d)$/.exec(code)?.[1] ?? 0) - 1];
    return name === undefined ? undefined : { kind: 'reason', name };
  }
  if (panel === 'categories') {
    const letters = [...letterKeys(entry?.categories ?? [], keymap)];
    const name = letters.find(([, letter]) => letter === code)?.[0];
    if (name !== undefined) return { kind: 'category', name };
  }
  const value = entry?.options[optionKeys(entry, keymap).indexOf(code)]?.value;
  if (entry && typeof value === 'number') return { kind: 'value', dimension: entry.id, value };
  const jump = [...dimensionKeys(rubric, keymap)].find(([, letter]) => letter === code)?.[0];
  return jump === undefined ? undefined : { kind: 'jump', dimension: jump };
}

/** The course with the keys that do it; held in memory alone. `onLeave` is for Escape where nothing is open and none is asked for. */
export function useCourse(onLeave: () => void) {
  const t = useText(trainerText);
  const keymap = useKeymap();
  const material = useMemo<Material>(
    () => ({ rubric: practiceRubric(t), answers: t.items.map(({ answer }) => answer) }),
    [t],
  );
  const [course, setCourse] = useState<Course>(() => begin(material));
  const give = (act: Act) => setCourse((now) => perform(now, act, material, performance.now()));
  const giving = (kind: Exclude<Act['kind'], 'value' | 'jump' | 'category' | 'reason' | 'write'>) => () =>
    give({ kind });
  useKeys({
    scope: 'rate',
    plain: (code) => {
      const act = rubricAct(material, course.bench, code, keymap);
      return act ? () => give(act) : undefined;
    },
    handlers: {
      'value.clear': giving('clear'),
      submit: giving('submit'),
      rationale: giving('rationale'),
      label: giving('label'),
      skip: giving('skip'),
      mark: giving('mark'),
      undo: giving('undo'),
      redo: giving('redo'),
      next: giving('next'),
      previous: giving('previous'),
      escape() {
        const closes = course.bench.panel !== null || taskOf(course)?.wants({ kind: 'close' }, material);
        if (closes) give({ kind: 'close' });
        else onLeave();
      },
      'word.next': giving('word'),
      'word.previous': giving('wordBack'),
      'word.extend': giving('extend'),
      'word.shrink': giving('shrink'),
    },
  });
  useKeys({ scope: 'text', handlers: { 'text.leave': giving('close') } });
  return { t, keymap, material, course, give, again: () => setCourse(begin(material)) };
}

export type CourseControls = ReturnType<typeof useCourse>;
