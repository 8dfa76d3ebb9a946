import { refuse } from '../../shared/contract/errors.ts';
import type { Failure, Result } from '../../shared/contract/result.ts';

export interface Answer<T> {
  /** The newest value; stays while it is fetched again. */
  value: T | null;
  error: Failure | null;
  loading: boolean;
}

/**
 * Asks questions one over the other: only the newest is answered, and none once nothing is asked any more. A question is
 * `key`; `ask` sends it and gives `null` where there is nothing to ask.
 */
export function createAsking<T>(
  ask: () => Promise<Result<T>> | null,
  change: (next: (last: Answer<T>) => Answer<T>) => void,
): (key: string) => Promise<void> {
  let newest = '';
  return async (key) => {
    newest = key;
    const asked = ask();
    change((last) => (last.loading === (asked !== null) ? last : { ...last, loading: asked !== null }));
    const result = await asked;
    if (result === null || newest !== key) return;
    change((last) =>
      result.ok
        ? { value: result.value, error: null, loading: false }
        : { value: last.value, error: result.error, loading: false },
    );
  };
}

/** Does some work; whatever it throws comes back as a failure. */
export async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return refuse('INTERNAL', error instanceof Error ? error.message : String(error));
  }
}
