import type { AuditListEntry } from '../../../shared/contract/auditing.ts';

/** The entry `step` places away, staying within the list; the first when nothing is open. */
export function neighbour(
  entries: readonly AuditListEntry[],
  current: string | null,
  step: 1 | -1,
): string | null {
  const at = entries.findIndex(({ entry }) => entry === current);
  if (at < 0) return entries[0]?.entry ?? null;
  return entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.entry ?? null;
}

/** The next entry without a decision after the current one, going round once; null when all are decided. */
export function nextUndecided(entries: readonly AuditListEntry[], current: string | null): string | null {
  const at = entries.findIndex(({ entry }) => entry === current);
  const order = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return order.find(({ entry, decision }) => decision === null && entry !== current)?.entry ?? null;
}

/** The list with one entry's newest decision in place. */
export const decided = (
  entries: readonly AuditListEntry[],
  entry: string,
  decision: AuditListEntry['decision'],
): AuditListEntry[] => entries.map((listed) => (listed.entry === entry ? { ...listed, decision } : listed));

export const decidedCount = (entries: readonly AuditListEntry[]): number =>
  entries.filter(({ decision }) => decision !== null).length;
