import type { Conversation, Feedback, Message, Role } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { type Adapter, defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { bareConversation, bareMessage } from './bare.ts';
import { described, Reject, wrong } from './fault.ts';
import { type FieldPath, fieldPath, valueAt, withoutFields } from './field-path.ts';
import { checkDepth, keep } from './fields.ts';
import { contentValue, feedbackValue, listValue, roleOf, textValue, timeValue } from './mapped-values.ts';
import type { Mapping } from './mapping.ts';
import { withoutNothing } from './taken.ts';

type Of<Layout extends Mapping['layout']> = Extract<Mapping, { layout: Layout }>;

/** The adapter that reads records as a mapping says. What it does not map is kept as metadata. */
export function mappedAdapter(mapping: Mapping): Adapter {
  const name = mapping.name ? `mapping:${mapping.name}` : 'mapping';
  const face = { name, title: 'As mapped', detect: (record: unknown) => fitOf(mapping, record) };
  if (mapping.layout === 'list')
    return defineAdapter({ ...face, convert: (record) => [readList(mapping, object(record))] });
  if (mapping.layout === 'pairs' && mapping.turns !== true)
    return defineAdapter({ ...face, convert: (record) => [readPairs(mapping, [object(record)])] });
  const convert = (records: readonly unknown[]): Conversation[] => {
    const rows = inOrder(mapping.order_by, records.map(object));
    return [mapping.layout === 'pairs' ? readPairs(mapping, rows) : readMessages(mapping, rows)];
  };
  const id = fieldPath(mapping.id ?? '');
  return defineAdapter({
    ...face,
    convert: (record) => convert([record]),
    gather: { key: (record) => keyOf(valueAt(record, id)), convert },
  });
}

const object = (record: unknown): JsonObject =>
  isObject(record) ? record : wrong('$', 'an object of named fields', record);

const keyOf = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;

/** The fields that must be there, each counted. */
function fitOf(mapping: Mapping, record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const wanted = fieldsWanted(mapping);
  const found = wanted.filter((text) => valueAt(record, fieldPath(text)) !== undefined);
  if (found.length === 0) return NO_FIT;
  return { score: found.length / wanted.length, because: `the mapped fields ${found.join(', ')}` };
}

function fieldsWanted(mapping: Mapping): string[] {
  if (mapping.layout === 'messages') return [mapping.id, mapping.role, mapping.content];
  if (mapping.layout === 'list') return [mapping.messages];
  return [
    ...[mapping.prompt].flat(),
    ...(mapping.response ? [mapping.response] : (mapping.candidates ?? [])),
  ];
}

/** Rows in the order of a field: numbers by size, the rest as text; those that have none stay where they are, at the end. */
function inOrder(order: string | undefined, rows: JsonObject[]): JsonObject[] {
  if (order === undefined) return rows;
  const path = fieldPath(order);
  const keyed = rows.map((row, index) => ({ row, index, key: valueAt(row, path) }));
  const rank = ({ key }: { key: unknown }): number => {
    const number =
      typeof key === 'number' ? key : typeof key === 'string' && key.trim() !== '' ? Number(key) : Number.NaN;
    return number;
  };
  const isNumeric = keyed.every((entry) => !Number.isNaN(rank(entry)));
  return keyed
    .sort((one, other) => {
      if (isNumeric) return rank(one) - rank(other) || one.index - other.index;
      const [first, second] = [String(one.key ?? '\uffff'), String(other.key ?? '\uffff')];
      return first < second ? -1 : first > second ? 1 : one.index - other.index;
    })
    .map(({ row }) => row);
}

/** Reads fields of one record, and knows which were read. */
class Row {
  readonly record: JsonObject;
  private readonly taken: FieldPath[] = [];
  private readonly mapping: Mapping;

  constructor(mapping: Mapping, record: JsonObject) {
    this.mapping = mapping;
    this.record = record;
  }

  value(text: string): unknown {
    const path = fieldPath(text);
    this.taken.push(path);
    return valueAt(this.record, path);
  }

  text(text: string | undefined): string | null {
    return text === undefined ? null : textValue(this.value(text), at(text));
  }

  time(text: string | undefined): number | null {
    return text === undefined ? null : timeValue(this.value(text), this.mapping.time, at(text));
  }

  groups(): [name: string, value: string][] {
    return Object.entries(this.mapping.groups ?? {}).flatMap(([name, text]): [string, string][] => {
      const value = this.text(text);
      return value === null ? [] : [[name, value]];
    });
  }

  /** Values that say nothing clear stay among the rest. */
  feedback(): Feedback[] {
    return (this.mapping.feedback ?? []).flatMap(({ signal, from, values }) => {
      const path = fieldPath(from);
      const read = feedbackValue(signal, valueAt(this.record, path), values);
      if (read) this.taken.push(path);
      return read ? [read] : [];
    });
  }

  role(text: string): Role {
    return roleOf(this.value(text), this.mapping.roles, at(text));
  }

  content(text: string): Pick<Message, 'text' | 'parts'> {
    const value = this.value(text);
    return value === undefined
      ? wrong(at(text), 'what the message says', value)
      : contentValue(value, at(text));
  }

  rest(): JsonObject {
    const rest = withoutNothing(withoutFields(this.record, this.taken));
    checkDepth(rest, '$');
    return rest;
  }
}

const at = (text: string): string => (text.startsWith('$') ? text : `$.${text}`);

/** What every layout has of a conversation, from the first row that has it. */
function conversationOf(mapping: Mapping, rows: readonly Row[], messages: Message[]): Conversation {
  const first = (text: string | undefined): string | null =>
    rows.map((row) => row.text(text)).find((value) => value !== null) ?? null;
  const times = rows.map((row) => row.time(mapping.created_at)).filter((time) => time !== null);
  return {
    ...bareConversation(messages),
    externalId: first(mapping.id),
    createdAt: times.length > 0 ? Math.min(...times) : null,
    model: first(mapping.model),
    modelVersion: first(mapping.model_version),
    language: first(mapping.language),
    useCase: first(mapping.use_case),
    groups: groupsOf(rows),
  };
}

/** The first value of each group. */
function groupsOf(rows: readonly Row[]): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [name, value] of rows.flatMap((row) => row.groups()))
    if (!Object.hasOwn(groups, name)) keep(groups, name, value);
  return groups;
}

function readMessages(mapping: Of<'messages'>, records: readonly JsonObject[]): Conversation {
  const rows = records.map((record) => new Row(mapping, record));
  const messages = rows.map((row) => {
    const role = row.role(mapping.role);
    const { text, parts } = row.content(mapping.content);
    const message = bareMessage(role, text, parts);
    message.id = row.text(mapping.message_id);
    message.createdAt = row.time(mapping.created_at);
    message.feedback = row.feedback();
    if (role === 'assistant') message.model = row.text(mapping.model);
    return message;
  });
  const conversation = conversationOf(mapping, rows, messages);
  rows.forEach((row, index) => {
    if (mapping.order_by !== undefined) row.value(mapping.order_by);
    const message = messages[index];
    if (message) message.metadata = row.rest();
  });
  for (const message of messages) if (message.model === conversation.model) message.model = null;
  return conversation;
}

function readPairs(mapping: Of<'pairs'>, records: readonly JsonObject[]): Conversation {
  const rows = records.map((record) => new Row(mapping, record));
  const messages: Message[] = [];
  let candidates: Message[] = [];
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    const system = row.text(mapping.system);
    if (system !== null && index === 0) messages.push(bareMessage('system', system, null));
    const history = mapping.history === undefined ? null : row.value(mapping.history);
    if (index === 0 && history !== null && history !== undefined && history !== '')
      messages.push(...readHistory(mapping, history));
    messages.push(bareMessage('user', promptOf(mapping, row), null));
    const answers = (mapping.response ? [mapping.response] : (mapping.candidates ?? [])).map((text) => {
      const content = row.content(text);
      return bareMessage('assistant', content.text, content.parts);
    });
    const [answer] = answers;
    if (answer) {
      answer.feedback = row.feedback();
      if (rows.length > 1) answer.createdAt = row.time(mapping.created_at);
    }
    if (answers.length > 1 && isLast) candidates = answers;
    else if (answer) messages.push(answer);
  });
  const conversation = conversationOf(mapping, rows, messages);
  rows.forEach((row) => {
    if (mapping.order_by !== undefined) row.value(mapping.order_by);
  });
  const metadata: JsonObject = rows.length === 1 ? (rows[0]?.rest() ?? {}) : turnsLeft(rows);
  return { ...conversation, candidates, metadata };
}

/** What is left of several rows, row by row. */
function turnsLeft(rows: readonly Row[]): JsonObject {
  const left = rows.map((row) => row.rest());
  return left.some((rest) => Object.keys(rest).length > 0) ? { turns: left } : {};
}

function promptOf(mapping: Of<'pairs'>, row: Row): string {
  const texts = [mapping.prompt].flat().map((text) => row.text(text));
  const prompt = texts.filter((text) => text !== null).join('\n\n');
  if (prompt !== '') return prompt;
  const [first = ''] = [mapping.prompt].flat();
  throw new Reject(at(first), 'There is no prompt.', 'NO_PROMPT');
}

/** Earlier messages: `{role, content}` or `{from, value}`, or pairs of what was asked and answered. */
function readHistory(mapping: Of<'pairs'>, history: unknown): Message[] {
  const place = at(mapping.history ?? '');
  return listValue(history, place).flatMap((entry, index) => {
    const here = `${place}[${index}]`;
    if (isObject(entry)) {
      const { text, parts } = contentValue(entry.content ?? entry.value ?? entry.text ?? null, here);
      return [bareMessage(roleOf(entry.role ?? entry.from, mapping.roles, `${here}.role`), text, parts)];
    }
    if (!Array.isArray(entry) || entry.length !== 2)
      throw new Reject(here, `It is ${described(entry)}; a message or a pair of texts is wanted.`);
    return entry.map((text: unknown, side) =>
      bareMessage(side === 0 ? 'user' : 'assistant', contentValue(text, `${here}[${side}]`).text, null),
    );
  });
}

function readList(mapping: Of<'list'>, record: JsonObject): Conversation {
  const row = new Row(mapping, record);
  const place = at(mapping.messages);
  const entries = listValue(row.value(mapping.messages), place);
  if (entries.length === 0) throw new Reject(place, 'The list is empty; a conversation has messages.');
  const role = fieldPath(mapping.role);
  const content = fieldPath(mapping.content);
  const messages = entries.map((entry, index) => {
    const here = `${place}[${index}]`;
    if (!isObject(entry)) return wrong(here, 'an object with a role and content', entry);
    const value = valueAt(entry, content);
    const read =
      value === undefined
        ? wrong(`${here}.${mapping.content}`, 'what the message says', value)
        : contentValue(value, here);
    const message = bareMessage(
      roleOf(valueAt(entry, role), mapping.roles, `${here}.${mapping.role}`),
      read.text,
      read.parts,
    );
    message.metadata = withoutNothing(withoutFields(entry, [role, content]));
    checkDepth(message.metadata, here);
    return message;
  });
  const system = row.text(mapping.system);
  const conversation = conversationOf(
    mapping,
    [row],
    system === null ? messages : [bareMessage('system', system, null), ...messages],
  );
  const answer = messages.findLast((message) => message.role === 'assistant');
  if (answer) answer.feedback = row.feedback();
  return { ...conversation, metadata: row.rest() };
}
