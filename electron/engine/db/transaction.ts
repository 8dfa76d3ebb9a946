import type { WriteConnection } from './connection.ts';

/**
 * Runs synchronous work in one immediate transaction: all of it is durable when this returns, none of it when it throws.
 * Work must not be asynchronous; a promise would run its rest outside the transaction, so it is refused.
 */
export function transact<Value>(db: WriteConnection, work: () => Value): Value {
  return db
    .transaction(() => {
      const value = work();
      if (value instanceof Promise) throw new Error('work inside a transaction must be synchronous');
      return value;
    })
    .immediate();
}

/**
 * The same without waiting for the disk. After a power cut it may be gone, whole; the next synced transaction makes it durable
 * along with itself. For what means nothing before a later transaction says that it is complete.
 */
export function transactUnsynced<Value>(db: WriteConnection, work: () => Value): Value {
  db.pragma('synchronous = NORMAL');
  try {
    return transact(db, work);
  } finally {
    db.pragma('synchronous = FULL');
  }
}
