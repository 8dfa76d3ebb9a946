import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { type ForeignEvent, lentDecisions } from '../store/adjudications.ts';
import type { IncomingItem, IncomingRater } from './incoming.ts';

/** A row as it is stored, by its columns. */
type Row = Readonly<Record<string, string | number | Buffer | null>>;

export interface LentConversation {
  row: Row;
  messages: readonly {
    row: Row;
    feedback: readonly Row[];
    findings: readonly Row[];
    redactions: readonly Row[];
  }[];
}

export interface LentAssignment {
  rater: IncomingRater;
  item: IncomingItem;
  occasion: number;
  kind: string;
  shown_order: string | null;
  isReleased: boolean;
  /** Of one that is judged again: the request, the showing it begins with, and the dimensions that are open. */
  again: { act: string; from: number; dimensions: string[] } | null;
}

/** What the lead answered to what a rater asked. */
export interface LentAnswer {
  rater: IncomingRater;
  item: IncomingItem;
  occasion: number;
  id: string;
  question: string;
  text: string;
  actor: string;
  at: number;
}

export interface LentGold {
  item: IncomingItem;
  rubric: string;
  values: string;
  createdAt: number;
}

/** Something that a lead decided, sent back, undid or brought back. */
export interface LentDecision extends ForeignEvent {
  item: IncomingItem;
}

/** What a project file of the same study brings beside ratings: the work it planned, known answers, decisions, and the conversations they need. */
export interface Lent {
  conversations: readonly LentConversation[];
  assignments: readonly LentAssignment[];
  gold: readonly LentGold[];
  answers: readonly LentAnswer[];
  decisions: readonly LentDecision[];
}

export const CONVERSATION_CELLS = [
  'content_hash',
  'name',
  'created_at',
  'model',
  'model_version',
  'language',
  'use_case',
  'groups',
  'metadata',
  'detected_language',
] as const;
export const MESSAGE_CELLS = [
  'position',
  'candidate',
  'role',
  'judgeable',
  'text',
  'parts',
  'name',
  'model',
  'details',
] as const;
export const FEEDBACK_CELLS = ['kind', 'signal', 'value', 'text', 'comment'] as const;
export const FINDING_CELLS = ['code'] as const;
export const REDACTION_CELLS = ['start', 'end', 'kind', 'placeholder', 'original'] as const;

const listed = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(', ');

/** The items of the project that anybody rated, is to rate, or whose answer is known, with what names them by content. */
export const lentItems = (db: ReadConnection): { id: string; ref: string }[] =>
  all<{ id: string; ref: string }>(
    db,
    `SELECT uuid AS id, ref FROM item WHERE id IN (SELECT item_id FROM rating_event UNION SELECT item_id FROM assignment
       UNION SELECT item_id FROM gold UNION SELECT item_id FROM adjudication_event UNION SELECT item_id FROM mark_answer) ORDER BY id`,
  );

/** Reads what another project file lends to this one; `items` are those of `lentItems`, as this one finds them. */
export function readLoan(
  other: ReadConnection,
  own: ReadConnection,
  items: ReadonlyMap<string, IncomingItem>,
): Lent {
  const wanted = new Set(
    [...items.values()].flatMap(({ row, ref }) =>
      row === null && ref !== null ? (ref.split(':')[0] ?? '') : [],
    ),
  );
  const missing = [...wanted].filter(
    (hash) => !get(own, 'SELECT 1 FROM known_content WHERE content_hash = ?', Buffer.from(hash, 'hex')),
  );
  return {
    conversations: missing.flatMap((hash) => readConversation(other, Buffer.from(hash, 'hex'))),
    assignments: readAssignments(other, items),
    gold: readGold(other, items),
    answers: readAnswers(other, items),
    decisions: lentDecisions(other).flatMap(({ item, ...rest }) => {
      const found = items.get(item);
      return found ? { item: found, ...rest } : [];
    }),
  };
}

function readConversation(db: ReadConnection, hash: Buffer): LentConversation[] {
  const row = get<Row & { id: number }>(
    db,
    `SELECT id, ${listed(CONVERSATION_CELLS)} FROM ready_conversation WHERE content_hash = ?`,
    hash,
  );
  if (!row) return [];
  const messages = all<Row & { id: number }>(
    db,
    `SELECT id, ${listed(MESSAGE_CELLS)} FROM message WHERE conversation_id = ? AND batch_id IS NULL ORDER BY id`,
    row.id,
  );
  const of = (table: string, cells: readonly string[], id: number): Row[] =>
    all<Row>(db, `SELECT ${listed(cells)} FROM ${table} WHERE message_id = ? ORDER BY rowid`, id);
  return [
    {
      row,
      messages: messages.map((message) => ({
        row: message,
        feedback: all<Row>(
          db,
          `SELECT ${listed(FEEDBACK_CELLS)} FROM feedback WHERE message_id = ? AND batch_id IS NULL ORDER BY id`,
          message.id,
        ),
        findings: all<Row>(db, 'SELECT code FROM finding WHERE message_id = ? ORDER BY code', message.id),
        redactions: of('redaction', REDACTION_CELLS, message.id),
      })),
    },
  ];
}

interface AssignmentRow {
  rater_id: string;
  rater: string;
  pseudonym: string;
  item: string;
  occasion: number;
  kind: string;
  shown_order: string | null;
  is_released: number;
  act: string | null;
  from_occasion: number | null;
  dimensions: string | null;
}

const readAssignments = (db: ReadConnection, items: ReadonlyMap<string, IncomingItem>): LentAssignment[] =>
  all<AssignmentRow>(
    db,
    `SELECT p.uuid AS rater_id, p.name AS rater, p.pseudonym, i.uuid AS item, a.occasion, a.kind, a.shown_order,
       x.assignment_id IS NOT NULL AS is_released, g.act, g.from_occasion, g.dimensions
     FROM assignment a JOIN rater p ON p.id = a.rater_id JOIN item i ON i.id = a.item_id
     LEFT JOIN assignment_release x ON x.assignment_id = a.id LEFT JOIN rerating g ON g.assignment_id = a.id
     ORDER BY a.rater_id, a.position`,
  ).flatMap(({ rater_id, rater, pseudonym, item, is_released, act, from_occasion, dimensions, ...rest }) => {
    const found = items.get(item);
    if (!found) return [];
    return {
      rater: { id: rater_id, name: rater, pseudonym },
      item: found,
      isReleased: is_released === 1,
      again:
        act === null || from_occasion === null || dimensions === null
          ? null
          : { act, from: from_occasion, dimensions: JSON.parse(dimensions) },
      ...rest,
    };
  });

interface AnswerRow extends Omit<LentAnswer, 'rater' | 'item'> {
  rater_id: string;
  rater: string;
  pseudonym: string;
  item: string;
}

const readAnswers = (db: ReadConnection, items: ReadonlyMap<string, IncomingItem>): LentAnswer[] =>
  all<AnswerRow>(
    db,
    `SELECT p.uuid AS rater_id, p.name AS rater, p.pseudonym, i.uuid AS item, m.occasion, m.uuid AS id, m.question, m.text, m.actor, m.at
     FROM mark_answer m JOIN rater p ON p.id = m.rater_id JOIN item i ON i.id = m.item_id ORDER BY m.id`,
  ).flatMap(({ rater_id, rater, pseudonym, item, ...rest }) => {
    const found = items.get(item);
    return found ? { ...rest, rater: { id: rater_id, name: rater, pseudonym }, item: found } : [];
  });

interface GoldRow {
  item: string;
  rubric: string;
  values: string;
  created_at: number;
}

const readGold = (db: ReadConnection, items: ReadonlyMap<string, IncomingItem>): LentGold[] =>
  all<GoldRow>(
    db,
    `SELECT i.uuid AS item, g.rubric, g."values", g.created_at FROM gold g JOIN item i ON i.id = g.item_id
     WHERE g.id IN (SELECT max(id) FROM gold GROUP BY item_id) ORDER BY g.id`,
  ).flatMap(({ item, rubric, values, created_at }) => {
    const found = items.get(item);
    return found ? { item: found, rubric, values, createdAt: created_at } : [];
  });
