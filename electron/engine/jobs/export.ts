import { mkdirSync, rmSync } from 'node:fs';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Recipe } from '../../../shared/contract/reporting.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { buildDataset, type Dataset } from '../../../shared/formats/export/build.ts';
import { sourcesOf } from '../../../shared/formats/export/sources.ts';
import type { ReadConnection } from '../db/connection.ts';
import { sha256Hex } from '../digest.ts';
import { faultAt } from '../faults.ts';
import { writeWhole } from '../files/whole-file.ts';
import type { JobContext } from '../lanes.ts';
import { journalHead, readJudged } from '../store/judged.ts';
import { countVersions } from '../store/newest-ratings.ts';
import { currentRubric, projectRow } from '../store/project.ts';
import { readSettings } from '../store/settings.ts';
import { manifestPath, type PlannedFile, type Provenance, planFiles, staleFiles } from './export-files.ts';

/** Reads in one transaction, so that ratings that come in meanwhile are wholly in or wholly out. */
function readDataset(db: ReadConnection, recipe: Recipe): { dataset: Dataset; provenance: Provenance } {
  return db.transaction(() => {
    const rubric = currentRubric(db);
    refuseUnknownDimensions(recipe, new Set(rubric.dimensions.map(({ id }) => id)));
    const { uuid, name, illustrative } = projectRow(db);
    const judged = readJudged(db, rubric, recipe);
    const { ties, model } = readSettings(db).adjudication;
    return {
      dataset: buildDataset(judged, recipe),
      provenance: {
        project: { id: uuid, name, illustrative: illustrative === 1 },
        rubric: rubricRef(rubric),
        ...madeUnder(db, rubricRef(rubric)),
        consensus: { values: recipe.values, ties, model, units: sourcesOf(judged) },
        journal: journalHead(db),
      },
    };
  })();
}

/** The versions behind the ratings, where there are others than the one in force. */
function madeUnder(db: ReadConnection, current: string): Pick<Provenance, 'ratings_by_rubric'> {
  const versions = countVersions(db);
  if (versions.every(({ rubric }) => rubric === current)) return {};
  return {
    ratings_by_rubric: Object.fromEntries(versions.map(({ rubric, ratings }) => [rubric, ratings])),
  };
}

function refuseUnknownDimensions({ atLeast, atMost, weights }: Recipe, known: ReadonlySet<string>): void {
  for (const [field, record] of Object.entries({ atLeast, atMost, weights })) {
    const unknown = Object.keys(record).find((id) => !known.has(id));
    if (unknown !== undefined)
      throw new Fault(
        'RECIPE_INVALID',
        `The recipe's ${field} names "${unknown}", which the rubric does not have.`,
        {
          path: `${field}.${unknown}`,
        },
      );
  }
}

export function previewExport(
  { db, progress }: JobContext,
  { recipe, limit }: ParsedInputOf<'export.preview'>,
): OutputOf<'export.preview'> {
  progress({ phase: 'building the dataset', done: 0, total: null, unit: 'rows' });
  // What is only looked at shows no personal data, and needs no entry in the log.
  const { dataset } = readDataset(db, { ...recipe, personalData: 'placeholders' });
  const rows = dataset.files.flatMap((file) => file.rows);
  return {
    rows: rows.length,
    first: rows.slice(0, limit).map(({ text }) => text),
    dropped: dataset.dropped,
    preflight: dataset.preflight,
  };
}

/** Writes the dataset with evidence, manifest and card; on any failure nothing of it appears. */
export async function writeExport(
  context: JobContext,
  { recipe, out }: ParsedInputOf<'export.write'>,
): Promise<OutputOf<'export.write'>> {
  context.progress({ phase: 'building the dataset', done: 0, total: null, unit: 'rows' });
  const { dataset, provenance } = readDataset(context.db, recipe);
  const rows = dataset.files.reduce((sum, file) => sum + file.rows.length, 0);
  if (rows === 0) throw new Fault('EXPORT_EMPTY', `The recipe gives no row: ${droppedWords(dataset)}.`);
  if (context.signal.aborted) throw new Fault('CANCELLED', 'The export was cancelled.');
  const files = planFiles(out, recipe, dataset, provenance);
  // In the log before it is on the disk: a dataset with personal data that nobody was told of must not be.
  if (recipe.personalData === 'originals')
    await context.act('privacy.noteOriginals', { format: recipe.format, rows });
  write(out, recipe, files);
  context.progress({ phase: 'writing', done: rows, total: rows, unit: 'rows' });
  return {
    files: files.flatMap(({ path, rows: own, text }) =>
      own === null ? [] : [{ path, rows: own, sha256: sha256Hex(text) }],
    ),
    manifest: manifestPath(out, recipe),
    dropped: dataset.dropped,
    preflight: dataset.preflight,
  };
}

const droppedWords = ({ dropped }: Dataset): string => {
  const words = Object.entries(dropped).map(([reason, count]) => `${count} ${reason.replaceAll('_', ' ')}`);
  return words.length === 0 ? 'nothing has been rated yet' : words.join(', ');
};

function write(out: string, recipe: Recipe, files: readonly PlannedFile[]): void {
  try {
    mkdirSync(out, { recursive: true });
    const stale = staleFiles(out, recipe, files);
    writeWhole(files);
    for (const path of stale) rmSync(path, { force: true });
  } catch (error) {
    throw faultAt(error, out);
  }
}
