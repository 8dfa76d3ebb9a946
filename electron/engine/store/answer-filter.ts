import {
  type FieldName,
  fieldNamed,
  groupOf,
  isFieldName,
} from '../../../shared/sampling/expression/fields.ts';
import { conditionsOf, type Filter, joined, type Tree } from '../../../shared/sampling/expression/tree.ts';
import type { Parameter } from '../db/statements.ts';
import {
  type Asker,
  type Codes,
  codeAsker,
  flagAsker,
  scalarAsker,
  wordsAsker,
} from './filter-conditions.ts';

/** A condition in SQL with the parameters of its question marks. It is never NULL. */
export interface SqlFilter {
  sql: string;
  parameters: Parameter[];
}

/** The value of a group, a text. A name that a JSON path cannot carry is looked for by itself. */
export const groupSql = (name: string): SqlFilter =>
  /^[A-Za-z_][\w-]*$/.test(name)
    ? { sql: `(c.groups ->> '$.${name}')`, parameters: [] }
    : { sql: '(SELECT value FROM json_each(c.groups) WHERE key = ?)', parameters: [name] };

const batch = (column: string): string => `(SELECT b.${column} FROM batch b WHERE b.id = c.batch_id)`;

/** The lowest value of a signal: a thumb down counts before a thumb up, whatever came first. */
const lowest = (signal: string): string =>
  `(SELECT min(f.value) FROM feedback f WHERE f.message_id = m.id AND f.signal = '${signal}')`;

/** What SQLite gives for each field that has one value: over `message` m and `conversation` c. */
export const VALUES = {
  model: 'coalesce(m.model, c.model)',
  model_version: 'c.model_version',
  created_at: 'c.created_at',
  language: 'coalesce(c.language, c.detected_language)',
  use_case: 'c.use_case',
  length: 'length(m.text)',
  turns: "(SELECT count(*) FROM message t WHERE t.conversation_id = c.id AND t.role = 'user')",
  position: 'm.position',
  candidates: `(SELECT count(*) FROM message t WHERE t.conversation_id = m.conversation_id AND t.position = m.position)`,
  'feedback.thumb': lowest('thumb'),
  'feedback.stars': lowest('stars'),
  'feedback.comment': `(SELECT group_concat(comment, char(10)) FROM (SELECT f.comment FROM feedback f
    WHERE f.message_id = m.id AND f.comment IS NOT NULL ORDER BY f.comment))`,
  batch: batch('uuid'),
  file: batch('file'),
  adapter: batch('adapter'),
} as const satisfies Partial<Record<FieldName, string>>;

const signal = (name: string): string =>
  `m.id IN (SELECT f.message_id FROM feedback f WHERE f.signal = '${name}')`;

/** For each field that is true or false, when it is true. */
export const FLAGS = {
  'feedback.edited': signal('edited'),
  'feedback.regenerated': signal('regenerated'),
  'feedback.sent_unmodified': signal('sent_unmodified'),
  'feedback.copied': signal('copied'),
  'feedback.abandoned': signal('abandoned'),
  rated: `m.id IN (SELECT j.message_id FROM judged_answer j JOIN rating r ON r.item_id = j.item_id WHERE r.status = 'submitted')`,
} as const satisfies Partial<Record<FieldName, string>>;

/** For each field of codes, where the codes of an answer or a conversation stand. */
const CODES = {
  finding: {
    member: 'm.id',
    sources: [{ ids: 'SELECT g.message_id FROM finding g', code: 'g.code' }],
    nested: true,
  },
  id: {
    member: 'c.id',
    sources: [
      { ids: 'SELECT k.id FROM conversation k', code: 'k.name' },
      { ids: 'SELECT a.conversation_id FROM conversation_alias a', code: 'a.name' },
    ],
    nested: false,
  },
} as const satisfies Partial<Record<FieldName, Codes>>;

function askerOf(field: string): Asker {
  const group = groupOf(field);
  if (group !== null) return scalarAsker(groupSql(group), 'group');
  if (!isFieldName(field)) throw new Error(`there is no field ${field}`);
  if (isIn(CODES, field)) return codeAsker(CODES[field]);
  if (field === 'text') return wordsAsker('m.text');
  if (isIn(FLAGS, field)) return flagAsker(FLAGS[field]);
  if (isIn(VALUES, field)) return scalarAsker({ sql: VALUES[field], parameters: [] }, 'plain');
  throw new Error(`the field ${field} has no SQL`);
}

const isIn = <Names extends object>(names: Names, name: PropertyKey): name is keyof Names =>
  Object.hasOwn(names, name);

function translated(tree: Tree): SqlFilter {
  switch (tree.kind) {
    case 'condition':
      return askerOf(tree.field)(tree);
    case 'not': {
      const { sql, parameters } = translated(tree.part);
      return { sql: `NOT (${sql})`, parameters };
    }
    case 'all':
    case 'any': {
      const parts = tree.parts.map(translated);
      return {
        sql: `(${parts.map(({ sql }) => sql).join(tree.kind === 'all' ? ' AND ' : ' OR ')})`,
        parameters: parts.flatMap(({ parameters }) => parameters),
      };
    }
  }
}

const EVERYTHING: SqlFilter = { sql: '1', parameters: [] };

/** A filter as a condition on an answer: `message` as m and its `conversation` as c. */
export const answerFilter = (filter: Filter): SqlFilter =>
  filter === null ? EVERYTHING : translated(filter);

const isOfConversation = (tree: Tree): boolean =>
  conditionsOf(tree).every(({ field }) => fieldNamed(field)?.of === 'conversation');

/**
 * A filter as a condition on a `conversation` as c, which matches where any of its answers does. What is asked of the conversation
 * itself is asked without looking at its answers.
 */
export function conversationFilter(filter: Filter): SqlFilter {
  if (filter === null) return EVERYTHING;
  const parts = filter.kind === 'all' ? filter.parts : [filter];
  const own = parts.filter(isOfConversation);
  const answers = parts.filter((part) => !isOfConversation(part));
  const conditions = own.map(translated);
  if (answers.length > 0) {
    const { sql, parameters } = translated(joined('all', answers));
    conditions.push({
      sql: `EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.judgeable = 1 AND ${sql})`,
      parameters,
    });
  }
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
