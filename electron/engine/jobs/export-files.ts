import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Recipe } from '../../../shared/contract/reporting.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { isObject } from '../../../shared/domain/json.ts';
import type { Dataset } from '../../../shared/formats/export/build.ts';
import { DROP_REASONS } from '../../../shared/formats/export/judged.ts';
import { sha256Hex } from '../digest.ts';

export interface Provenance {
  /** `illustrative`: its ratings were made up to show the program, and say nothing about a model. */
  project: { id: string; name: string; illustrative: boolean };
  rubric: string;
  /** How many of the ratings were made under each version, newest first, where there are several. */
  ratings_by_rubric?: Record<string, number>;
  /** Where values come from: how many of an answer on a dimension are the lead's, means, or what ratings come to by which rule. */
  consensus: { values: Recipe['values']; ties: string; model: string; units: Record<string, number> };
  /** Head of the rating journal the dataset was made from. */
  journal: { events: number; head: string };
}

export interface PlannedFile {
  path: string;
  text: string;
  /** Rows of the dataset in it; null for what goes with the dataset. */
  rows: number | null;
}

const WRITTEN_BY = 'Touchstone';

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/**
 * The files of an export: a dataset file for each side of the split, the evidence behind each row, a manifest and a dataset card.
 * The same project and recipe give the same bytes, so nothing in them tells the time.
 */
export function planFiles(
  out: string,
  recipe: Recipe,
  dataset: Dataset,
  provenance: Provenance,
): PlannedFile[] {
  const at = (name: string): string => join(out, `${recipe.format}.${name}`);
  const parts = dataset.files.map(({ split, rows }) => ({
    path: at(`${split}.jsonl`),
    text: lines(rows.map(({ text }) => text)),
    rows: rows.length,
  }));
  const evidence = dataset.files.flatMap(({ split, rows }) =>
    rows.map((row, index) => canonical({ split, line: index + 1, ...toRecord(row.evidence) })),
  );
  const extras = [{ path: at('evidence.jsonl'), text: lines(evidence), rows: null }];
  const manifest: Json = {
    written_by: WRITTEN_BY,
    ...toRecord(provenance),
    recipe: toJson(recipe),
    files: parts.map(({ path, text, rows }) => ({ name: nameOf(path), rows, sha256: sha256Hex(text) })),
    evidence: nameOf(at('evidence.jsonl')),
    dropped: Object.entries(dataset.dropped).map(([reason, count]) => ({
      reason,
      count,
      meaning: meaningOf(reason),
    })),
    left_out: toJson(dataset.leftOut),
    preflight: toJson(dataset.preflight),
  };
  return [
    ...parts,
    ...extras,
    { path: at('README.md'), text: card(recipe, dataset, provenance), rows: null },
    { path: manifestPath(out, recipe), text: `${JSON.stringify(manifest, null, 2)}\n`, rows: null },
  ];
}

export const manifestPath = (out: string, recipe: Recipe): string =>
  join(out, `${recipe.format}.manifest.json`);

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));
const toRecord = (value: object): { [key: string]: Json } => JSON.parse(JSON.stringify(value));

function meaningOf(reason: string): string {
  for (const [code, sentence] of Object.entries(DROP_REASONS)) if (code === reason) return sentence;
  return 'The trainer would refuse the row by this rule.';
}

interface EarlierExport {
  files: string[];
}

/** What an earlier export of the same format wrote here, or null. */
function earlierExport(out: string, recipe: Recipe): EarlierExport | null {
  try {
    const read: unknown = JSON.parse(readFileSync(manifestPath(out, recipe), 'utf8'));
    if (!isObject(read) || read.written_by !== WRITTEN_BY || !Array.isArray(read.files)) return null;
    return { files: read.files.flatMap((file: unknown) => (isObject(file) ? String(file.name) : [])) };
  } catch {
    return null;
  }
}

/**
 * Files of an earlier export of the same format that this one does not write again: left there, a test part of last
 * time would hold rows of this time's training part. Refuses where a file stands that Touchstone did not write.
 */
export function staleFiles(out: string, recipe: Recipe, files: readonly PlannedFile[]): string[] {
  const earlier = earlierExport(out, recipe);
  const standing = files.find(({ path }) => existsSync(path));
  if (standing && !earlier)
    throw new Fault(
      'FILE_EXISTS',
      `There is already a file at ${standing.path} that Touchstone did not write.`,
      {
        file: standing.path,
      },
    );
  const written = new Set(files.map(({ path }) => path));
  return (earlier?.files ?? []).map((name) => join(out, nameOf(name))).filter((path) => !written.has(path));
}

/** How many values come from where. */
function consensusWords({ values, ties, model, units }: Provenance['consensus']): string {
  const counts = Object.entries(units).map(([source, n]) => `${n} ${source.replaceAll('_', ' ')}`);
  const rule = values === 'consensus' ? ` (ties: ${ties}, model: ${model.replaceAll('_', ' ')})` : '';
  return `${counts.length === 0 ? 'none' : counts.join(', ')}${rule}`;
}

function card(
  recipe: Recipe,
  { files, dropped }: Dataset,
  { project, rubric, ratings_by_rubric: versions, journal, consensus }: Provenance,
): string {
  const left = Object.entries(dropped).map(
    ([reason, count]) => `| ${reason} | ${count} | ${meaningOf(reason)} |`,
  );
  return [
    `# ${project.name}: ${recipe.format}`,
    '',
    `Made by Touchstone from human ratings under the rubric ${rubric}, events 1 to ${journal.events} of the project's journal (head \`${journal.head}\`).`,
    '',
    ...(versions
      ? [
          `Of each rater the newest rating of an answer counts: ${Object.entries(versions)
            .map(([version, ratings]) => `${ratings} under ${version}`)
            .join(', ')}. Values given on a scale that has changed since are left out.`,
          '',
        ]
      : []),
    `Values: ${consensusWords(consensus)}.`,
    '',
    ...(project.illustrative
      ? [
          '**The ratings are illustrative.** They show what Touchstone does, and say nothing about any model.',
          '',
        ]
      : []),
    ...files.map(({ split, rows }) => `* \`${recipe.format}.${split}.jsonl\`: ${rows.length} rows`),
    '',
    `\`${recipe.format}.evidence.jsonl\` names, line by line, the answers and ratings behind each row. The manifest holds the recipe, with which the same project gives the same bytes.`,
    '',
    '## Left out',
    '',
    ...(left.length === 0 ? ['Nothing.'] : ['| reason | count | meaning |', '|---|---|---|', ...left]),
    '',
  ].join('\n');
}
