import { audit, type WriteContext } from '../context.ts';
import { count, get, type Parameter, run } from '../db/statements.ts';
import { mergeEvents } from '../store/adjudications.ts';
import { insertBatch } from '../store/batches.ts';
import { addAgain } from './add-work.ts';
import { finishConversations } from './conversation-batch.ts';
import {
  CONVERSATION_CELLS,
  FEEDBACK_CELLS,
  FINDING_CELLS,
  type Lent,
  type LentAssignment,
  type LentConversation,
  type LentGold,
  MESSAGE_CELLS,
  REDACTION_CELLS,
} from './lend.ts';
import { itemFor } from './make-item.ts';
import { People } from './people.ts';
import { addAnswer } from './words.ts';

export interface TakenLoan {
  raters: number;
  conversations: number;
  assignments: number;
  gold: number;
  /** Decisions of leads, and what undid them. */
  decisions: number;
}

export const NOTHING_TAKEN: TakenLoan = {
  raters: 0,
  conversations: 0,
  assignments: 0,
  gold: 0,
  decisions: 0,
};

/** Takes in what a project file brings beside ratings, as far as this project does not have it. */
export function takeLoan(context: WriteContext, file: string, lent: Lent): TakenLoan {
  const raters = (): number => count(context.db, 'SELECT count(*) AS n FROM rater');
  const before = raters();
  const conversations = takeConversations(context, file, lent.conversations);
  const assignments = takeAssignments(context, lent.assignments);
  const gold = lent.gold.filter((known) => takeGold(context, known)).length;
  takeAnswers(context, lent);
  return {
    raters: raters() - before,
    conversations,
    assignments,
    gold,
    decisions: takeDecisions(context, lent),
  };
}

function insert(
  context: WriteContext,
  table: string,
  owner: readonly [column: string, id: number],
  cells: readonly string[],
  row: Readonly<Record<string, Parameter>>,
): number {
  const columns = [owner[0], ...cells].map((cell) => `"${cell}"`);
  const { lastInsertRowid } = run(
    context.db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    owner[1],
    ...cells.map((cell) => row[cell] ?? null),
  );
  return Number(lastInsertRowid);
}

/** Conversations come as an import of their own, with all that the other file knows of them. */
function takeConversations(
  context: WriteContext,
  file: string,
  conversations: readonly LentConversation[],
): number {
  const fresh = conversations.filter(
    ({ row }) =>
      !get(context.db, 'SELECT 1 FROM known_content WHERE content_hash = ?', row.content_hash ?? null),
  );
  if (fresh.length === 0) return 0;
  const batch = insertBatch(context, { kind: 'transcripts', file, adapter: 'project' });
  for (const conversation of fresh) takeConversation(context, batch.id, conversation);
  const messages = fresh.flatMap((conversation) => conversation.messages);
  finishConversations(context, batch, {
    conversations: fresh.length,
    messages: messages.length,
    answers: messages.filter(({ row }) => row.judgeable === 1).length,
  });
  return fresh.length;
}

function takeConversation(context: WriteContext, batch: number, { row, messages }: LentConversation): void {
  const id = insert(context, 'conversation', ['batch_id', batch], CONVERSATION_CELLS, row);
  run(
    context.db,
    'INSERT INTO known_content (content_hash, conversation_id) VALUES (?, ?)',
    row.content_hash ?? null,
    id,
  );
  for (const message of messages) {
    const own = insert(context, 'message', ['conversation_id', id], MESSAGE_CELLS, message.row);
    for (const one of message.feedback) insert(context, 'feedback', ['message_id', own], FEEDBACK_CELLS, one);
    for (const one of message.findings) insert(context, 'finding', ['message_id', own], FINDING_CELLS, one);
    for (const one of message.redactions)
      insert(context, 'redaction', ['message_id', own], REDACTION_CELLS, one);
  }
}

/** Work that is not planned here goes behind what its rater has. What the other file handed on is handed on here as well. */
function takeAssignments(context: WriteContext, assignments: readonly LentAssignment[]): number {
  const { db } = context;
  const people = new People(context);
  const act = context.newId();
  const first = count(db, 'SELECT coalesce(max(id), 0) AS n FROM assignment') + 1;
  let added = 0;
  let released = 0;
  let comparisons = 0;
  let reratings = 0;
  for (const {
    rater: named,
    item: lentItem,
    occasion,
    kind,
    shown_order,
    isReleased,
    again,
  } of assignments) {
    const item = itemFor(context, lentItem);
    if (!item) continue;
    const rater = people.of(named);
    const known = get<{ id: number }>(
      db,
      'SELECT id FROM assignment WHERE rater_id = ? AND item_id = ? AND occasion = ?',
      rater.id,
      item.id,
      occasion,
    );
    const id =
      known?.id ??
      addAssignment(context, { raterId: rater.id, itemId: item.id, occasion, kind, shown_order });
    if (!known) added += 1;
    if (!known && shown_order !== null) comparisons += 1;
    if (!known && again) {
      addAgain(context, id, again);
      reratings += 1;
    }
    if (isReleased)
      released += run(
        db,
        'INSERT OR IGNORE INTO assignment_release (assignment_id, act, released_at) VALUES (?, ?, ?)',
        id,
        act,
        context.now,
      ).changes;
  }
  if (added + released > 0)
    audit(context, 'assign.merge', {
      act,
      first,
      last: first + added - 1,
      released,
      ...(comparisons > 0 ? { comparisons } : {}),
      ...(reratings > 0 ? { reratings } : {}),
    });
  return added;
}

function addAssignment(
  context: WriteContext,
  place: { raterId: number; itemId: number; occasion: number; kind: string; shown_order: string | null },
): number {
  const { lastInsertRowid } = run(
    context.db,
    `INSERT INTO assignment (uuid, rater_id, item_id, occasion, kind, shown_order, position, created_at)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM assignment WHERE rater_id = ?), ?)`,
    context.newId(),
    place.raterId,
    place.itemId,
    place.occasion,
    place.kind,
    place.shown_order,
    place.raterId,
    context.now,
  );
  return Number(lastInsertRowid);
}

/** What a lead answered is known to the rater wherever they work. */
function takeAnswers(context: WriteContext, { answers }: Lent): void {
  const people = new People(context);
  for (const { rater, item, ...answer } of answers) {
    const itemId = itemFor(context, item)?.id;
    if (itemId !== undefined) addAnswer(context, { ...answer, raterId: people.of(rater).id, itemId });
  }
}

/** Every decision of the other file that is not known here; which of two on one unit counts is read from their times. */
const takeDecisions = (context: WriteContext, { decisions }: Lent): number =>
  mergeEvents(
    context,
    decisions.flatMap(({ item, ...event }) => {
      const itemId = itemFor(context, item)?.id;
      return itemId === undefined ? [] : { ...event, itemId };
    }),
  );

/** Of two known answers the later counts, wherever it comes from. */
function takeGold(context: WriteContext, { item: lentItem, rubric, values, createdAt }: LentGold): boolean {
  const { db } = context;
  const item = itemFor(context, lentItem);
  if (!item) return false;
  const known = get<{ created_at: number; values: string }>(
    db,
    'SELECT created_at, "values" FROM gold WHERE item_id = ? ORDER BY id DESC LIMIT 1',
    item.id,
  );
  const isLater =
    !known || createdAt > known.created_at || (createdAt === known.created_at && values > known.values);
  if (!isLater) return false;
  const { lastInsertRowid } = run(
    db,
    'INSERT INTO gold (item_id, rubric, "values", created_at) VALUES (?, ?, ?, ?)',
    item.id,
    rubric,
    values,
    createdAt,
  );
  audit(context, 'gold.set', { gold: Number(lastInsertRowid), item: item.ref });
  return true;
}
