import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { RubricVersion } from '../../../shared/contract/rubric.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { type Rubric, rubricRef } from '../../../shared/domain/rubric.ts';
import { isUnchanged, rubricChanges } from '../../../shared/domain/rubric-changes.ts';
import { rubricDraft } from '../../../shared/domain/rubric-draft.ts';
import { parseRubric, rubricSchema } from '../../../shared/domain/rubric-schema.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { asFault } from '../faults.ts';
import { iso } from '../ids.ts';
import { currentRubric } from './project.ts';
import { listRequests } from './reratings.ts';

interface VersionRow {
  body: string;
  digest: string;
  created_at: number;
  actor: string | null;
  note: string | null;
}

/** Who made the first version of a project from before that was kept stands in the log. */
const VERSIONS = `SELECT body, digest, created_at, note,
    coalesce(actor, (SELECT actor FROM audit_entry WHERE action = 'rubric.add' ORDER BY seq LIMIT 1)) AS actor
  FROM rubric ORDER BY version DESC`;

interface RatedRow {
  rubric: string;
  submitted: number;
  begun: number;
}

const RATED = `SELECT rubric, sum(status = 'submitted') AS submitted, sum(status = 'draft') AS begun FROM rating GROUP BY rubric`;

function listVersions(db: ReadConnection): RubricVersion[] {
  const rated = new Map(all<RatedRow>(db, RATED).map((row) => [row.rubric, row]));
  return all<VersionRow>(db, VERSIONS).map((row) => {
    const rubric = rubricSchema.parse(JSON.parse(row.body));
    return versionOf(rubric, row, rated.get(rubricRef(rubric)));
  });
}

const versionOf = (rubric: Rubric, row: Omit<VersionRow, 'body'>, rated?: RatedRow): RubricVersion => ({
  rubric,
  at: iso(row.created_at),
  actor: row.actor,
  note: row.note ?? '',
  sha256: row.digest,
  submitted: rated?.submitted ?? 0,
  begun: rated?.begun ?? 0,
});

/** Every version, newest first, the draft of the next, and what was asked for again. */
export const readRubrics = (db: ReadConnection): OutputOf<'rubric.read'> => ({
  versions: listVersions(db),
  draft: keptDraft(db),
  requests: listRequests(db),
});

interface DraftRow {
  base: number;
  body: string;
  actor: string;
  kept_at: number;
}

function keptDraft(db: ReadConnection): OutputOf<'rubric.read'>['draft'] {
  const row = get<DraftRow>(db, 'SELECT base, body, actor, kept_at FROM rubric_draft');
  const draft = row && rubricDraft.safeParse(JSON.parse(row.body)).data;
  return draft ? { base: row.base, draft, actor: row.actor, keptAt: iso(row.kept_at) } : null;
}

/** Keeps the draft. It is no part of the record before it is saved: neither logged, nor more than the newest there. */
export function keepDraft(
  { db, actor, now }: WriteContext,
  { draft }: ParsedInputOf<'rubric.keep'>,
): OutputOf<'rubric.keep'> {
  if (draft === null) {
    run(db, 'DELETE FROM rubric_draft');
    return { keptAt: null };
  }
  run(
    db,
    `INSERT INTO rubric_draft (id, base, body, actor, kept_at) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET base = excluded.base, body = excluded.body, actor = excluded.actor, kept_at = excluded.kept_at`,
    draft.base,
    JSON.stringify(draft.draft),
    actor,
    now,
  );
  return { keptAt: iso(now) };
}

/** The rubric as the next version of what is in force; refused where it is none, or says nothing new. */
function nextVersion(current: Rubric, given: Record<string, unknown>): Rubric {
  const parsed = parseRubric({ ...given, id: current.id, version: current.version + 1 });
  if (!parsed.ok) throw asFault(parsed.error);
  if (isUnchanged(rubricChanges(current, parsed.value)))
    throw new Fault('RUBRIC_UNCHANGED', `This is ${rubricRef(current)} as it stands.`);
  return parsed.value;
}

/** Makes a new version. Ratings keep the one they were made under, those that were begun the one they were begun under. */
export function saveRubric(
  context: WriteContext,
  { base, rubric: given, note }: ParsedInputOf<'rubric.save'>,
): RubricVersion {
  const { db, actor, now } = context;
  const current = currentRubric(db);
  if (base !== current.version)
    throw new Fault(
      'RUBRIC_STALE',
      `Meanwhile there is ${rubricRef(current)}; these changes were made to version ${base}.`,
    );
  const rubric = nextVersion(current, given);
  const body = canonical(JSON.parse(JSON.stringify(rubric)));
  const digest = sha256Hex(body);
  const words = note.trim();
  run(
    db,
    'INSERT INTO rubric (id, version, body, digest, created_at, actor, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
    rubric.id,
    rubric.version,
    body,
    digest,
    now,
    actor,
    words,
  );
  audit(context, 'rubric.save', {
    rubric: rubricRef(rubric),
    from: rubricRef(current),
    sha256: digest,
    note: words,
  });
  run(db, 'DELETE FROM rubric_draft');
  return versionOf(rubric, { digest, created_at: now, actor, note: words });
}
