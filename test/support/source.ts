import type { Source } from '../../electron/engine/ids.ts';

export interface FixedSource extends Source {
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * A clock that stands still until it is moved, and ids that count up from 1. Engines on one project that must not give the same id
 * twice take different `series`.
 */
export function fixedSource(series = 0, start = '2026-03-02T09:00:00.000Z'): FixedSource {
  let now = Date.parse(start);
  let ids = 0;
  return {
    now: () => now,
    newId: () => {
      ids += 1;
      return `00000000-0000-7000-8${hex(series, 3)}-${hex(ids, 12)}`;
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
