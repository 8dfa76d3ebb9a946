import type { Span } from '../../../../shared/domain/rating.ts';
import { sameSpan } from './marks.ts';

/** A labelled stretch in hand: keys move its edges, name it anew or take it off. */
export interface HeldSpan {
  assignment: string;
  /** The spans as they are now; what moved may not be stored yet. */
  now: readonly Span[];
  /** The spans as the rating has them, until what moved is stored. */
  stored: readonly Span[];
  /** The one in hand, one of `now`: told by what it is, not by its edges, since two may have the same. */
  span: Span;
}

const same = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.length === others.length &&
  some.every((span, index) => {
    const other = others[index];
    return other !== undefined && sameSpan(span, other);
  });

/** True while the rating's spans are what the hand knows of: not taken back, and not changed elsewhere. */
export const isStill = ({ now, stored }: HeldSpan, spans: readonly Span[]): boolean =>
  same(spans, now) || same(spans, stored);

/** The spans with the one in hand as it is now. */
export const withHeld = (spans: readonly Span[], held: HeldSpan | null): readonly Span[] =>
  held && isStill(held, spans) ? held.now : spans;

/** The one in hand, changed. */
export function changed(held: HeldSpan, spans: readonly Span[], change: Partial<Span>): HeldSpan {
  const span = { ...held.span, ...change };
  return { ...held, span, stored: spans, now: held.now.map((one) => (one === held.span ? span : one)) };
}

export const withoutHeld = ({ now, span }: HeldSpan): Span[] => now.filter((one) => one !== span);
