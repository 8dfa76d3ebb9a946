import { createHash } from 'node:crypto';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { type Spreads, UNKNOWN_SPREADS } from '../../../shared/sampling/allocation.ts';
import type { Drawn } from '../../../shared/sampling/draw.ts';
import type { Said } from '../../../shared/sampling/parameters.ts';
import { sha256Hex } from '../digest.ts';
import type { StoredFrame } from '../store/frame.ts';

const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));

const CHUNK = 4096;

/** SHA-256 over the refs of a population in their order, a line each. */
function populationDigest({ size, ref }: StoredFrame): string {
  const hash = createHash('sha256');
  for (let from = 0; from < size; from += CHUNK) {
    let lines = '';
    for (let answer = from; answer < Math.min(from + CHUNK, size); answer++)
      lines += answer === 0 ? ref(answer) : `\n${ref(answer)}`;
    hash.update(lines);
  }
  return hash.digest('hex');
}

/**
 * SHA-256 over the parameters, the refs of the whole population and the refs drawn, all by content, and what Neyman's rule went by.
 * 7 and "7" are one seed; what was left at its default has no part in it.
 */
export function sampleDigest(
  frame: StoredFrame,
  { said, spreads }: { said: Said; spreads: Spreads },
  drawn: readonly Drawn[],
): string {
  const basis = spreads === UNKNOWN_SPREADS ? {} : { spreads: toJson(spreads) };
  return sha256Hex(
    canonical({
      parameters: toJson({ ...said, seed: String(said.seed) }),
      population: populationDigest(frame),
      drawn: drawn.map(({ answer }) => frame.ref(answer)),
      ...basis,
    }),
  );
}
