import type { WriteContext } from './context.ts';
import { namePacket, notePacket } from './packets/making.ts';
import { retakeHeld, storeMerges } from './packets/store-merge.ts';
import { stageAdditions } from './store/additions.ts';
import { storeAssignments } from './store/assignments.ts';
import { storeAuditSample } from './store/audit-samples.ts';
import { discardSome, finishBatches, insertBatch } from './store/batches.ts';
import { addAliases, addConversations, indexContent } from './store/conversations.ts';
import { storeGold } from './store/gold.ts';
import { storeRatings } from './store/imported-ratings.ts';
import { noteOriginals } from './store/redactions.ts';
import { storeReratings } from './store/reratings.ts';
import { storeSample } from './store/samples.ts';

/** What a job, which itself can only read, may ask the writer to do. Each act is one transaction. */
export const ACTS = {
  'batch.begin': insertBatch,
  'batch.conversations': addConversations,
  'batch.index': indexContent,
  'batch.aliases': addAliases,
  'batch.additions': stageAdditions,
  'batches.finish': finishBatches,
  'batches.discard': discardSome,
  'ratings.store': storeRatings,
  'sample.store': storeSample,
  'gold.store': storeGold,
  'assignments.store': storeAssignments,
  'auditSample.store': storeAuditSample,
  'privacy.noteOriginals': noteOriginals,
  'reratings.store': storeReratings,
  'packet.name': namePacket,
  'packet.note': notePacket,
  'packet.merge': storeMerges,
  'packet.retake': retakeHeld,
} satisfies Record<string, (context: WriteContext, payload: never) => unknown>;

export type ActName = keyof typeof ACTS;

/** Acts whose rows are no part of the project before a later act says so: they need not be on disk before that one is. */
export const PROVISIONAL: ReadonlySet<ActName> = new Set([
  'batch.conversations',
  'batch.index',
  'batch.aliases',
  'batch.additions',
  'batches.discard',
]);
export type ActInput<Name extends ActName> = Parameters<(typeof ACTS)[Name]>[1];
export type ActOutput<Name extends ActName> = ReturnType<(typeof ACTS)[Name]>;
