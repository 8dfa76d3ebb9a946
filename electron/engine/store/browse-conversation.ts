import type {
  BrowsedConversation,
  BrowsedMessage,
  GivenFeedback,
} from '../../../shared/contract/browsing.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Role } from '../../../shared/domain/conversation.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { iso } from '../ids.ts';

interface ConversationRow {
  id: number;
  name: string | null;
  content_hash: Buffer;
  created_at: number | null;
  model: string | null;
  model_version: string | null;
  language: string | null;
  use_case: string | null;
  groups: string | null;
  metadata: string | null;
  batch: string;
  file: string;
  adapter: string;
  finished_at: number;
}

interface MessageRow {
  id: number;
  position: number;
  candidate: number;
  role: Role;
  text: string;
  parts: string | null;
  name: string | null;
  model: string | null;
  details: string | null;
  ratings: number;
}

/** Everything of one conversation: every message and alternative, what users did with it and what was found in it. */
export function browseConversation(db: ReadConnection, id: number): BrowsedConversation {
  const row = get<ConversationRow>(
    db,
    `SELECT c.id, c.name, c.content_hash, c.created_at, c.model, c.model_version,
       coalesce(c.language, c.detected_language) AS language, c.use_case, c.groups, c.metadata, b.uuid AS batch, b.file,
       b.adapter, b.finished_at
     FROM ready_conversation c JOIN batch b ON b.id = c.batch_id WHERE c.id = ?`,
    id,
  );
  if (!row) throw new Fault('CONVERSATION_UNKNOWN', `This project has no conversation ${id}.`);
  const aliases = all<{ name: string }>(
    db,
    'SELECT name FROM conversation_alias WHERE conversation_id = ? ORDER BY name',
    id,
  );
  const contentHash = row.content_hash.toString('hex');
  return {
    id,
    ref: row.name ?? contentHash,
    names: [...(row.name === null ? [] : [row.name]), ...aliases.map(({ name }) => name)],
    contentHash,
    createdAt: row.created_at === null ? null : iso(row.created_at),
    model: row.model,
    modelVersion: row.model_version,
    language: row.language,
    useCase: row.use_case,
    groups: readJson(row.groups),
    metadata: readJson(row.metadata),
    batch: { id: row.batch, file: row.file, adapter: row.adapter, importedAt: iso(row.finished_at) },
    messages: readMessages(db, id),
  };
}

const readJson = (text: string | null) => (text === null ? {} : JSON.parse(text));

function readMessages(db: ReadConnection, conversation: number): BrowsedMessage[] {
  const feedback = all<GivenFeedback & { message: number }>(
    db,
    `SELECT f.message_id AS message, f.kind, f.signal, f.value, f.text, f.comment
     FROM message m JOIN feedback f ON f.message_id = m.id WHERE m.conversation_id = ? ORDER BY f.id`,
    conversation,
  );
  const findings = all<{ message: number; code: string }>(
    db,
    `SELECT m.id AS message, g.code FROM message m JOIN finding g ON g.message_id = m.id
     WHERE m.conversation_id = ? ORDER BY g.code`,
    conversation,
  );
  const redactions = all<{ message: number; start: number; end: number; kind: string }>(
    db,
    `SELECT m.id AS message, r.start, r."end", r.kind FROM message m JOIN redaction r ON r.message_id = m.id
     WHERE m.conversation_id = ? AND r.kind <> 'parts' ORDER BY r.start`,
    conversation,
  );
  return all<MessageRow>(
    db,
    `SELECT m.id, m.position, m.candidate, m.role, m.text, m.parts, m.name, m.model, m.details,
       (SELECT count(*) FROM judged_answer j JOIN rating r ON r.item_id = j.item_id
        WHERE j.message_id = m.id AND r.status = 'submitted') AS ratings
     FROM message m WHERE m.conversation_id = ? ORDER BY m.position, m.candidate`,
    conversation,
  ).map(({ id, parts, details, ...rest }) => ({
    ...rest,
    parts: parts === null ? null : JSON.parse(parts),
    details: readJson(details),
    feedback: feedback.filter(({ message }) => message === id).map(({ message: _of, ...given }) => given),
    findings: findings.filter(({ message }) => message === id).map(({ code }) => code),
    redactions: redactions.filter(({ message }) => message === id).map(({ message: _in, ...place }) => place),
  }));
}
