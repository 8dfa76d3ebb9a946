import { useKeys } from '../../keys/useKeys.ts';
import { neighbour } from './entries.ts';
import type { Decision } from './state.ts';
import { useAudit } from './store.ts';

interface AuditKeys {
  choose: (decision: Decision) => void;
  submit: () => void;
  /** Out of the reason field. */
  leave: () => void;
}

/** J and K go through the sample, A, O and E choose, Ctrl+Enter records from the reason field. */
export function useAuditKeys({ choose, submit, leave }: AuditKeys): void {
  const go = (step: 1 | -1) => {
    const { entries, entry, show } = useAudit.getState();
    if (entries) show(neighbour(entries, entry, step));
  };
  useKeys({
    scope: 'audit',
    handlers: {
      'audit.next': () => go(1),
      'audit.previous': () => go(-1),
      'audit.confirm': () => choose('confirm'),
      'audit.overturn': () => choose('overturn'),
      'audit.escalate': () => choose('escalate'),
    },
  });
  useKeys({ scope: 'text', handlers: { 'text.submit': submit, 'text.leave': leave } });
}
