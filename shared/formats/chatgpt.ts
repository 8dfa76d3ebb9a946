import type { Conversation, Message } from '../domain/conversation.ts';
import { isObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { addMessageFeedback, isMessageFeedback } from './chatgpt-feedback.ts';
import { entryOf, newestEnd, turnsOf } from './chatgpt-tree.ts';
import { Reject, wrong } from './fault.ts';
import { checkDepth, keep } from './fields.ts';
import { plainRecord } from './plain.ts';
import { Taken } from './taken.ts';
import { markRegenerated, treeConversations } from './tree.ts';
import { inTreeOrder } from './tree-order.ts';

/**
 * The ChatGPT export, `conversations.json`: in each conversation a tree of messages, `mapping`, and `current_node`, the end
 * of the path last seen. That path is the conversation; the rule for all other branches is {@link treeConversations}.
 *
 * - Consecutive messages of the assistant and its tools are one turn; answers asked for anew are candidates as whole turns.
 * - Nodes without message, empty system messages, and empty messages within a turn are no messages of the conversation; what
 *   they hold is kept under `metadata.empty_messages`.
 * - Custom instructions are a system message, whoever the export names as author.
 * - Without `current_node` the path goes to the newest branch (the last child) at each step. Without id, that of the first node is taken.
 * - `message_feedback.json`, which lies beside it in the export, is read with it: see {@link addMessageFeedback}.
 * - Broken links are mended or refused as {@link inTreeOrder} says.
 */
export const chatGpt = defineAdapter({
  name: 'chatgpt',
  title: 'ChatGPT export',
  detect,
  convert,
  gather: { key: keyOf, convert: convertGathered },
});

/** Nodes looked at to tell the format. */
const LOOKED_AT = 5;

function detect(record: unknown): Fit {
  if (isMessageFeedback(record)) return { score: 0.9, because: 'feedback on messages, by conversation' };
  if (!isObject(record) || !isObject(record.mapping)) return NO_FIT;
  const { mapping } = record;
  let nodes = 0;
  let fitting = 0;
  for (const key in mapping) {
    const node = mapping[key];
    if (isObject(node) && 'message' in node && ('parent' in node || 'children' in node)) fitting++;
    if (++nodes === LOOKED_AT) break;
  }
  if (fitting > 0)
    return { score: fitting === nodes ? 0.97 : 0.8, because: 'mapping of nodes with message and parent' };
  return nodes === 0 && 'current_node' in record
    ? { score: 0.6, because: 'an empty mapping with current_node' }
    : NO_FIT;
}

/** A conversation and what the user thought of its messages are in different files. */
function keyOf(record: unknown): string | null {
  if (!isObject(record)) return null;
  if (isMessageFeedback(record)) return record.conversation_id;
  return isObject(record.mapping) ? (textOr(record.conversation_id) ?? textOr(record.id)) : null;
}

function convertGathered(records: readonly unknown[]): Conversation[] {
  const entries = records.map(plainRecord).filter(isMessageFeedback);
  const trees = records.filter((record) => !isMessageFeedback(record));
  if (trees.length === 0)
    throw new Reject(
      '$',
      'It says what a user thought of an answer, and the conversation is not there: import conversations.json together with it.',
      'PROMPT_ABSENT',
    );
  const conversations = trees.flatMap(convert);
  addMessageFeedback(conversations, entries);
  return conversations;
}

function convert(given: unknown): Conversation[] {
  const record = plainRecord(given);
  if (!isObject(record)) return wrong('$', 'an object with mapping', record);
  const { mapping } = record;
  if (!isObject(mapping)) return wrong('$.mapping', 'an object of nodes', mapping);
  const ordered = inTreeOrder(Object.entries(mapping).map(entryOf));
  const { nodes, placeOf, empty } = turnsOf(ordered);
  const [first] = ordered;
  if (nodes.length === 0 || !first)
    throw new Reject('$.mapping', 'No node holds a message with content.', 'NO_CONVERSATION');
  const fields = new Taken(record);
  fields.drop('mapping');
  const id = fields.id('conversation_id', 'id') ?? first.item.key;
  if (record.id === id) fields.drop('id');
  const createdAt = fields.time('create_time');
  const model = fields.text('default_model_slug');
  const { current_node } = record;
  const current = (typeof current_node === 'string' ? placeOf.get(current_node) : undefined) ?? -1;
  const end = current >= 0 ? current : newestEnd(nodes);
  const conversations = treeConversations({ id, nodes, end });
  const metadata = fields.rest();
  checkDepth(metadata, '$');
  conversations.forEach((conversation, index) => {
    Object.assign(conversation, { createdAt, model });
    if (index === 0) conversation.metadata = metadata;
    if (!conversation.candidates.some(isSideBySide))
      conversation.candidates = markRegenerated(conversation.candidates);
  });
  const [main] = conversations;
  if (main && empty.length > 0) keep(main.metadata, 'empty_messages', empty);
  return conversations;
}

/** Two answers shown at once for the user to choose from: neither was asked for anew. */
const isSideBySide = ({ metadata }: Message): boolean =>
  Object.keys(metadata).some((key) => key.startsWith('paragen_'));
