import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, keep, MAX_DEPTH } from './fields.ts';
import { byId, OASST_ROLES, type OasstMessage, oasstMessage } from './oasst-message.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { type TreeNode, treeConversations } from './tree.ts';
import { inTreeOrder, type Linked } from './tree-order.ts';

/**
 * OpenAssistant conversations in any of their forms: a tree, `{message_tree_id, prompt: {text, role, replies: []}}`; a list of
 * messages; flat rows `{message_id, parent_id, text, role}`, which are gathered by `message_tree_id`.
 *
 * - The main path takes the best ranked answer at each step (`rank` 0 is best; where there are no ranks, the first by id);
 *   the rule for all other branches is {@link treeConversations}.
 * - Candidates stand in the order of their ids, which tells nothing about their rank; rank and labels are in their metadata.
 * - `lang` of the first message is the language of the conversation.
 * - A flat row whose parent is not in the file begins a conversation of its own, with `metadata.missing_parent`.
 * - Replies may be nested {@link MAX_REPLIES} deep, flat rows without limit of depth.
 */
export const oasst = defineAdapter({
  name: 'oasst',
  title: 'OpenAssistant (OASST)',
  detect,
  convert,
  gather: { key: treeOf, convert: (rows) => readRows(rows.map(rowOf)) },
});

/** Each level of replies is two of nesting, an object and a list. */
export const MAX_REPLIES = MAX_DEPTH / 2;

const isRow = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value.text === 'string' && 'message_id' in value;

function detect(record: unknown): Fit {
  if (Array.isArray(record)) return record.length > 0 && record.every(isRow) ? rowFit(record[0]) : NO_FIT;
  if (!isObject(record)) return NO_FIT;
  const { prompt } = record;
  if (isObject(prompt) && 'text' in prompt && ('replies' in prompt || 'message_tree_id' in record)) {
    const named = 'message_tree_id' in record;
    return {
      score: named ? 0.97 : 0.8,
      because: `prompt with replies${named ? ' and message_tree_id' : ''}`,
    };
  }
  return rowFit(record);
}

function rowFit(row: unknown): Fit {
  if (!isRow(row) || typeof row.role !== 'string' || !Object.hasOwn(OASST_ROLES, row.role)) return NO_FIT;
  if ('message_tree_id' in row) return { score: 0.95, because: 'messages with message_tree_id' };
  return 'parent_id' in row ? { score: 0.75, because: 'messages with message_id and parent_id' } : NO_FIT;
}

/** The tree a flat row belongs to. */
function treeOf(record: unknown): string | null {
  if (!isObject(record) || 'prompt' in record || !('message_id' in record)) return null;
  return typeof record.message_tree_id === 'string' ? record.message_tree_id : null;
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (Array.isArray(record)) return readRows(record.map(rowOf));
  if (!isObject(record)) return wrong('$', 'a tree with prompt, or a message', record);
  if (!('prompt' in record)) return readRows([record].map(rowOf));
  const { prompt } = record;
  if (!isObject(prompt)) return wrong('$.prompt', 'a message with text, role and replies', prompt);
  const [tree = []] = treesOf(repliesOf(prompt));
  const fields = new Taken(record);
  fields.drop('prompt');
  const id = fields.id('message_tree_id') ?? (tree[0]?.found.id || null);
  const conversations = conversationsOf(id, tree);
  const metadata = fields.rest();
  checkDepth(metadata, '$');
  const [main] = conversations;
  if (main) main.metadata = metadata;
  return conversations;
}

interface Row extends Linked {
  found: OasstMessage;
}

/** The messages of nested replies, linked by their place, since ids need not be there. */
function repliesOf(prompt: JsonObject): Row[] {
  const rows: Row[] = [];
  const open: { value: JsonObject; parent: string | null; depth: number; at: string }[] = [];
  open.push({ value: prompt, parent: null, depth: 0, at: '$.prompt' });
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, parent, depth, at } = next;
    if (depth > MAX_REPLIES) throw new Reject(at, `Its replies are nested more than ${MAX_REPLIES} deep.`);
    const replies = value.replies ?? [];
    if (!Array.isArray(replies)) return wrong(`${at}.replies`, 'a list of messages', replies);
    rows.push({ key: at, parent, children: [], link: at, found: oasstMessage(value, at) });
    for (const [index, reply] of replies.entries()) {
      const place = `${at}.replies[${index}]`;
      if (!isObject(reply)) return wrong(place, 'a message: an object with text and role', reply);
      open.push({ value: reply, parent: at, depth: depth + 1, at: place });
    }
  }
  return rows;
}

function rowOf(given: unknown, index: number, { length }: readonly unknown[]): Row {
  const row = plainRecord(given);
  const at = length > 1 ? `$[${index}]` : '$';
  if (!isObject(row)) return wrong(at, 'a message: an object with message_id, text and role', row);
  const found = oasstMessage(row, at);
  return {
    key: found.id || `[${index}]`,
    parent: found.parent,
    children: [],
    link: `${at}.parent_id`,
    found,
  };
}

/** Flat rows of one tree; rows that came twice are taken once. */
function readRows(rows: readonly Row[]): Conversation[] {
  if (rows.length === 0)
    throw new Reject('$', 'The list is empty; a conversation has messages.', 'NO_CONVERSATION');
  const seen = new Map<string, string>();
  const once = rows.filter((row) => {
    const face = JSON.stringify(row.found);
    if (seen.get(row.key) === face) return false;
    seen.set(row.key, face);
    return true;
  });
  return treesOf(once).flatMap((tree) => {
    const first = tree[0]?.found;
    const conversations = conversationsOf(first?.id || null, tree);
    if (!first?.parent) return conversations;
    for (const { metadata } of conversations) {
      keep(metadata, 'missing_parent', first.parent);
      if (first.tree !== null) keep(metadata, 'message_tree_id', first.tree);
    }
    return conversations;
  });
}

/** A message and the index of the one it answers; -1 for the first. */
interface Placed {
  found: OasstMessage;
  parent: number;
}

/** The trees that linked messages make, siblings in the order of their ids. */
function treesOf(rows: readonly Row[]): Placed[][] {
  const ordered = inTreeOrder([...rows].sort((one, other) => byId(one.found, other.found)));
  const trees: Placed[][] = [];
  // Of each row: the tree it is in, and its index there.
  const places: { tree: Placed[]; index: number }[] = [];
  for (const { item, parent } of ordered) {
    const before = places[parent];
    const tree = before?.tree ?? [];
    if (!before) trees.push(tree);
    places.push({ tree, index: tree.push({ found: item.found, parent: before?.index ?? -1 }) - 1 });
  }
  return trees;
}

function conversationsOf(id: string | null, read: readonly Placed[]): Conversation[] {
  const nodes = read.map(
    ({ found, parent }): TreeNode => ({ id: found.id, parent, messages: [found.message] }),
  );
  const first = read[0]?.found;
  const conversations = treeConversations({ id, nodes, end: bestEnd(read) });
  for (const conversation of conversations) {
    conversation.createdAt = first?.message.createdAt ?? null;
    conversation.language = first?.lang ?? null;
  }
  return conversations;
}

/** The end of the path that takes the best ranked answer at each step. */
function bestEnd(read: readonly Placed[]): number {
  const best = new Map<number, number>();
  const rank = (index: number | undefined): number =>
    read[index ?? -1]?.found.rank ?? Number.POSITIVE_INFINITY;
  read.forEach(({ parent }, index) => {
    if (!best.has(parent) || rank(index) < rank(best.get(parent))) best.set(parent, index);
  });
  let end = -1;
  for (let next = best.get(end); next !== undefined; next = best.get(end)) end = next;
  return end;
}
