import type { Conversation, Feedback, Message, Part } from '../domain/conversation.ts';
import type { JsonObject } from '../domain/json.ts';
import { bareConversation } from './bare.ts';
import { contentOf } from './chat-parts.ts';
import { Reject } from './fault.ts';
import { keep } from './fields.ts';
import { withoutNothing } from './taken.ts';

/** Characters (of JSON text) that the conversations made of one tree may have together. */
export const MAX_TREE_TEXT = 50_000_000;
/** With fewer conversations than this a record cannot grow far, and is not measured. */
const FEW = 4;

/** A place in a tree: a message, or the several messages (tool calls, their results, the answer) that make one turn. */
export interface TreeNode {
  /** Id in the source. */
  id: string;
  /** Index of the node it follows, smaller than its own; -1 for a first one. */
  parent: number;
  messages: [Message, ...Message[]];
}

export interface Tree {
  /** Id of the whole in the source, or null. */
  id: string | null;
  nodes: readonly TreeNode[];
  /** Index of the node at which the main path ends. */
  end: number;
}

/**
 * The conversations of a tree of messages. The main path is the first of them, with the id of the tree. Where it ends in
 * an answer that has siblings, these and the answer are the candidates for its last place. Every other node that is
 * answered more than once gives a further conversation, the path to it with the answers as candidates, and every other
 * end the path to it; their id is `ID#NODE`, NODE being the node the path leads to. So each message stands in at least
 * one conversation, and answers to one context stand side by side. What would be larger than {@link MAX_TREE_TEXT} is refused.
 */
export function treeConversations(tree: Tree): Conversation[] {
  const { id, nodes, end } = tree;
  const answers = answersTo(nodes);
  const main = isCandidate(nodes, answers, end) ? parentOf(nodes, end) : end;
  const others = new Set([...answers.groups.keys(), ...answers.ends]);
  others.delete(main);
  const ends = [main, ...[...others].sort((one, other) => one - other)];
  if (ends.length > FEW) checkSize(nodes, ends);
  return ends.map((index, order) => {
    const node = nodes[index]?.id ?? '';
    const conversation = bareConversation(pathTo(nodes, index));
    conversation.candidates = answers.groups.get(index)?.map(asAnswer) ?? [];
    conversation.externalId = order === 0 ? id : `${id ?? ''}#${node}`;
    if (order > 0) conversation.metadata = { branch_of: id, branch_at: node };
    return conversation;
  });
}

interface Answers {
  /** Index of a node -> the answers to it, where there are several. */
  groups: Map<number, TreeNode[]>;
  /** Nodes that nothing follows and that stand in no group. */
  ends: Set<number>;
}

const isAnswer = ({ parent, messages }: TreeNode): boolean => parent >= 0 && messages[0].role === 'assistant';

const parentOf = (nodes: readonly TreeNode[], index: number): number => nodes[index]?.parent ?? -1;

const isCandidate = (nodes: readonly TreeNode[], { groups }: Answers, index: number): boolean => {
  const node = nodes[index];
  return node !== undefined && isAnswer(node) && groups.has(node.parent);
};

function answersTo(nodes: readonly TreeNode[]): Answers {
  const groups = new Map<number, TreeNode[]>();
  const ends = new Set(nodes.keys());
  for (const node of nodes) {
    ends.delete(node.parent);
    if (!isAnswer(node)) continue;
    const group = groups.get(node.parent);
    if (group) group.push(node);
    else groups.set(node.parent, [node]);
  }
  for (const [index, group] of groups) if (group.length < 2) groups.delete(index);
  const found = { groups, ends };
  for (const index of ends) if (isCandidate(nodes, found, index)) ends.delete(index);
  return found;
}

/** The messages from the first to this node. */
function pathTo(nodes: readonly TreeNode[], index: number): Message[] {
  const path: TreeNode[] = [];
  for (let node = nodes[index]; node; node = nodes[node.parent]) path.push(node);
  return path.reverse().flatMap(({ messages }) => messages);
}

/** A long tree with many branches would be written out many times over. */
function checkSize(nodes: readonly TreeNode[], ends: readonly number[]): void {
  const sizes: number[] = [];
  for (const { parent, messages } of nodes)
    sizes.push((sizes[parent] ?? 0) + JSON.stringify(messages).length);
  const total = ends.reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
  if (total > MAX_TREE_TEXT)
    throw new Reject(
      '$',
      `Its ${ends.length} branches written out would be ${Math.round(total / 1e6)} million characters; at most ${MAX_TREE_TEXT / 1e6} are taken.`,
    );
}

/** A turn as one answer: what the tools were asked and gave back become parts of it. */
function asAnswer({ messages }: TreeNode): Message {
  const last = messages.at(-1);
  if (messages.length === 1 || !last) return messages[0];
  const { text, parts } = contentOf(messages.flatMap(partsOf));
  const metadata = { ...last.metadata };
  keep(metadata, 'turn', messages.slice(0, -1).map(factsOf));
  const answer = messages.findLast(({ role }) => role === 'assistant') ?? messages[0];
  return { ...last, role: 'assistant', id: answer.id, model: answer.model, text, parts, metadata };
}

function partsOf({ role, text, parts, metadata }: Message): Part[] {
  if (role !== 'tool') return parts ?? (text === '' ? [] : [{ type: 'text', text }]);
  const part: Part = { type: 'tool_result', content: parts ?? text };
  if (typeof metadata.tool_call_id === 'string') part.tool_call_id = metadata.tool_call_id;
  return [part];
}

const factsOf = ({ role, id, createdAt, model, metadata }: Message): JsonObject =>
  withoutNothing({
    role,
    id,
    created_at: createdAt === null ? null : new Date(createdAt).toISOString(),
    model,
    metadata,
  });

const REGENERATED: Feedback = {
  kind: 'implicit',
  signal: 'regenerated',
  value: null,
  text: null,
  comment: null,
};

/** Of answers that a user asked for one after the other, each but the last was followed by the wish for another. */
export function markRegenerated(candidates: readonly Message[]): Message[] {
  return candidates.map((message, index) =>
    index === candidates.length - 1 ? message : { ...message, feedback: [...message.feedback, REGENERATED] },
  );
}
