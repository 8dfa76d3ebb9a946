/** Runs one task at a time. Of those that come meanwhile only the last is run: it is what is wanted by then. */
export function latestOnly(): (task: () => Promise<void>) => Promise<void> {
  let isBusy = false;
  let waiting: (() => Promise<void>) | null = null;
  const run = async (task: () => Promise<void>): Promise<void> => {
    if (isBusy) {
      waiting = task;
      return;
    }
    isBusy = true;
    try {
      await task();
    } finally {
      isBusy = false;
      const next = waiting;
      waiting = null;
      if (next) await run(next);
    }
  };
  return run;
}
