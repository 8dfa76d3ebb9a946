import { basename } from 'node:path';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import { rubricSchema } from '../../../shared/domain/rubric-schema.ts';
import { audit, type ReadContext, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { versionOf } from '../db/migrate.ts';
import { all, count, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { iso } from '../ids.ts';
import { countStanding } from './quarantine-pages.ts';
import { listRaters } from './raters.ts';
import { readSettings } from './settings.ts';

interface ProjectRow {
  uuid: string;
  name: string;
  illustrative: number;
  created_at: number;
}

/** Writes who a project is. */
export function writeIdentity(context: WriteContext, name: string, illustrative: boolean): void {
  const uuid = context.newId();
  run(
    context.db,
    'INSERT INTO project (id, uuid, name, illustrative, created_at) VALUES (1, ?, ?, ?, ?)',
    uuid,
    name,
    illustrative ? 1 : 0,
    context.now,
  );
  audit(context, 'project.create', { project: uuid, name });
}

/** Writes what every project has from its first moment: its identity and its rubric. */
export function writeProject(
  context: WriteContext,
  name: string,
  rubric: Rubric,
  illustrative: boolean,
): void {
  writeIdentity(context, name, illustrative);
  const body = canonicalRubric(rubric);
  const digest = sha256Hex(body);
  run(
    context.db,
    'INSERT INTO rubric (id, version, body, digest, created_at, actor) VALUES (?, ?, ?, ?, ?, ?)',
    rubric.id,
    rubric.version,
    body,
    digest,
    context.now,
    context.actor,
  );
  audit(context, 'rubric.add', { rubric: rubricRef(rubric), sha256: digest });
}

/** Canonical text; through JSON first, so that fields that are absent and fields that are undefined are the same. */
const canonicalRubric = (rubric: Rubric): string => canonical(JSON.parse(JSON.stringify(rubric)));

const rubrics = new WeakMap<ReadConnection, Map<string, Rubric>>();

/** The project's rubric: its newest. */
export function currentRubric(db: ReadConnection): Rubric {
  const row = get<{ id: string; version: number }>(
    db,
    'SELECT id, version FROM rubric ORDER BY version DESC, created_at DESC LIMIT 1',
  );
  const rubric = row && findRubric(db, rubricRef(row));
  if (!rubric) throw new Fault('PROJECT_CORRUPT', 'The project has no rubric.');
  return rubric;
}

/** The rubric a rating was made under, `id@version`; undefined when the project does not hold it. */
export function findRubric(db: ReadConnection, ref: string): Rubric | undefined {
  let known = rubrics.get(db);
  if (!known) {
    known = new Map();
    rubrics.set(db, known);
  }
  const kept = known.get(ref);
  if (kept) return kept;
  const row = get<{ body: string }>(db, "SELECT body FROM rubric WHERE id || '@' || version = ?", ref);
  if (!row) return undefined;
  const rubric = rubricSchema.parse(JSON.parse(row.body));
  known.set(ref, rubric);
  return rubric;
}

export const projectRow = (db: ReadConnection): ProjectRow => {
  const row = get<ProjectRow>(db, 'SELECT uuid, name, illustrative, created_at FROM project');
  if (!row) throw new Fault('PROJECT_CORRUPT', 'The project has no name and no identity.');
  return row;
};

type Counts = OutputOf<'project.summary'>['counts'];

/** Conversations, messages and answers by what the imports that are part of the project brought; the rest are few enough to count. */
const COUNTS: Record<Exclude<keyof Counts, 'quarantined'>, string> = {
  conversations:
    "SELECT coalesce(sum(coalesce(conversations, imported)), 0) AS n FROM batch WHERE kind = 'transcripts' AND status = 'ready'",
  messages: "SELECT coalesce(sum(messages), 0) AS n FROM batch WHERE status = 'ready'",
  answers: "SELECT coalesce(sum(answers), 0) AS n FROM batch WHERE status = 'ready'",
  items: 'SELECT count(*) AS n FROM item',
  ratings: "SELECT count(*) AS n FROM rating WHERE status = 'submitted'",
  raters: 'SELECT count(*) AS n FROM rater',
  samples: 'SELECT count(*) AS n FROM sample',
  assignments: 'SELECT count(*) - (SELECT count(*) FROM assignment_release) AS n FROM assignment',
};

export function projectCounts(db: ReadConnection): Counts {
  const of = (name: keyof typeof COUNTS): number => count(db, COUNTS[name]);
  return {
    conversations: of('conversations'),
    messages: of('messages'),
    answers: of('answers'),
    items: of('items'),
    ratings: of('ratings'),
    raters: of('raters'),
    samples: of('samples'),
    assignments: of('assignments'),
    quarantined: countStanding(db),
  };
}

export function summarize({ db, path, notices }: ReadContext): OutputOf<'project.summary'> {
  const row = projectRow(db);
  return {
    id: row.uuid,
    name: row.name,
    file: basename(path),
    schemaVersion: versionOf(db),
    createdAt: iso(row.created_at),
    illustrative: row.illustrative === 1,
    rubric: currentRubric(db),
    settings: readSettings(db),
    counts: projectCounts(db),
    raters: listRaters(db),
    notices: [...notices],
  };
}

interface BatchRow {
  uuid: string;
  kind: 'transcripts' | 'ratings';
  file: string;
  adapter: string;
  records: number;
  imported: number;
  duplicates: number;
  rejected: number;
  conversations: number;
  merged: number;
  repaired: number;
  finished_at: number;
}

export const listBatches = (db: ReadConnection): OutputOf<'import.batches'> => ({
  batches: all<BatchRow>(
    db,
    `SELECT uuid, kind, file, adapter, records, imported, duplicates, rejected, coalesce(conversations, imported) AS conversations,
       merged, repaired, finished_at
     FROM batch WHERE status = 'ready' ORDER BY id DESC`,
  ).map(({ uuid, finished_at, ...rest }) => ({ id: uuid, ...rest, finishedAt: iso(finished_at) })),
});
