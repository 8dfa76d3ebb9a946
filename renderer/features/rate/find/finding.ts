import { create } from 'zustand';
import { textNow } from '../../../catalogue/area.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { useApp } from '../../../store/app.ts';
import { assignmentAt, currentOf } from '../../../store/rate/state.ts';
import { desk } from '../useRate.ts';
import { type Hit, hitsIn, textsOf } from './hits.ts';

interface Finding {
  /** The item whose conversation is looked through; null while nothing is looked for. */
  assignment: string | null;
  isOpen: boolean;
  typed: string;
  hits: readonly Hit[];
  /** The hit that is shown: index into `hits`. */
  at: number;
}

const NOTHING: Finding = { assignment: null, isOpen: false, typed: '', hits: [], at: 0 };

export const useFinding = create<Finding>(() => NOTHING);

export function openFind(): void {
  const assignment = assignmentAt(useApp.getState().rate);
  if (assignment === null) return;
  const { typed } = useFinding.getState();
  useFinding.setState({ assignment, isOpen: true });
  lookFor(typed);
}

/** Looks for the words in the item on the screen. The first hit shown is the first there is. */
export function lookFor(typed: string): void {
  const held = currentOf(useApp.getState().rate);
  if (!held) return;
  const hits = hitsIn(textsOf(held.item, textNow(readingText)), typed);
  useFinding.setState({ assignment: held.item.assignment, typed, hits, at: 0 });
}

/** Says where the hit that is shown lies. */
function tellPlace({ hits, at }: Finding): void {
  const t = textNow(readingText);
  const hit = hits[at];
  const message = hit?.message === null ? undefined : hit?.message;
  const role =
    message === undefined ? undefined : currentOf(useApp.getState().rate)?.item.context[message]?.role;
  if (!hit) {
    desk().tell(t.find.none);
    return;
  }
  const where =
    message === undefined || role === undefined
      ? t.find.inAnswer
      : t.find.inMessage(t.roles[role], message + 1);
  desk().tell(t.find.said(at + 1, hits.length, where));
}

/** Goes to the next hit, or the one before; round once. On another item the same words are looked for there. */
export const stepHit = (by: 1 | -1) => (): void => {
  const { assignment, typed } = useFinding.getState();
  if (typed === '') {
    openFind();
    return;
  }
  if (assignment !== assignmentAt(useApp.getState().rate)) lookFor(typed);
  else {
    const { hits, at } = useFinding.getState();
    if (hits.length > 0) useFinding.setState({ at: (at + by + hits.length) % hits.length });
  }
  tellPlace(useFinding.getState());
};

/** Closes the field. What was found stays marked until the item is left. */
export const closeFind = (): void => useFinding.setState({ isOpen: false });

/** Forgets what was found; the words are kept for the next time. */
export function forgetHits(): boolean {
  const { hits, isOpen } = useFinding.getState();
  if (!isOpen && hits.length === 0) return false;
  useFinding.setState({ assignment: null, isOpen: false, hits: [], at: 0 });
  return true;
}
