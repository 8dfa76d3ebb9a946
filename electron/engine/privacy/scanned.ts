import type { Kind, PrivacyOptions } from './kinds.ts';
import { type NumberWindow, numberWindows } from './number-windows.ts';
import { lastBefore } from './words.ts';

/** How sure a find is. Of two that overlap the surer stays, then the longer. */
export const STRENGTH = { shape: 1, context: 2, checked: 3, certain: 4 } as const;

export interface Candidate {
  kind: Kind;
  start: number;
  end: number;
  strength: number;
}

/** A text as detectors see it: folded, with its numbers cut out once for all of them. */
export class Scanned {
  readonly text: string;
  readonly options: PrivacyOptions;
  private windows: NumberWindow[] | null = null;
  private readonly distances = new Map<RegExp, Map<number, number>>();

  /** @param text as `fold` gives it. */
  constructor(text: string, options: PrivacyOptions) {
    this.text = text;
    this.options = options;
  }

  get numbers(): NumberWindow[] {
    this.windows ??= numberWindows(this.text);
    return this.windows;
  }

  /** `lastBefore` in this text, worked out once for each place: many windows begin at the same. */
  lastBefore(start: number, words: RegExp): number {
    const known = this.distances.get(words) ?? new Map<number, number>();
    if (known.size === 0) this.distances.set(words, known);
    const distance = known.get(start) ?? lastBefore(this.text, start, words);
    known.set(start, distance);
    return distance;
  }
}

/** Finds one kind of thing, or several alike. */
export interface Detector {
  name: string;
  /** Signals of `signals.ts`: without any of them in a text, this detector has nothing to find there. */
  needs: number;
  find(scanned: Scanned): Candidate[];
}
