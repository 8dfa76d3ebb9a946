import { type ComparisonGap, comparisonGaps, comparisonOf } from '../../../shared/domain/comparison.ts';
import { type Choice, isWinner, STRENGTHS, type Strength } from '../../../shared/domain/preference.ts';
import { gaps, judgementOf } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { type Desk, say } from './context.ts';
import { type Focus, focusOfGap } from './flow.ts';
import { candidateOf, isComparison } from './looking.ts';
import { flush, recordHere } from './recording.ts';
import { currentOf, type Held, wholeOf } from './state.ts';
import { openSaid } from './words.ts';

/** What a rater can do where several answers are compared. */
export interface ComparingActions {
  /** Prefers the answer shown at a place, counted from 0; a second time says that it is much better. */
  prefer(place: number): void;
  /** Says that none is better; a second time takes that back. */
  noneBetter(choice: Exclude<Choice, number>): void;
  /** Says how much better the better one is. */
  strength(strength: Strength): void;
  /** Looks at a candidate by its number. */
  look(candidate: number): void;
  /** On to the next answer or back: to the last belongs the question which is better. */
  walkCandidates(by: 1 | -1): void;
  /** Asks which is better. */
  askPreference(): void;
}

/** Which is better is asked where no dimension is. */
const PREFERENCE: Focus = { dimension: null, panel: null };

/** What is open, in the order in which the answers are shown; the preference comes last. */
function openIn(rubric: Rubric, { item, rating }: Held): ComparisonGap[] {
  const place = (gap: ComparisonGap): number =>
    gap.wants === 'preference'
      ? item.candidates.length
      : item.candidates.findIndex(({ number }) => number === gap.candidate);
  return comparisonGaps(rubric, rating, item.candidates.length).toSorted((a, b) => place(a) - place(b));
}

function focusOn(rubric: Rubric, gap: ComparisonGap): Focus {
  return gap.wants === 'preference' ? PREFERENCE : { ...focusOfGap(rubric, gap), candidate: gap.candidate };
}

/** Where to begin on a comparison: at what is open first, else at the preference. */
export function startOfComparison(rubric: Rubric, held: Held): Focus {
  const [first] = openIn(rubric, held);
  const { number = null } = held.item.candidates[0] ?? {};
  const asked = first && focusOn(rubric, first);
  return { candidate: number, ...PREFERENCE, ...asked };
}

/** What keeps a comparison from being submitted: where to go, and what is said of it. Null where nothing does. */
export function stopOfComparison(rubric: Rubric, held: Held): { focus: Focus; said: string } | null {
  const [first] = openIn(rubric, held);
  if (!first) return null;
  const t = textNow(comparisonText);
  const focus = focusOn(rubric, first);
  if (first.wants === 'preference') return { focus, said: t.openPreference };
  const place = held.item.candidates.findIndex(({ number }) => number === first.candidate);
  return { focus, said: `${t.answer(place + 1)}. ${openSaid(rubric, [first])}` };
}

/** After a value: on to what is open elsewhere, once nothing is of this candidate. */
export function goOnFrom(desk: Desk): void {
  const state = desk.state();
  const held = wholeOf(state);
  const rubric = desk.rubric();
  const own = currentOf(state);
  if (!held || !own || !rubric || !isComparison(held) || state.panel !== null) return;
  if (gaps(rubric, own.rating).length > 0) return;
  const [first] = openIn(rubric, held);
  const focus = first ? focusOn(rubric, first) : PREFERENCE;
  desk.patch({ ...focus, moving: null });
}

/** "Answer 2, clearly better", or that none is. */
export function preferenceSaid({ item, rating: { preference } }: Held): string {
  const t = textNow(comparisonText);
  if (!preference) return t.takenBack;
  const { choice, strength } = preference;
  if (!isWinner(choice)) return t.none[choice];
  const place = item.candidates.findIndex(({ number }) => number === choice) + 1;
  return t.preferred(t.answer(place), strength === null ? t.better : t.strengths[strength]);
}

/** Stronger by one; after the strongest the weakest again. */
const stronger = (strength: Strength | null): Strength => {
  const at = STRENGTHS.findIndex((one) => one === strength);
  return STRENGTHS[(at + 1) % STRENGTHS.length] ?? 1;
};

function set(desk: Desk, choice: Choice | null, strength: Strength | null): void {
  flush(desk);
  const before = currentOf(desk.state())?.rating.preference ?? null;
  if (before?.choice !== choice || before.strength !== strength)
    recordHere(desk, { kind: 'preference', choice, strength });
  desk.patch({ ...PREFERENCE, labelling: null, moving: null });
  const held = currentOf(desk.state());
  if (held) say(desk, preferenceSaid(held));
}

function prefer(desk: Desk, place: number): void {
  const held = currentOf(desk.state());
  const rubric = desk.rubric();
  const chosen = held?.item.candidates[place];
  if (!held || !rubric || !chosen) return;
  const { preference } = held.rating;
  const again = preference?.choice === chosen.number ? preference.strength : null;
  set(desk, chosen.number, comparisonOf(rubric).strength ? stronger(again) : null);
}

function noneBetter(desk: Desk, choice: Exclude<Choice, number>): void {
  const held = currentOf(desk.state());
  const rubric = desk.rubric();
  if (!held || !rubric || !isComparison(held)) return;
  if (!comparisonOf(rubric)[choice]) {
    say(desk, textNow(comparisonText).notOffered[choice], true);
    return;
  }
  set(desk, held.rating.preference?.choice === choice ? null : choice, null);
}

function strength(desk: Desk, given: Strength): void {
  const choice = currentOf(desk.state())?.rating.preference?.choice;
  if (isWinner(choice)) set(desk, choice, given);
}

function look(desk: Desk, candidate: number): void {
  const held = wholeOf(desk.state());
  if (!held || candidateOf(held, desk.state().candidate) === candidate) return;
  flush(desk);
  const rubric = desk.rubric();
  const asked = rubric?.dimensions[0]?.id ?? null;
  const { dimension } = desk.state();
  const rating = judgementOf(held.rating, candidate);
  const open = rubric && gaps(rubric, rating)[0];
  const next = dimension === null ? null : (open?.dimension ?? asked);
  desk.patch({ candidate, dimension: next, panel: null, labelling: null, moving: null });
  const place = held.item.candidates.findIndex(({ number }) => number === candidate);
  say(desk, textNow(comparisonText).answer(place + 1));
}

/** The stations in order: each answer, and after the last the question which is better, where something is asked of each. */
function walkCandidates(desk: Desk, by: 1 | -1): void {
  const state = desk.state();
  const held = wholeOf(state);
  const rubric = desk.rubric();
  if (!held || !rubric || !isComparison(held)) return;
  const { candidates } = held.item;
  const isAsked = rubric.dimensions.length > 0;
  const now = candidateOf(held, state.candidate);
  const at =
    isAsked && state.dimension === null
      ? candidates.length
      : candidates.findIndex(({ number }) => number === now);
  const stations = candidates.length + (isAsked ? 1 : 0);
  const to = candidates[(at + by + stations) % stations];
  if (!to) {
    askPreference(desk);
    return;
  }
  if (isAsked && state.dimension === null)
    desk.patch({ dimension: rubric.dimensions[0]?.id ?? null, candidate: null });
  if (to.number !== candidateOf(held, desk.state().candidate)) look(desk, to.number);
  else say(desk, textNow(comparisonText).answer(candidates.indexOf(to) + 1));
}

function askPreference(desk: Desk): void {
  flush(desk);
  desk.patch({ ...PREFERENCE, labelling: null, moving: null });
  say(desk, textNow(comparisonText).which);
}

export const comparingActions = (desk: Desk): ComparingActions => ({
  prefer: (place) => desk.together(() => prefer(desk, place)),
  noneBetter: (choice) => desk.together(() => noneBetter(desk, choice)),
  strength: (given) => desk.together(() => strength(desk, given)),
  look: (candidate) => desk.together(() => look(desk, candidate)),
  walkCandidates: (by) => desk.together(() => walkCandidates(desk, by)),
  askPreference: () => desk.together(() => askPreference(desk)),
});
