/** A pause longer than this is not work: milliseconds. */
const IDLE_AFTER = 30_000;

export interface Clock {
  /** Something was pressed or moved. */
  touch(): void;
  /** Time goes to this item from now on; it had `soFar` milliseconds. Null for none. */
  turnTo(assignment: string | null, soFar?: number): void;
  /** The window was hidden, or shown again. */
  setHidden(hidden: boolean): void;
  /** Active milliseconds of the item not handed out yet; they are handed out once. */
  take(assignment: string): number;
  /** All active milliseconds of the item, earlier sessions included. */
  total(assignment: string): number;
}

interface Account {
  total: number;
  untaken: number;
}

/** Counts active time per item: the time between signs of life, each pause counted up to 30 s. */
export function createClock(now: () => number): Clock {
  const accounts = new Map<string, Account>();
  let at: string | null = null;
  let last = now();
  let hidden = false;

  const settle = () => {
    const time = now();
    const account = at === null ? undefined : accounts.get(at);
    if (account && !hidden) {
      const spent = Math.min(time - last, IDLE_AFTER);
      account.total += spent;
      account.untaken += spent;
    }
    last = time;
  };

  return {
    touch: settle,
    turnTo(assignment, soFar = 0) {
      settle();
      at = assignment;
      if (assignment !== null && !accounts.has(assignment))
        accounts.set(assignment, { total: soFar, untaken: 0 });
    },
    setHidden(isHidden) {
      settle();
      hidden = isHidden;
    },
    take(assignment) {
      if (assignment === at) settle();
      const account = accounts.get(assignment);
      if (!account) return 0;
      const taken = Math.round(account.untaken);
      account.untaken = 0;
      return taken;
    },
    total(assignment) {
      const running = assignment === at && !hidden ? Math.min(now() - last, IDLE_AFTER) : 0;
      return (accounts.get(assignment)?.total ?? 0) + running;
    },
  };
}
