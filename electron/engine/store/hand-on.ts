import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { PlannedShowing } from '../../../shared/sampling/assign.ts';
import { handOn } from '../../../shared/sampling/hand-on.ts';
import { distinctNames } from '../../../shared/sampling/names.ts';
import { audit, type WriteContext } from '../context.ts';
import { all, run } from '../db/statements.ts';
import { addShowings, heldBy } from './assignments.ts';
import { ensureRater, raterByName } from './raters.ts';
import { sampleItems } from './samples.ts';

interface OpenRow extends PlannedShowing {
  id: number;
  sample_id: number | null;
}

const OPEN = `SELECT a.id, a.sample_id, a.item_id AS item, a.kind, a.occasion FROM assignment a
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE a.rater_id = ? AND a.id NOT IN (SELECT assignment_id FROM assignment_release)
    AND a.id NOT IN (SELECT assignment_id FROM rerating)
    AND coalesce(r.status, 'draft') = 'draft' AND (? IS NULL OR a.sample_id = ?)
  ORDER BY a.position`;

/**
 * Hands on what a rater has neither submitted nor skipped, but for ratings of their own that are to be made again. Their assignments stay on record, noted as released; what others get are
 * assignments of their own.
 */
export function replaceRater(
  context: WriteContext,
  { rater: name, by, sample, seed }: ParsedInputOf<'assign.replace'>,
): OutputOf<'assign.replace'> {
  const leaving = raterByName(context.db, name);
  if (!leaving) throw new Fault('RATER_UNKNOWN', `This project has no rater ${name}.`);
  const { names, repeated } = distinctNames(by);
  const successors = names.map((successor) => ensureRater(context, successor));
  if (successors.some(({ id }) => id === leaving.id))
    throw new Fault('SAMPLE_PLAN_INVALID', `${name} leaves, and cannot take over their own work.`);
  const sampleId = sample === undefined ? null : sampleItems(context.db, sample).id;
  const open = all<OpenRow>(context.db, OPEN, leaving.id, sampleId, sampleId);
  if (open.length === 0)
    return { released: 0, assignments: 0, per_rater: {}, unplaced: 0, repeated_names: repeated };
  const had = new Map(
    successors.map((successor) => {
      const { items, lost } = heldBy(context.db, successor.name);
      return [successor.name, new Set([...items, ...lost])];
    }),
  );
  const { queues, unplaced } = handOn({ open, successors: successors.map((own) => own.name), had, seed });
  const act = context.newId();
  for (const { id } of open)
    run(
      context.db,
      'INSERT INTO assignment_release (assignment_id, act, released_at) VALUES (?, ?, ?)',
      id,
      act,
      context.now,
    );
  const samples = new Map(open.map(({ item, sample_id }) => [item, sample_id]));
  const { showings, perRater, first, last, comparisons } = addShowings(
    context,
    [...queues].map(([rater, own]) => ({ rater, showings: own.map(bare) })),
    seed,
    (item) => samples.get(item) ?? null,
  );
  audit(context, 'assign.replace', {
    act,
    rater: leaving.uuid,
    sample: sample ?? null,
    seed: String(seed),
    released: open.length,
    per_rater: perRater,
    unplaced,
    first,
    last,
    ...(comparisons > 0 ? { comparisons } : {}),
  });
  return {
    released: open.length,
    assignments: showings.length,
    per_rater: perRater,
    unplaced,
    repeated_names: repeated,
  };
}

const bare = ({ item, kind, occasion }: PlannedShowing): PlannedShowing => ({ item, kind, occasion });
