import { create, type StateCreator } from 'zustand';
import type {
  AuditEntry,
  AuditListEntry,
  AuditSample,
  DECISIONS,
  Verification,
} from '../../../shared/contract/auditing.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { type Bridge, bridge } from '../../bridge.ts';
import { decided } from './entries.ts';

export type Decision = (typeof DECISIONS)[number];
export type { AuditEntry, AuditListEntry, AuditSample };
export type AuditTab = 'sample' | 'record' | 'log';

export interface AuditState {
  project: string | null;
  tab: AuditTab;
  /** The bias sample looked at; null for the newest. */
  sample: string | null;
  entries: readonly AuditListEntry[] | null;
  /** The entry being read. */
  entry: string | null;
  error: Failure | null;
  verification: Verification | null;
  verifiedAt: string | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  /** Opens a bias sample at its first undecided entry. */
  openSample(sample: string): Promise<void>;
  show(entry: string | null): void;
  noteDecision(entry: string, decision: Decision): void;
  set(change: Partial<Pick<AuditState, 'tab' | 'verification' | 'verifiedAt'>>): void;
}

const FRESH = {
  tab: 'sample',
  sample: null,
  entries: null,
  entry: null,
  error: null,
  verification: null,
  verifiedAt: null,
} as const;

export const auditState =
  (through: Bridge): StateCreator<AuditState> =>
  (set, get) => ({
    project: null,
    ...FRESH,
    enter: (project) => {
      if (get().project !== project) set({ project, ...FRESH });
    },
    async openSample(sample) {
      set({ sample, entries: null, entry: null, error: null });
      const listed = await through.call('audit.entries', { sample });
      if (get().sample !== sample) return;
      if (!listed.ok) return set({ error: listed.error });
      const { entries } = listed.value;
      const open = entries.find(({ decision }) => decision === null) ?? entries[0];
      set({ entries, entry: open?.entry ?? null });
    },
    show: (entry) => set({ entry }),
    noteDecision: (entry, decision) =>
      set(({ entries }) => ({ entries: entries && decided(entries, entry, decision) })),
    set,
  });

export const useAudit = create<AuditState>()(auditState(bridge));
