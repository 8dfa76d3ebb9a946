import type { Part, Role } from '../../../shared/domain/conversation.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import type { ProjectSettings } from '../../../shared/domain/settings.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { currentRubric, projectRow } from '../store/project.ts';
import { readSettings } from '../store/settings.ts';
import type { PacketMessage, Work } from './contents.ts';

/** What is assigned: by the item's id, or by its index in a packet. */
interface Assigned<Item> {
  id: string;
  item: Item;
  occasion: number;
  shown_order: string | null;
  /** Of one that is judged again: the request, the showing it begins with, and the dimensions that are open. */
  act: string | null;
  from: number | null;
  dimensions: string | null;
}

/** What a rater has to do, and has done, in the order of their queue; what was handed on to others is theirs. */
const ASSIGNMENTS = `SELECT a.uuid AS id, i.uuid AS item, a.occasion, a.shown_order, x.act, x.from_occasion AS "from", x.dimensions
  FROM assignment a JOIN item i ON i.id = a.item_id LEFT JOIN rerating x ON x.assignment_id = a.id
  LEFT JOIN rating r ON r.rater_id = a.rater_id AND r.item_id = a.item_id AND r.occasion = a.occasion
  WHERE a.rater_id = ? AND (a.id NOT IN (SELECT assignment_id FROM assignment_release) OR r.status IN ('submitted', 'skipped'))
  ORDER BY a.position`;

export const assignmentsOf = (db: ReadConnection, raterId: number): Assigned<string>[] =>
  all<Assigned<string>>(db, ASSIGNMENTS, raterId);

interface WorkParts {
  /** Row ids of the items, in the order of the packet's list. */
  items: readonly number[];
  assignments: readonly Assigned<number>[];
  /** Rubrics that ratings so far were made under. */
  rubrics: ReadonlySet<string>;
}

/**
 * The work of a packet: what its rater may see, and nothing else. Known answers and hidden repeats are not told apart from the rest; of
 * models only what a project that is not blind shows; of users' feedback and where conversations come from nothing; of personal data what
 * stands in its place.
 */
export function readWork(
  db: ReadConnection,
  { items, assignments, rubrics }: WorkParts,
): Omit<Work, 'answers' | 'notes'> {
  const { name, illustrative } = projectRow(db);
  const settings = readSettings(db);
  return {
    name,
    illustrative: illustrative === 1,
    rubrics: rubricsFor(db, rubrics),
    settings: ofRating(settings),
    items: items.map((id, index) => ({ item: index, ...readItem(db, id, settings.blind) })),
    assignments: assignments.map(({ id, item, occasion, shown_order, act, from, dimensions }) => ({
      id,
      item,
      occasion,
      shownOrder: shown_order === null ? null : JSON.parse(shown_order),
      again:
        act === null || from === null || dimensions === null
          ? null
          : { act, from, dimensions: JSON.parse(dimensions) },
    })),
  };
}

/** What a rater's project needs to know of the lead's choices. */
const ofRating = ({
  blind,
  contentWarnings,
  showPace,
  pauseAfterMinutes,
}: ProjectSettings): Work['settings'] => ({
  blind,
  contentWarnings,
  showPace,
  pauseAfterMinutes,
});

/** The rubric to rate by comes last: it is the newest. */
function rubricsFor(db: ReadConnection, refs: ReadonlySet<string>): Work['rubrics'] {
  const current = rubricRef(currentRubric(db));
  return [...[...refs].filter((ref) => ref !== current).sort(), current].flatMap((ref) => {
    const row = get<{ body: string; created_at: number }>(
      db,
      "SELECT body, created_at FROM rubric WHERE id || '@' || version = ?",
      ref,
    );
    return row ? { text: row.body, createdAt: row.created_at } : [];
  });
}

interface MessageRow {
  id: number;
  role: Role;
  text: string;
  parts: string | null;
  model: string | null;
  findings: string;
  number: number | null;
}

const FACE = `m.id, m.role, m.text, m.parts, coalesce(m.model, c.model) AS model,
  (SELECT json_group_array(code) FROM finding f WHERE f.message_id = m.id) AS findings`;

const ANSWERS = `SELECT ${FACE}, j.number, m.conversation_id, m.position, c.model_version FROM judged_answer j
  JOIN message m ON m.id = j.message_id JOIN conversation c ON c.id = m.conversation_id WHERE j.item_id = ? ORDER BY j.number`;
const CONTEXT = `SELECT ${FACE}, NULL AS number FROM message m JOIN conversation c ON c.id = m.conversation_id
  WHERE m.conversation_id = ? AND m.position < ? AND m.candidate = 0 ORDER BY m.position`;

type AnswerRow = MessageRow & { conversation_id: number; position: number; model_version: string | null };

function readItem(
  db: ReadConnection,
  itemId: number,
  blind: boolean,
): Pick<Work['items'][number], 'context' | 'answers' | 'modelVersion'> {
  const answers = all<AnswerRow>(db, ANSWERS, itemId);
  const [first] = answers;
  const context = first ? all<MessageRow>(db, CONTEXT, first.conversation_id, first.position) : [];
  const message = ({ role, text, parts, model, findings }: MessageRow): PacketMessage => ({
    role,
    text,
    parts: parts === null ? null : readParts(parts),
    findings: JSON.parse(findings),
    model: blind ? null : model,
  });
  return {
    context: context.map((row) => ({ ...message(row), model: null })),
    answers: answers.map(message),
    modelVersion: blind ? null : (first?.model_version ?? null),
  };
}

const readParts = (text: string): Part[] => JSON.parse(text);
