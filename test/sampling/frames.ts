import type { Frame } from '../../shared/sampling/frame.ts';

export interface TestAnswer {
  ref: string;
  stratum: string;
  time?: number | null;
  weight?: number;
}

/** The frame that some answers make, whatever order they come in, with their refs in its order. */
export function frameOf(answers: readonly TestAnswer[]): { frame: Frame; refs: string[] } {
  const ordered = answers.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const keys = [...new Set(ordered.map(({ stratum }) => stratum))].sort();
  return {
    frame: {
      size: ordered.length,
      keys,
      stratum: Uint32Array.from(ordered, ({ stratum }) => keys.indexOf(stratum)),
      time: Float64Array.from(ordered, ({ time }) => time ?? Number.NaN),
      weight: Float64Array.from(ordered, ({ weight }) => weight ?? 1),
      chance: null,
    },
    refs: ordered.map(({ ref }) => ref),
  };
}
