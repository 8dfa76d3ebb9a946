import type { ExportPreview, Recipe } from '../../contract/reporting.ts';
import { inOrder, type JudgedContext, type LeftOut, LeftOutLog } from './judged.ts';
import { answersOf, type PairEvidence } from './pairs.ts';
import { Preflight, type TrlRecord } from './preflight.ts';
import { type Split, splitter } from './split.ts';
import { preferenceRows } from './trl-preference.ts';
import { type SftEvidence, sftRows } from './trl-sft.ts';

/** One line of a dataset: its JSON text without the line's end, and what it rests on. */
export interface ExportRow {
  text: string;
  evidence: SftEvidence | PairEvidence;
}

export interface Dataset {
  /** Without `test` where the recipe holds nothing out. */
  files: { split: Split; rows: ExportRow[] }[];
  /** Reason code, or id of the rule of the trainer -> how many answers, pairs or rows were left out for it. */
  dropped: Record<string, number>;
  /** The same one by one, with the answers concerned. */
  leftOut: readonly LeftOut[];
  preflight: ExportPreview['preflight'];
}

interface Drafted {
  record: TrlRecord;
  evidence: ExportRow['evidence'];
}

const WRITERS: Readonly<
  Record<Recipe['format'], (context: JudgedContext, recipe: Recipe, leftOut: LeftOutLog) => Drafted[]>
> = {
  'trl-sft': sftRows,
  'trl-preference': preferenceRows,
};

/**
 * The dataset of a recipe: rows that the trainer takes, without duplicates, in an order and a split that depend on
 * content, recipe and seed alone. The same judged answers in any order give the same text.
 */
export function buildDataset(contexts: readonly JudgedContext[], recipe: Recipe): Dataset {
  const { format, seed, testShare } = recipe;
  const leftOut = new LeftOutLog();
  const preflight = new Preflight();
  const sideOf = splitter(contexts, seed, testShare);
  const sides: Record<Split, ExportRow[]> = { train: [], test: [] };
  const seen = new Set<string>();
  for (const context of inOrder(contexts)) {
    for (const { record, evidence } of WRITERS[format](context, recipe, leftOut)) {
      const text = JSON.stringify(record);
      if (seen.has(text)) {
        leftOut.add('duplicate', ...answersBehind(evidence));
        continue;
      }
      seen.add(text);
      const rejection = preflight.check(format, record);
      if (rejection) leftOut.add(rejection.rule, ...answersBehind(evidence));
      else sides[sideOf(context)].push({ text, evidence });
    }
  }
  const report = preflight.report();
  if (testShare > 0 && sides.test.length === 0)
    report.warnings.push('No conversation fell into the test part; there are too few for this share.');
  return {
    files: [
      { split: 'train', rows: sides.train },
      ...(testShare > 0 ? [{ split: 'test' as const, rows: sides.test }] : []),
    ],
    dropped: leftOut.counts(),
    leftOut: leftOut.entries,
    preflight: { trl: report },
  };
}

const answersBehind = (evidence: ExportRow['evidence']): string[] =>
  'answer' in evidence ? [evidence.answer] : answersOf(evidence);
