/** A pause longer than this is not work: milliseconds. */
const IDLE_AFTER = 30_000;
/** Away for this long, one has rested: milliseconds. */
const REST = 5 * 60_000;

/** Why no time is counted: the window is hidden, the screen locked or the machine asleep, or the rater has paused. */
export type Absence = 'hidden' | 'locked' | 'paused' | 'practising';

export interface Clock {
  /** Something was pressed or moved. */
  touch(): void;
  /** Time goes to this item from now on; it had `soFar` milliseconds. Null for none. */
  turnTo(assignment: string | null, soFar?: number): void;
  /** From now on no time is counted, until every reason for that is gone. */
  setAway(why: Absence, isAway: boolean): void;
  /** Active milliseconds of the item not handed out yet; they are handed out once. */
  take(assignment: string): number;
  /** All active milliseconds of the item, earlier sessions included. */
  total(assignment: string): number;
  /** Active milliseconds since the last rest of five minutes or more. */
  sinceRest(): number;
}

interface Account {
  total: number;
  untaken: number;
}

/**
 * Counts active time per item: the time between signs of life, each pause counted up to 30 s, as nobody can tell reading from
 * having left before.
 */
export function createClock(now: () => number): Clock {
  const accounts = new Map<string, Account>();
  const away = new Set<Absence>();
  let at: string | null = null;
  let last = now();
  let stretch = 0;

  const running = (): number => (away.size > 0 ? 0 : Math.max(0, Math.min(now() - last, IDLE_AFTER)));

  const settle = () => {
    const spent = running();
    const account = at === null ? undefined : accounts.get(at);
    if (account) {
      account.total += spent;
      account.untaken += spent;
    }
    const time = now();
    stretch = time - last >= REST ? 0 : stretch + spent;
    last = time;
  };

  return {
    touch() {
      if (away.size === 0) settle();
    },
    turnTo(assignment, soFar = 0) {
      settle();
      at = assignment;
      if (assignment !== null && !accounts.has(assignment))
        accounts.set(assignment, { total: soFar, untaken: 0 });
    },
    setAway(why, isAway) {
      if (away.has(why) === isAway) return;
      // Only the first reason to be away and the last one to come back make a difference.
      if (away.size - (isAway ? 0 : 1) === 0) settle();
      if (isAway) away.add(why);
      else away.delete(why);
    },
    take(assignment) {
      if (assignment === at && away.size === 0) settle();
      const account = accounts.get(assignment);
      if (!account) return 0;
      const taken = Math.round(account.untaken);
      account.untaken = 0;
      return taken;
    },
    total: (assignment) => (accounts.get(assignment)?.total ?? 0) + (assignment === at ? running() : 0),
    sinceRest: () => (now() - last >= REST ? 0 : stretch + running()),
  };
}
