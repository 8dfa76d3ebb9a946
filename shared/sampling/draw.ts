import { type Frame, members } from './frame.ts';
import type { Strategy } from './parameters.ts';
import { seededRandom, shuffled } from './random.ts';
import { type Selection, simple, systematic, weighted } from './select.ts';
import type { Allocation } from './strata.ts';

const SELECTIONS: Readonly<Record<Strategy, Selection>> = {
  simple,
  stratified: simple,
  systematic,
  weighted,
};

export interface Drawn {
  /** The answer's place in the frame. */
  answer: number;
  /** Key of its stratum. */
  stratum: string;
  /** The chance the draw gave it, above 0 and up to 1. */
  inclusion: number;
}

/**
 * Draws without replacement within strata, and puts what was drawn in an order that does not tell of them. Depends on the seed, the
 * parameters and the content of the frame alone: not on the order of import, and not on the machine.
 */
export function draw(
  frame: Frame,
  allocations: readonly Pick<Allocation, 'key' | 'drawn'>[],
  seed: number | string,
  strategy: Strategy,
): Drawn[] {
  const own = members(frame);
  const select = SELECTIONS[strategy];
  const drawn: Drawn[] = [];
  for (const { key, drawn: wanted } of allocations) {
    const answers = own[frame.keys.indexOf(key)] ?? new Uint32Array(0);
    const random = seededRandom(`${seed}/${key}`);
    for (const { answer, inclusion } of select(answers, Math.min(wanted, answers.length), random, frame))
      drawn.push({ answer, stratum: key, inclusion: inclusion * (frame.chance?.[answer] ?? 1) });
  }
  return shuffled(drawn, seededRandom(`${seed}/order`));
}
