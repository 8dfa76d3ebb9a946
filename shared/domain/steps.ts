import type { RatingAction } from './rating.ts';

/** An action as far as telling steps apart needs it. */
export interface PlacedAction {
  /** Whose rating of what: the same for all actions on one rating. */
  place: string;
  /** UTC milliseconds. */
  at: number;
  action: RatingAction;
}

/** Writing goes on as one step over a pause of up to this, milliseconds. */
const PAUSE = 2000;
/** What a key press takes along follows it within this, milliseconds. */
const AT_ONCE = 1000;

/** The text that an action leaves, by the field it stands in; null where it leaves none that is written letter by letter. */
function textOf(action: RatingAction): { field: string; text: string } | null {
  switch (action.kind) {
    case 'rationale':
      return { field: 'rationale', text: action.text };
    case 'rewrite':
      return action.text === null ? null : { field: 'rewrite', text: action.text };
    case 'flag':
      return action.flagged && action.question !== '' ? { field: 'question', text: action.question } : null;
    case 'value':
      return typeof action.value === 'string'
        ? { field: `value ${action.dimension} ${action.candidate ?? ''}`, text: action.value }
        : null;
    default:
      return null;
  }
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** True where the newer text is the older one with something put in, or taken out, in one place, and no new word is begun by it. */
function goesOn(older: string, newer: string): boolean {
  const start = sharedStart(older, newer);
  const [short, long] = older.length < newer.length ? [older, newer] : [newer, older];
  const changed = long.length - short.length;
  if (long.slice(start + changed) !== short.slice(start)) return false;
  const isInserted = newer.length > older.length;
  return !(isInserted && /\s$/u.test(newer.slice(0, start)) && /^\S/u.test(newer.slice(start)));
}

/** What categories and labels can go with: another value, or that it cannot be judged. */
const TAKES_ALONG: ReadonlySet<RatingAction['kind']> = new Set(['value', 'cannot']);

/** Categories and labels that went because of the value before them. */
const isDropped = (action: RatingAction): boolean =>
  (action.kind === 'categories' && action.categories.length === 0) ||
  (action.kind === 'spans' && action.spans.length === 0);

/**
 * True where two actions that follow one another are one step to the rater's mind, to be undone together: a word being written, or
 * a value and what it took along.
 */
export function isOneStep(older: PlacedAction, newer: PlacedAction): boolean {
  if (older.place !== newer.place) return false;
  const gap = newer.at - older.at;
  if (isDropped(newer.action))
    return gap <= AT_ONCE && (TAKES_ALONG.has(older.action.kind) || isDropped(older.action));
  const [before, after] = [textOf(older.action), textOf(newer.action)];
  if (!before || !after || before.field !== after.field) return false;
  return gap <= PAUSE && goesOn(before.text, after.text);
}
