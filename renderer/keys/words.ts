import { useText } from '../catalogue/area.ts';
import { actionText } from '../catalogue/key-actions.ts';
import { groupText } from '../catalogue/key-groups.ts';
import { keyNames, written } from '../catalogue/key-names.ts';
import { keysText } from '../catalogue/keys.ts';
import type { Chord } from './chords.ts';
import { chordText } from './labels.ts';
import type { Binding } from './resolve.ts';

/** The texts about keys, and what actions and their groups are called. */
export function useKeyWords() {
  const t = useText(keysText);
  const actions = useText(actionText);
  const groups = useText(groupText);
  const names = useText(keyNames);
  return {
    t,
    nameOf: ({ id }: Pick<Binding, 'id'>): string => actions[id],
    /** A chord as it is written in sentences. */
    keyOf: (chord: Chord): string => written(chordText(chord), names),
    groupOf: ({ group }: Pick<Binding, 'group'>): string => groups[group],
  };
}
