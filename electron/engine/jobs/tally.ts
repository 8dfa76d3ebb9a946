import type { NewFault } from '../store/quarantine.ts';

/** What became of the records of a file. records = imported + duplicates + rejected, always. */
export interface Tally {
  records: number;
  imported: number;
  duplicates: number;
  rejected: number;
  /** Conversations that came in; one record may hold several. */
  conversations: number;
  messages: number;
  /** Records that added feedback or turns to a conversation that was there; they count as duplicates. */
  merged: number;
  /** Records in which characters had to be replaced. */
  repaired: number;
  /** Reason code -> number of rejected records. */
  reasons: Record<string, number>;
}

export const emptyTally = (): Tally => ({
  records: 0,
  imported: 0,
  duplicates: 0,
  rejected: 0,
  conversations: 0,
  messages: 0,
  merged: 0,
  repaired: 0,
  reasons: {},
});

export function countFaults(tally: Tally, faults: readonly NewFault[]): void {
  tally.records += faults.length;
  tally.rejected += faults.length;
  for (const { code } of faults) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
}

export function countRecords(
  tally: Tally,
  records: readonly { isNew: boolean; isMerged: boolean; isRepaired: boolean }[],
): void {
  tally.records += records.length;
  for (const { isNew, isMerged, isRepaired } of records) {
    if (isNew) tally.imported += 1;
    else tally.duplicates += 1;
    if (isMerged) tally.merged += 1;
    if (isRepaired) tally.repaired += 1;
  }
}
