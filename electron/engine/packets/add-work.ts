import { Fault } from '../../../shared/contract/errors.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { rubricSchema } from '../../../shared/domain/rubric-schema.ts';
import { audit, type WriteContext } from '../context.ts';
import { count, get, run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import type { Work } from './contents.ts';
import { nameOf } from './file-format.ts';

export const alteredWork = (file: string, why: string): Fault =>
  new Fault('PACKET_ALTERED', `${nameOf(file)} is not as it should be: ${why}.`, { file });

/** Stores rubrics that are not known, letter by letter, so that their digests are the study's. Gives back the names of all. */
export const storeRubrics = (
  context: WriteContext,
  rubrics: Work['rubrics'],
  file: string,
): readonly string[] => rubrics.map((rubric) => storeRubric(context, rubric, file));

function storeRubric(
  context: WriteContext,
  { text, createdAt }: Work['rubrics'][number],
  file: string,
): string {
  const rubric = rubricSchema.safeParse(parseJson(text)).data;
  if (!rubric) throw alteredWork(file, 'its rubric cannot be read');
  const ref = rubricRef(rubric);
  if (get(context.db, 'SELECT 1 FROM rubric WHERE id = ? AND version = ?', rubric.id, rubric.version))
    return ref;
  const digest = sha256Hex(text);
  run(
    context.db,
    'INSERT INTO rubric (id, version, body, digest, created_at, actor) VALUES (?, ?, ?, ?, ?, ?)',
    rubric.id,
    rubric.version,
    text,
    digest,
    createdAt,
    context.actor,
  );
  audit(context, 'rubric.add', { rubric: ref, sha256: digest });
  return ref;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was added, as the audit log tells it: the numbers of the assignments, and how many of them are special where any are. */
export interface AddedWork {
  first: number;
  last: number;
  comparisons?: number;
  reratings?: number;
}

/** Adds the assignments of a packet that are not known behind those of the rater that are, in their order. */
export function addAssignments(
  context: WriteContext,
  raterId: number,
  assignments: Work['assignments'],
  rowOf: (index: number) => number | undefined,
): AddedWork {
  const { db, now } = context;
  const first = count(db, 'SELECT coalesce(max(id), 0) + 1 AS n FROM assignment');
  const behind = count(
    db,
    'SELECT coalesce(max(position) + 1, 0) AS n FROM assignment WHERE rater_id = ?',
    raterId,
  );
  const fresh = assignments.flatMap(({ item, ...rest }) => {
    const itemId = rowOf(item);
    return itemId === undefined || isKnown(context, raterId, { ...rest, itemId }) ? [] : { ...rest, itemId };
  });
  for (const [at, { id, itemId, occasion, shownOrder, again }] of fresh.entries()) {
    run(
      db,
      `INSERT INTO assignment (id, uuid, rater_id, item_id, occasion, kind, shown_order, position, created_at)
       VALUES (?, ?, ?, ?, ?, 'plain', ?, ?, ?)`,
      first + at,
      id,
      raterId,
      itemId,
      occasion,
      shownOrder === null ? null : JSON.stringify(shownOrder),
      behind + at,
      now,
    );
    if (again) addAgain(context, first + at, again);
  }
  const comparisons = fresh.filter(({ shownOrder }) => shownOrder !== null).length;
  const reratings = fresh.filter(({ again }) => again !== null).length;
  return {
    first,
    last: first + fresh.length - 1,
    ...(comparisons > 0 ? { comparisons } : {}),
    ...(reratings > 0 ? { reratings } : {}),
  };
}

const isKnown = (
  { db }: WriteContext,
  raterId: number,
  { id, itemId, occasion }: { id: string; itemId: number; occasion: number },
): boolean =>
  get(db, 'SELECT 1 FROM assignment WHERE uuid = ?', id) !== undefined ||
  get(
    db,
    'SELECT 1 FROM assignment WHERE rater_id = ? AND item_id = ? AND occasion = ?',
    raterId,
    itemId,
    occasion,
  ) !== undefined;

/** Which rating an assignment is to be made anew of, and what of it is open. */
export const addAgain = (
  { db }: WriteContext,
  assignment: number,
  { act, from, dimensions }: { act: string; from: number; dimensions: readonly string[] },
): void =>
  void run(
    db,
    'INSERT INTO rerating (assignment_id, act, from_occasion, dimensions) VALUES (?, ?, ?, ?)',
    assignment,
    act,
    from,
    JSON.stringify(dimensions),
  );
