import { create } from 'zustand';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { type AssignForm, defaultAssignment } from './assign-form.ts';
import { type DrawForm, defaultDraw } from './draw-form.ts';

export type Assigned = OutputOf<'assign.plan'>;

interface SampleState {
  project: string | null;
  step: 'draw' | 'assign';
  draw: DrawForm;
  /** The sample to assign; null for the newest. */
  sample: string | null;
  assign: AssignForm;
  gold: PickedFile | null;
  /** What the last assignment gave, for the sample it was made of. */
  assigned: { sample: string; plan: Assigned } | null;
  /** Starts afresh when another project is open than last time. */
  enter(project: string): void;
  setDraw(change: Partial<DrawForm>): void;
  setAssign(change: Partial<AssignForm>): void;
  set(change: Partial<Pick<SampleState, 'step' | 'sample' | 'gold' | 'assigned'>>): void;
}

const fresh = (day: Date) =>
  ({
    step: 'draw',
    draw: defaultDraw(day),
    sample: null,
    assign: defaultAssignment(day),
    gold: null,
    assigned: null,
  }) as const;

/** Both forms of the screen: they keep what was typed while another screen is shown. */
export const useSample = create<SampleState>()((set, get) => ({
  project: null,
  ...fresh(new Date()),
  enter: (project) => {
    if (get().project !== project) set({ project, ...fresh(new Date()) });
  },
  setDraw: (change) => set(({ draw }) => ({ draw: { ...draw, ...change } })),
  setAssign: (change) => set(({ assign }) => ({ assign: { ...assign, ...change } })),
  set,
}));
