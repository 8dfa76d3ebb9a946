import { isObject, type JsonObject } from '../domain/json.ts';
import { fieldPath, valueAt } from './field-path.ts';
import { roleNamed } from './mapped-values.ts';
import type { Mapping } from './mapping.ts';

export interface Suggestion {
  mapping: Mapping;
  /** 0 to 1. */
  confidence: number;
  because: string;
}

/** Names of fields, without case, spaces and punctuation. */
const NAMES = {
  id: /^(?:conversation|session|chat|thread|dialog(?:ue)?|ticket)(?:id|uuid|key|number|no)?$|^(?:c|conv|sess)id$/,
  ownId: /^(?:id|uuid|key|rowid|recordid|exampleid|itemid)$/,
  role: /^(?:role|speaker|sender|from|author|who|party|direction|sendertype|authorrole|messagerole)$/,
  content: /^(?:content|text|message|body|value|utterance|msg|messagetext|messagecontent)$/,
  order:
    /^(?:turn|turnid|turnindex|index|position|order|seq|sequence|step|messageindex|turnnumber|messageno)$/,
  messageId: /^(?:messageid|msgid|messageuuid)$/,
  createdAt: /^(?:createdat|created|timestamp|time|date|datetime|ts|sentat|createdon|createtime|startedat)$/,
  model: /^(?:model|modelname|modelid|llm|engine)$/,
  modelVersion: /^(?:modelversion|version)$/,
  language: /^(?:language|lang|locale)$/,
  useCase: /^(?:usecase|category|topic|intent|task|feature)$/,
  prompt: /^(?:prompt|question|query|userprompt|userinput|usermessage|instruction|request|input|ask|user)$/,
  extra: /^(?:input|context)$/,
  response:
    /^(?:response|answer|completion|reply|output|assistantresponse|modelresponse|modeloutput|assistant|generation|botresponse|botanswer|prediction|aimessage)$/,
  candidate: /^(?:response|answer|completion|output|candidate|option)(?:[a-d]|[1-9])$/,
  system: /^(?:system|systemprompt|systemmessage|instructions)$/,
  history: /^(?:history|chathistory|previousmessages|previousturns)$/,
  thumb: /^(?:thumb|thumbs|thumbsup|thumbsupdown|feedback|userfeedback|vote|like|liked|helpful|washelpful)$/,
  stars: /^(?:stars|starrating|rating|userrating|score|csat)$/,
  comment: /^(?:comment|comments|usercomment|feedbackcomment|feedbacktext|remark)$/,
  edited: /^(?:edited|editedanswer|editedresponse|editedtext|finalanswer|finalresponse|senttext)$/,
} as const;
type Meaning = keyof typeof NAMES;

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Fields are looked for so deep in objects. */
const DEPTH = 3;
const MOST_FIELDS = 300;

interface Field {
  path: string;
  name: string;
  values: unknown[];
}

/** A mapping that these records may be meant by, from the names of their fields and what is in them; null where none suggests itself. */
export function suggestMapping(records: readonly unknown[]): Suggestion | null {
  const rows = records.filter(isObject);
  if (rows.length === 0) return null;
  const fields = fieldsOf(rows);
  return asList(fields, rows) ?? asMessages(fields) ?? asPairs(fields);
}

function fieldsOf(rows: readonly JsonObject[]): Field[] {
  const paths = new Map<string, string>();
  const visit = (value: JsonObject, before: string, depth: number): void => {
    for (const [name, inner] of Object.entries(value)) {
      if (paths.size >= MOST_FIELDS) return;
      const path = before === '' ? name : `${before}.${name}`;
      if (isObject(inner) && depth < DEPTH && /^[^.[\]"$]+$/.test(name)) visit(inner, path, depth + 1);
      else if (!paths.has(path)) paths.set(path, name);
    }
  };
  for (const row of rows.slice(0, 10)) visit(row, '', 1);
  return [...paths].map(([path, name]) => ({
    path,
    name: bare(name),
    values: rows
      .map((row) => valueAt(row, fieldPath(path)))
      .filter((value) => value !== undefined && value !== null && value !== ''),
  }));
}

/** The first field of a name with that meaning, of those whose values are such. */
const named = (
  fields: readonly Field[],
  meaning: Meaning,
  holds: (value: unknown) => boolean = isPlain,
): string | undefined =>
  fields.find(({ name, values }) => NAMES[meaning].test(name) && values.length > 0 && values.every(holds))
    ?.path;

const isText = (value: unknown): boolean => typeof value === 'string';
const isPlain = (value: unknown): boolean => typeof value !== 'object';

function facts(fields: readonly Field[], taken: readonly (string | undefined)[]) {
  const left = fields.filter(({ path }) => !taken.includes(path));
  const given = {
    created_at: named(left, 'createdAt'),
    model: named(left, 'model', isText),
    model_version: named(left, 'modelVersion'),
    language: named(left, 'language', isText),
    use_case: named(left, 'useCase', isText),
  };
  const feedback = (['thumb', 'stars', 'comment', 'edited'] as const).flatMap((signal) => {
    const from = named(left, signal);
    return from === undefined ? [] : [{ signal, from }];
  });
  return {
    touchstone_mapping: 1 as const,
    time: 'auto' as const,
    ...defined(given),
    ...(feedback.length > 0 ? { feedback } : {}),
  };
}

const defined = <Value>(fields: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function asMessages(fields: readonly Field[]): Suggestion | null {
  const role = fields.find(
    ({ name, values }) =>
      NAMES.role.test(name) &&
      values.length > 0 &&
      values.filter((value) => roleNamed(value) !== null).length >= values.length * 0.8,
  )?.path;
  const content = named(fields, 'content');
  const id = named(fields, 'id');
  if (role === undefined || content === undefined || id === undefined) return null;
  const order_by = named(fields, 'order');
  const message_id = named(fields, 'messageId') ?? named(fields, 'ownId');
  const taken = [role, content, id, order_by, message_id];
  const mapping: Mapping = {
    ...facts(fields, taken),
    layout: 'messages',
    id,
    role,
    content,
    ...defined({ order_by, message_id }),
  };
  return { mapping, confidence: 0.85, because: `a message a record: ${role} and ${content}, by ${id}` };
}

function asPairs(fields: readonly Field[]): Suggestion | null {
  const prompt = named(fields, 'prompt', isText);
  const others = fields.filter(({ path }) => path !== prompt);
  const several = others
    .filter(({ name, values }) => NAMES.candidate.test(name) && values.length > 0 && values.every(isText))
    .map(({ path }) => path);
  const response = named(others, 'response', isText);
  if (prompt === undefined || (response === undefined && several.length < 2)) return null;
  const extra = bare(prompt) === 'instruction' ? named(others, 'extra', isText) : undefined;
  const id = named(fields, 'id') ?? named(fields, 'ownId');
  const system = named(others, 'system', isText);
  const history = named(others, 'history', () => true);
  const taken = [prompt, response, extra, id, system, history, ...several];
  const mapping: Mapping = {
    ...facts(fields, taken),
    layout: 'pairs',
    prompt: extra === undefined ? prompt : [prompt, extra],
    ...(several.length >= 2 ? { candidates: several } : defined({ response })),
    ...defined({ id, system, history }),
  };
  const answers = several.length >= 2 ? several.join(', ') : response;
  return { mapping, confidence: 0.8, because: `a prompt and what was answered: ${prompt} and ${answers}` };
}

function asList(fields: readonly Field[], rows: readonly JsonObject[]): Suggestion | null {
  for (const { path, values } of fields) {
    const entries = values
      .flatMap((value) => (Array.isArray(value) ? value.slice(0, 20) : []))
      .filter(isObject);
    if (entries.length === 0 || values.length < rows.length / 2) continue;
    const inner = fieldsOf(entries);
    const role = inner.find(
      ({ name, values: names }) =>
        NAMES.role.test(name) && names.length > 0 && names.every((value) => roleNamed(value) !== null),
    )?.path;
    const content = named(inner, 'content');
    if (role === undefined || content === undefined) continue;
    const id = named(fields, 'id') ?? named(fields, 'ownId');
    const system = named(fields, 'system', isText);
    const mapping: Mapping = {
      ...facts(fields, [path, id, system]),
      layout: 'list',
      messages: path,
      role,
      content,
      ...defined({ id, system }),
    };
    return { mapping, confidence: 0.75, because: `a list of messages in ${path}: ${role} and ${content}` };
  }
  return null;
}
