import type { Recipe } from '../../contract/reporting.ts';
import { type Choice, isWinner } from '../../domain/preference.ts';
import type { DropReason, JudgedComparison, LeftOutLog } from './judged.ts';

/** Raters who compared the two answers, alone or among others. */
export interface ComparisonEvidence {
  kind: 'comparison';
  chosen: string;
  rejected: string;
  /** How many raters compared them, how many of these preferred the chosen one, and what share that is, above one half. */
  raters: number;
  votes: number;
  majority: number;
  /** Mean strength of those votes, 1 slightly to 3 much better; null where none was given. */
  strength: number | null;
  /** Where it is not the majority that chose, but the lead. */
  consensus?: 'adjudicated';
}

interface ComparisonPair {
  chosen: string;
  rejected: string;
  evidence: ComparisonEvidence;
}

const LOST: Readonly<Record<Exclude<Choice, number>, DropReason>> = {
  tie: 'comparison_tied',
  both_bad: 'comparison_all_bad',
};

/** The choice that more than half of the raters made, or null. */
function majorityOf(votes: JudgedComparison['votes']): Choice | null {
  const counts = new Map<Choice, number>();
  for (const { choice } of votes) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  const most = [...counts].find(([, count]) => count > votes.length / 2);
  return most ? most[0] : null;
}

/**
 * The answer that the lead decided for, else that more than half of the raters preferred, over each of those it was compared with. A comparison that gives none is
 * counted in `leftOut`: tied, all bad, undecided, or of too few raters.
 */
export function comparisonPairs(
  { candidates, votes, decided }: JudgedComparison,
  { minRatings }: Recipe,
  leftOut: LeftOutLog,
): ComparisonPair[] {
  const refs = candidates.map(({ ref }) => ref);
  const lost = (reason: DropReason): [] => {
    leftOut.add(reason, ...refs);
    return [];
  };
  if (votes.length < minRatings) return lost('too_few_ratings');
  const choice = decided === undefined ? majorityOf(votes) : decided;
  if (choice === null) return lost('comparison_undecided');
  if (!isWinner(choice)) return lost(LOST[choice]);
  const chosen = candidates[choice];
  if (!chosen) return lost('comparison_undecided');
  const own = votes.filter((vote) => vote.choice === choice);
  const strengths = own.flatMap(({ strength }) => strength ?? []);
  return candidates.flatMap((rejected): ComparisonPair[] => {
    if (rejected === chosen) return [];
    if (rejected.text.trim() === chosen.text.trim()) {
      leftOut.add('same_text', chosen.ref, rejected.ref);
      return [];
    }
    return [
      {
        chosen: chosen.text,
        rejected: rejected.text,
        evidence: {
          kind: 'comparison',
          chosen: chosen.ref,
          rejected: rejected.ref,
          raters: votes.length,
          votes: own.length,
          majority: own.length / votes.length,
          strength: strengths.length === 0 ? null : mean(strengths),
          ...(decided === undefined ? {} : { consensus: 'adjudicated' as const }),
        },
      },
    ];
  });
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
