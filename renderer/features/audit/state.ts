import type { StateCreator } from 'zustand';
import type {
  AuditEntry,
  AuditListEntry,
  AuditSample,
  DECISIONS,
  Verification,
} from '../../../shared/contract/auditing.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import type { Bridge } from '../../calls.ts';
import { decided } from './entries.ts';

export type Decision = (typeof DECISIONS)[number];
export type { AuditEntry, AuditListEntry, AuditSample };
export type AuditTab = 'sample' | 'record' | 'log';

/** A decision not yet recorded. */
export interface Draft {
  decision: Decision | null;
  reason: string;
}

export const NO_DRAFT: Draft = { decision: null, reason: '' };

export interface AuditState {
  project: string | null;
  tab: AuditTab;
  /** The bias sample looked at; null for the newest. */
  sample: string | null;
  entries: readonly AuditListEntry[] | null;
  /** The entry being read. */
  entry: string | null;
  /** By entry: what was chosen and typed stays when another entry is opened. */
  drafts: Readonly<Record<string, Draft>>;
  error: Failure | null;
  verification: Verification | null;
  verifiedAt: string | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  /** Opens a bias sample at its first undecided entry. */
  openSample(sample: string): Promise<void>;
  show(entry: string | null): void;
  draft(entry: string, change: Partial<Draft>): void;
  /** Marks an entry decided and drops its draft. */
  noteDecision(entry: string, decision: Decision): void;
  set(change: Partial<Pick<AuditState, 'tab' | 'verification' | 'verifiedAt'>>): void;
}

const FRESH = {
  tab: 'sample',
  sample: null,
  entries: null,
  entry: null,
  drafts: {},
  error: null,
  verification: null,
  verifiedAt: null,
} as const;

export const auditState =
  (through: Pick<Bridge, 'call'>): StateCreator<AuditState> =>
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
    draft: (entry, change) =>
      set(({ drafts }) => ({
        drafts: { ...drafts, [entry]: { ...(drafts[entry] ?? NO_DRAFT), ...change } },
      })),
    noteDecision: (entry, decision) =>
      set(({ entries, drafts: { [entry]: _recorded, ...drafts } }) => ({
        entries: entries && decided(entries, entry, decision),
        drafts,
      })),
    set,
  });
