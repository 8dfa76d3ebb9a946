import { type KeyboardEvent, useState } from 'react';
import { dimensionLabel } from '../../../shared/domain/rubric.ts';
import {
  type Choice,
  choiceOf,
  type StoredKeys,
  swapped,
  withKey,
  withoutKey,
} from '../../keys/conflicts.ts';
import { current } from '../../keys/current.ts';
import { capAt, capsFor } from '../../keys/labels.ts';
import type { Binding } from '../../keys/resolve.ts';
import { dimensionKeys } from '../../keys/rubric-keys.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';

/** Which key of which action is being chosen, and what the last press came to. */
export interface Choosing {
  id: string;
  /** Place among the action's keys. */
  at: number;
  outcome: Exclude<Choice, { kind: 'free' }>;
}

const WAITING: Choice & { kind: 'waiting' } = { kind: 'waiting' };

const stored = (): StoredKeys => useApp.getState().preferences.keys;

/** The rubric's dimensions whose letter lies elsewhere than before, as "Bias O". */
function movedLetters(before: Map<string, string>): string {
  const rubric = useApp.getState().project?.rubric;
  if (!rubric) return '';
  const now = dimensionKeys(rubric);
  const moved = rubric.dimensions.filter(({ id }) => now.get(id) !== before.get(id));
  return moved.map((entry) => `${dimensionLabel(entry)} ${capAt(now.get(entry.id) ?? '')}`.trim()).join(', ');
}

/** Press-to-bind: one key at a time is being chosen; a press that another action answers to waits for a decision. */
export function useBinding() {
  const { t, nameOf } = useKeyWords();
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [said, setSaid] = useState('');
  const cancel = () => setChoosing(null);
  const settle = (keys: StoredKeys, row?: Binding) => {
    const { project } = useApp.getState();
    const letters = project ? dimensionKeys(project.rubric) : new Map<string, string>();
    useApp.getState().remember({ keys: { ...keys } });
    const moved = movedLetters(letters);
    const bound = row ? t.bound(nameOf(row), capsFor(row.id).join(', ') || t.without) : t.allBack;
    setSaid([bound, moved === '' ? '' : t.jumpsMove(moved)].filter(Boolean).join('. '));
    cancel();
  };
  const press = (row: Binding, event: KeyboardEvent) => {
    if (!choosing || choosing.outcome.kind === 'taken') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') return cancel();
    const outcome = choiceOf(current().bindings, row, event.nativeEvent);
    if (outcome.kind === 'free') settle(withKey(stored(), row, choosing.at, outcome.chord), row);
    else setChoosing({ ...choosing, outcome });
  };
  return {
    choosing,
    /** What the last change came to, in words. */
    said,
    begin: (row: Binding, at: number) => setChoosing({ id: row.id, at, outcome: WAITING }),
    cancel,
    press,
    /** Gives the chosen key to the action, and to who had it the one that becomes free. */
    swap: (row: Binding) => {
      if (choosing?.outcome.kind === 'taken')
        settle(swapped(current(), stored(), row, choosing.at, choosing.outcome), row);
    },
    remove: (row: Binding) => {
      if (choosing) settle(withoutKey(stored(), row, choosing.at), row);
    },
    reset: (row: Binding) => {
      const { [row.id]: _own, ...others } = stored();
      settle(others, row);
    },
    resetAll: () => settle({}),
  };
}

export type BindingControls = ReturnType<typeof useBinding>;
