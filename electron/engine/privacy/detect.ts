import { names } from './detectors/names.ts';
import { DETECTORS } from './detectors.ts';
import { fold } from './fold.ts';
import type { Finding, PrivacyOptions } from './kinds.ts';
import { type Candidate, Scanned } from './scanned.ts';
import { CALLING, SIGNAL, signalsOf } from './signals.ts';

const NOTHING: readonly Finding[] = [];

/**
 * Personal data in a text, in order and without overlaps; of two finds that overlap the surer stays, then the longer.
 * Takes time in proportion to the text, whatever it holds.
 */
export function detect(text: string, options: PrivacyOptions = {}): readonly Finding[] {
  const signals = signalsOf(text);
  if ((signals & CALLING) === 0 && options.names !== true) return NOTHING;
  const scanned = new Scanned((signals & SIGNAL.folds) === 0 ? text : fold(text), options);
  const candidates: Candidate[] = [];
  for (const detector of DETECTORS)
    if ((detector.needs & signals) !== 0)
      for (const candidate of detector.find(scanned)) candidates.push(candidate);
  if (options.names === true) for (const candidate of names.find(scanned)) candidates.push(candidate);
  return candidates.length === 0 ? NOTHING : apart(candidates);
}

/** The surest of those that overlap; of equals the longer, then the first. */
function apart(candidates: readonly Candidate[]): Finding[] {
  const byWeight = [...candidates].sort(
    (a, b) => b.strength - a.strength || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Taken();
  return byWeight
    .filter(({ start, end }) => taken.take(start, end))
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({ kind, start, end }));
}

/** Places of a text that are taken. */
class Taken {
  private readonly places = new Set<number>();

  /** Takes a stretch; false where some of it is taken already. Its ends and all between are looked at, so what is taken may lie inside. */
  take(start: number, end: number): boolean {
    for (let place = start; place < end; place++) if (this.places.has(place)) return false;
    for (let place = start; place < end; place++) this.places.add(place);
    return true;
  }
}
