import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Json } from '../../../shared/domain/canonical.ts';
import { audit, type WriteContext } from '../context.ts';
import { all } from '../db/statements.ts';
import { raterById } from '../store/raters.ts';
import {
  type ConflictRow,
  conflictRow,
  heldGroups,
  KEY_CONFLICT,
  openConflicts,
  versionsAt,
} from './conflicts.ts';
import { type Decision, decide } from './decisions.ts';
import { ItemSearch } from './find-items.ts';
import { heldEvents } from './held.ts';
import { rubricSubject } from './rubric-check.ts';
import { giveToAnother } from './split.ts';
import { restand } from './standing.ts';
import { retakeHeld } from './store-merge.ts';
import { restandUnder, undoDecision } from './undo.ts';

type Input = ParsedInputOf<'packet.resolve'>;

/** Decides a conflict as the lead wishes. Nothing that was merged is changed or lost by it. */
export function resolveConflict(context: WriteContext, input: Input): OutputOf<'packet.resolve'> {
  const { db } = context;
  if (input.how === 'undo') {
    undoDecision(context, input.conflict);
    return { open: openConflicts(db).length };
  }
  const found = openConflicts(db).find(({ id }) => id === input.conflict);
  if (!found) throw new Fault('CONFLICT_UNKNOWN', 'This conflict is not open, or not of this project.');
  const { how } = input;
  if (!found.resolutions.some((way) => way === how))
    throw new Fault('RESOLUTION_NOT_POSSIBLE', `This conflict cannot be decided by "${input.how}".`);
  const row = conflictRow(db, input.conflict);
  if (row) resolveDifference(context, row, input);
  else if (input.conflict.startsWith(KEY_CONFLICT)) resolveKeys(context, input, found.keys);
  else resolveHeld(context, input);
  return { open: openConflicts(db).length };
}

/** One decision that changes no more than what counts. */
function decideAlone(context: WriteContext, decision: Decision, about: Record<string, Json>): void {
  const act = context.newId();
  decide(context, act, decision);
  audit(context, 'packet.resolve', { act, kind: decision.kind, decisions: 1, ...about });
}

function resolveDifference(context: WriteContext, row: ConflictRow, { how, event, name }: Input): void {
  const versions = versionsAt(context.db, row);
  const chosen = versions.find(({ last }) => last.uuid === event);
  if (!chosen)
    throw new Fault('RESOLUTION_NOT_POSSIBLE', 'It was not said which of the judgements is meant.');
  const place = { raterId: row.rater_id, itemId: row.item_id, occasion: row.occasion };
  const rater = { id: row.rater_id, name: row.rater };
  if (how === 'another') {
    if (chosen.last.journal === null)
      throw new Fault(
        'RESOLUTION_NOT_POSSIBLE',
        'This judgement was made in this project; choose the other.',
      );
    giveToAnother(context, rater, [chosen.last.journal], '', name);
    return;
  }
  const among = versions.map(({ last }) => last.uuid).sort();
  const subject = JSON.stringify({ event: chosen.last.uuid, among });
  decideAlone(context, { kind: 'keep', ...place, subject }, { conflict: row.uuid });
  restand(context.db, place);
}

/** `event` names the key that is another person's. */
function resolveKeys(context: WriteContext, { conflict, how, event, name }: Input, keys: string[]): void {
  const rater = raterById(context.db, conflict.slice(KEY_CONFLICT.length));
  if (how === 'same') {
    decideAlone(
      context,
      { kind: 'same', raterId: rater.id, subject: JSON.stringify(keys) },
      { rater: rater.uuid, keys },
    );
    return;
  }
  if (event === undefined || !keys.includes(event))
    throw new Fault('RESOLUTION_NOT_POSSIBLE', 'It was not said which of the keys is meant.');
  const journals = all<{ id: number }>(
    context.db,
    `SELECT id FROM foreign_journal WHERE signed_by = ? AND id IN
       (SELECT m.journal_id FROM rating_event e JOIN merged_event m ON m.event_seq = e.seq WHERE e.rater_id = ?) ORDER BY id`,
    event,
    rater.id,
  );
  giveToAnother(
    context,
    rater,
    journals.map(({ id }) => id),
    event,
    name,
  );
}

function resolveHeld(context: WriteContext, { conflict, how }: Input): void {
  const { db } = context;
  const group = heldGroups(db).find(({ id }) => id === conflict);
  const rubric = group?.places[0]?.record.event.rubric;
  if (!group || !rubric) throw new Fault('CONFLICT_UNKNOWN', 'This conflict is not open any more.');
  if (how === 'dismiss') {
    const act = context.newId();
    for (const { place } of group.places) decide(context, act, { kind: 'dismiss', subject: place });
    audit(context, 'packet.resolve', {
      act,
      kind: 'dismiss',
      decisions: group.places.length,
      rubric: rubric.ref,
    });
    return;
  }
  decideAlone(context, { kind: 'accept', subject: rubricSubject(rubric) }, { rubric: rubric.ref });
  const search = new ItemSearch(db);
  const items = heldEvents(db).map(({ record: { item } }) => [item.key, search.find(item)]);
  retakeHeld(context, { items: Object.fromEntries(items) });
  restandUnder(db, rubricSubject(rubric));
}
