import type { ShownItem } from '../../../shared/contract/rating.ts';
import { judgementOf, type RatingAction } from '../../../shared/domain/rating.ts';
import type { Held } from './state.ts';

/** True where several answers are compared. */
export const isComparison = ({ item }: Pick<Held, 'item'>): boolean => item.candidates.length > 0;

const items = new WeakMap<ShownItem, Map<number, ShownItem>>();
const looks = new WeakMap<Held, { number: number; look: Held }>();

/** The item with this candidate as its answer: always the same object, so that what shows it is not drawn again. */
function itemWith(item: ShownItem, { number, message }: ShownItem['candidates'][number]): ShownItem {
  const known = items.get(item) ?? new Map<number, ShownItem>();
  items.set(item, known);
  const made = known.get(number) ?? { ...item, answer: message };
  known.set(number, made);
  return made;
}

/**
 * The item as its rater works on it. Of a comparison that is the candidate looked at, the first one shown where none is: its text as the
 * answer, what was said of it as the values. All else, the preference too, is the comparison's.
 */
export function lookedAt(held: Held, candidate: number | null): Held {
  const { candidates } = held.item;
  const shown = candidates.find(({ number }) => number === candidate) ?? candidates[0];
  if (!shown) return held;
  const known = looks.get(held);
  if (known?.number === shown.number) return known.look;
  const { values, cannot, categories, spans } = judgementOf(held.rating, shown.number);
  const look = {
    ...held,
    item: itemWith(held.item, shown),
    rating: { ...held.rating, values, cannot, categories, spans },
  };
  looks.set(held, { number: shown.number, look });
  return look;
}

/** The number of the candidate looked at; null where one answer is judged. */
export function candidateOf(held: Held, candidate: number | null): number | null {
  const { candidates } = held.item;
  return (candidates.find(({ number }) => number === candidate) ?? candidates[0])?.number ?? null;
}

const OF_CANDIDATE: ReadonlySet<RatingAction['kind']> = new Set(['value', 'cannot', 'categories', 'spans']);

/** The action as it is stored: what is said of an answer says of which one, where several are compared. */
export function placed(action: RatingAction, candidate: number | null): RatingAction {
  return candidate === null || !OF_CANDIDATE.has(action.kind)
    ? action
    : Object.assign({}, action, { candidate });
}
