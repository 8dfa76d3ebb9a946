import { useEffect, useRef } from 'react';

/** Reads again whenever the count of changes goes up; not when first shown, when it is read anyway. */
export function useReread(changes: number, reload: () => Promise<void>): void {
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current === changes) return;
    seen.current = changes;
    void reload();
  }, [changes, reload]);
}
