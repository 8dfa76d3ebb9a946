import type { WriteContext } from './context.ts';
import { storeAssignments } from './store/assignments.ts';
import { storeAuditSample } from './store/audit-samples.ts';
import { beginBatches, discardUnfinished, finishBatches } from './store/batches.ts';
import { addAliases, addConversations, indexContent } from './store/conversations.ts';
import { storeGold } from './store/gold.ts';
import { storeRatings } from './store/imported-ratings.ts';
import { storeSample } from './store/samples.ts';

/** What a job, which itself can only read, may ask the writer to do. Each act is one transaction. */
export const ACTS = {
  'batches.begin': beginBatches,
  'batch.conversations': addConversations,
  'batch.index': indexContent,
  'batch.aliases': addAliases,
  'batches.finish': finishBatches,
  'batches.discard': discardUnfinished,
  'ratings.store': storeRatings,
  'sample.store': storeSample,
  'gold.store': storeGold,
  'assignments.store': storeAssignments,
  'auditSample.store': storeAuditSample,
} satisfies Record<string, (context: WriteContext, payload: never) => unknown>;

export type ActName = keyof typeof ACTS;

/** Acts whose rows are no part of the project before a later act says so: they need not be on disk before that one is. */
export const PROVISIONAL: ReadonlySet<ActName> = new Set([
  'batch.conversations',
  'batch.index',
  'batch.aliases',
]);
export type ActInput<Name extends ActName> = Parameters<(typeof ACTS)[Name]>[1];
export type ActOutput<Name extends ActName> = ReturnType<(typeof ACTS)[Name]>;
