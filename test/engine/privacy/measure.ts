import { detect } from '../../../electron/engine/privacy/detect.ts';
import { type Finding, KINDS, type Kind } from '../../../electron/engine/privacy/kinds.ts';
import type { LabelledCase } from './labelled.ts';

/** How finds compare with labels: exact place and kind, or not at all. */
export interface Score {
  found: number;
  missed: number;
  wrong: number;
}

export interface Mistake {
  text: string;
  missed: string[];
  wrong: string[];
}

export interface Measured {
  cases: number;
  /** Cases in which nothing is to be found. */
  clean: number;
  kinds: Map<Kind, Score>;
  overall: Score;
  mistakes: Mistake[];
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind && a.start === b.start && a.end === b.end;

export function measure(cases: readonly LabelledCase[]): Measured {
  const kinds = new Map<Kind, Score>();
  const overall: Score = { found: 0, missed: 0, wrong: 0 };
  const mistakes: Mistake[] = [];
  const count = (kind: Kind, what: keyof Score): void => {
    const score = kinds.get(kind) ?? { found: 0, missed: 0, wrong: 0 };
    score[what]++;
    overall[what]++;
    kinds.set(kind, score);
  };
  for (const { text, expected, names } of cases) {
    const findings = detect(text, { names });
    const missed = expected.filter((label) => !findings.some((finding) => isSame(finding, label)));
    const wrong = findings.filter((finding) => !expected.some((label) => isSame(finding, label)));
    for (const label of expected) count(label.kind, missed.includes(label) ? 'missed' : 'found');
    for (const finding of wrong) count(finding.kind, 'wrong');
    const told = ({ kind, start, end }: Finding): string => `${kind} ${text.slice(start, end)}`;
    if (missed.length + wrong.length > 0)
      mistakes.push({ text, missed: missed.map(told), wrong: wrong.map(told) });
  }
  return {
    cases: cases.length,
    clean: cases.filter(({ expected }) => expected.length === 0).length,
    kinds,
    overall,
    mistakes,
  };
}

/** Of what was found, the share that is so; 1 where nothing was. */
export const precision = ({ found, wrong }: Score): number =>
  found + wrong === 0 ? 1 : found / (found + wrong);

/** Of what is there, the share that was found; 1 where nothing is. */
export const recall = ({ found, missed }: Score): number =>
  found + missed === 0 ? 1 : found / (found + missed);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const row = (name: string, score: Score): string[] => [
  name,
  String(score.found + score.missed),
  String(score.found),
  String(score.missed),
  String(score.wrong),
  percent(precision(score)),
  percent(recall(score)),
];

/** The figures as a Markdown table. */
export function table({ kinds, overall }: Measured): string {
  const rows = [
    ['kind', 'labels', 'found', 'missed', 'wrong', 'precision', 'recall'],
    ...Object.keys(KINDS).flatMap((kind) => {
      const score = [...kinds].find(([name]) => name === kind)?.[1];
      return score ? [row(`\`${kind}\``, score)] : [];
    }),
    row('all', overall),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
