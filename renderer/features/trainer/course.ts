import { type Act, act, type Bench, freshBench, type Material } from './bench.ts';
import { TASKS, type Task } from './tasks.ts';

/** How far a person is. Times are milliseconds of any one clock. */
export interface Course {
  bench: Bench;
  /** The bench before each act that undo takes back. */
  past: readonly Bench[];
  task: number;
  presses: number;
  misses: number;
  /** True after an act that was not asked for, until the next one. */
  missed: boolean;
  startedAt: number | null;
  endedAt: number | null;
}

export const begin = (material: Material): Course => ({
  bench: freshBench(material),
  past: [],
  task: 0,
  presses: 0,
  misses: 0,
  missed: false,
  startedAt: null,
  endedAt: null,
});

export const taskOf = ({ task }: Course): Task | undefined => TASKS[task];

/** Acts that only move the eye: undo passes over them. */
const isMove = ({ kind }: Act): boolean =>
  ['jump', 'close', 'rationale', 'skip', 'next', 'previous', 'word', 'wordBack', 'extend', 'shrink'].includes(
    kind,
  );

/** The course after an act. One that was not asked for does nothing but count as a miss. */
export function perform(course: Course, what: Act, material: Material, now: number): Course {
  const task = taskOf(course);
  if (!task) return course;
  const presses = course.presses + 1;
  const startedAt = course.startedAt ?? now;
  if (!task.wants(what, material))
    return { ...course, presses, startedAt, misses: course.misses + 1, missed: true };
  const before = course.bench;
  const back = { ...(course.past.at(-1) ?? before), panel: null };
  const bench = what.kind === 'undo' ? back : act(material, before, what);
  const past =
    what.kind === 'undo' ? course.past.slice(0, -1) : isMove(what) ? course.past : [...course.past, before];
  const isDone = task.done?.(bench, material) ?? true;
  const next = course.task + (isDone ? 1 : 0);
  const endedAt = next >= TASKS.length ? now : null;
  return { ...course, bench, past, task: next, presses, missed: false, startedAt, endedAt };
}

/** Presses a minute; 0 before two seconds have gone by, when it says nothing. */
export function perMinute({ presses, startedAt, endedAt }: Course, now: number): number {
  const elapsed = startedAt === null ? 0 : (endedAt ?? now) - startedAt;
  return elapsed < 2000 ? 0 : Math.round((presses / elapsed) * 60_000);
}
