import type { Message } from '../domain/conversation.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { chatGptMessage } from './chatgpt-message.ts';
import { wrong } from './fault.ts';
import { withoutNothing } from './taken.ts';
import type { TreeNode } from './tree.ts';
import type { Linked, Ordered } from './tree-order.ts';

/** A node of `mapping`. */
export interface Entry extends Linked {
  message: unknown;
  /** JSON path of the node. */
  at: string;
}

/** A node of `mapping` with its links. */
export function entryOf([key, node]: [string, unknown]): Entry {
  const at = `$.mapping.${key}`;
  if (!isObject(node)) return wrong(at, 'a node: an object with message, parent and children', node);
  const { parent, children, message } = node;
  const list: readonly unknown[] = Array.isArray(children) ? children : [];
  return {
    key,
    parent: typeof parent === 'string' ? parent : null,
    children: list.filter((child) => typeof child === 'string'),
    message,
    at,
    link: `${at}.parent`,
  };
}

export interface ReadTree {
  nodes: TreeNode[];
  /** Key of an entry -> index of the node its message became part of, or of the nearest before it; -1 for none. */
  placeOf: Map<string, number>;
  /** Messages that say nothing. */
  empty: JsonObject[];
}

/** The messages of the nodes, those of one turn together. */
export function turnsOf(ordered: readonly Ordered<Entry>[]): ReadTree {
  const followers: number[] = ordered.map(() => 0);
  for (const { parent } of ordered) if (parent >= 0) followers[parent] = (followers[parent] ?? 0) + 1;
  const nodes: TreeNode[] = [];
  const placeOf = new Map<string, number>();
  const empty: JsonObject[] = [];
  // Of each entry: the node it belongs to, and whether a message that follows may be of the same turn.
  const places: { node: number; isOpen: boolean }[] = [];
  ordered.forEach(({ item, parent }, index) => {
    const before = places[parent] ?? { node: -1, isOpen: false };
    const following = followers[index] ?? 0;
    const message = chatGptMessage(item.message, item.key, `${item.at}.message`);
    const isKept = message !== null && !isNothing(message, following > 0);
    if (message && !isKept)
      empty.push(withoutNothing({ id: message.id, role: message.role, metadata: message.metadata }));
    const node = isKept ? added(nodes, item.key, message, before) : before.node;
    places.push({ node, isOpen: following < 2 && (isKept || before.isOpen) });
    placeOf.set(item.key, node);
  });
  return { nodes, placeOf, empty };
}

/** Adds a message to the turn before it, where it is of that turn, else as a node of its own; gives the index of the node. */
function added(
  nodes: TreeNode[],
  id: string,
  message: Message,
  before: { node: number; isOpen: boolean },
): number {
  const turn = nodes[before.node];
  const last = turn?.messages.at(-1);
  if (!turn || !last || !before.isOpen || !isOfTurn(message) || !isOfTurn(last))
    return nodes.push({ id, parent: before.node, messages: [message] }) - 1;
  turn.id = id;
  turn.messages.push(message);
  return before.node;
}

/** The end of the path that takes the last branch at each step. */
export function newestEnd(nodes: readonly TreeNode[]): number {
  const last = new Map<number, number>();
  nodes.forEach(({ parent }, index) => {
    last.set(parent, index);
  });
  let end = -1;
  for (let next = last.get(end); next !== undefined; next = last.get(end)) end = next;
  return end;
}

const isOfTurn = ({ role }: Message): boolean => role === 'assistant' || role === 'tool';

/** True for a message without content that is no answer left empty: the system's, or one that others follow. */
const isNothing = ({ role, text, parts }: Message, isFollowed: boolean): boolean =>
  text === '' && parts === null && (role === 'system' || (isFollowed && role !== 'user'));
