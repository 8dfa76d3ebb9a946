import { isJudgeable, messageFace } from '../../../shared/domain/conversation.ts';
import type { WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { sha256 } from '../digest.ts';
import { insertBatch } from '../store/batches.ts';
import { comparisonRef } from '../store/comparisons.ts';
import { itemRef } from '../store/items.ts';
import type { PacketContents, PacketMessage, Work } from './contents.ts';
import { finishConversations } from './conversation-batch.ts';
import { PACKET_ADAPTER, packetContentKey } from './packet-content.ts';

export interface StoredItem {
  id: number;
  key: string;
  ref: string;
}

/**
 * Stores the items of a packet, each with a conversation of its own: what was said before, and the answer or the candidates. What such a
 * conversation is known by covers the item's id too, since two items may show the same.
 */
export function storeItems(
  context: WriteContext,
  file: string,
  names: PacketContents['items'],
  items: Work['items'],
): StoredItem[] {
  if (items.length === 0) return [];
  const batch = insertBatch(context, { kind: 'transcripts', file, adapter: PACKET_ADAPTER });
  const stored = items.flatMap((item) => {
    const named = names[item.item];
    return named ? storeItem(context, batch.id, named, item) : [];
  });
  const messages = items.flatMap(({ context: before, answers }) => [...before, ...answers]);
  finishConversations(context, batch, {
    conversations: items.length,
    messages: messages.length,
    answers: messages.filter(isJudgeable).length,
  });
  return stored;
}

function storeItem(
  context: WriteContext,
  batch: number,
  { id: uuid, key }: PacketContents['items'][number],
  { context: before, answers, modelVersion }: Work['items'][number],
): StoredItem {
  const isComparison = answers.length > 1;
  const alone = isComparison ? [] : answers;
  const rivals = isComparison ? answers : [];
  const content = JSON.stringify([[...before, ...alone].map(messageFace), rivals.map(messageFace)]);
  const hash = sha256(packetContentKey(content, uuid));
  const conversation = Number(
    run(
      context.db,
      'INSERT INTO conversation (batch_id, content_hash, name, model_version) VALUES (?, ?, ?, ?)',
      batch,
      hash,
      uuid,
      modelVersion,
    ).lastInsertRowid,
  );
  run(
    context.db,
    'INSERT INTO known_content (content_hash, conversation_id) VALUES (?, ?)',
    hash,
    conversation,
  );
  const position = before.length;
  for (const [at, message] of before.entries())
    storeMessage(context, conversation, message, { position: at, candidate: 0 });
  const ids = answers.map((message, number) =>
    storeMessage(context, conversation, message, { position, candidate: isComparison ? number + 1 : 0 }),
  );
  const ref = isComparison
    ? comparisonRef(
        hash,
        position,
        ids.map((_, number) => number + 1),
      )
    : itemRef(hash, position, 0);
  return { id: storeRow(context, uuid, key, ref, ids), key, ref };
}

function storeMessage(
  context: WriteContext,
  conversation: number,
  { role, text, parts, findings, model }: PacketMessage,
  { position, candidate }: { position: number; candidate: number },
): number {
  const { lastInsertRowid } = run(
    context.db,
    `INSERT INTO message (conversation_id, position, candidate, role, judgeable, text, parts, model)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    conversation,
    position,
    candidate,
    role,
    isJudgeable({ role, text }) ? 1 : 0,
    text,
    parts === null ? null : JSON.stringify(parts),
    model,
  );
  const id = Number(lastInsertRowid);
  for (const code of new Set(findings))
    run(context.db, 'INSERT INTO finding (message_id, code) VALUES (?, ?)', id, code);
  return id;
}

function storeRow(
  context: WriteContext,
  uuid: string,
  key: string,
  ref: string,
  messages: readonly number[],
): number {
  const [only = null] = messages;
  const isComparison = messages.length > 1;
  const { lastInsertRowid } = run(
    context.db,
    'INSERT INTO item (uuid, message_id, ref, created_at) VALUES (?, ?, ?, ?)',
    uuid,
    isComparison ? null : only,
    ref,
    context.now,
  );
  const id = Number(lastInsertRowid);
  if (isComparison)
    for (const [number, message] of messages.entries())
      run(
        context.db,
        'INSERT INTO comparison_candidate (item_id, number, message_id) VALUES (?, ?, ?)',
        id,
        number,
        message,
      );
  run(context.db, 'INSERT INTO packet_item (item_id, key) VALUES (?, ?)', id, key);
  return id;
}
