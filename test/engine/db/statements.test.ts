import { beforeEach, describe, expect, test } from 'vitest';
import {
  connectWriter,
  createDatabase,
  type WriteConnection,
} from '../../../electron/engine/db/connection.ts';
import { noteDuration, slowStatements } from '../../../electron/engine/db/slow-log.ts';
import { all, count, each, get, run } from '../../../electron/engine/db/statements.ts';
import { transact } from '../../../electron/engine/db/transaction.ts';
import { statementsOf } from '../../support/query-plan.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
let db: WriteConnection;
let files = 0;
beforeEach(() => {
  files += 1;
  createDatabase(`${folder}/${files}.db`, 1);
  db = connectWriter(`${folder}/${files}.db`);
  db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)');
  return () => db.close();
});

const add = (text: string): void => void run(db, 'INSERT INTO word (text) VALUES (?)', text);

test('rows come all, one, one by one or counted; a statement is prepared once', () => {
  const prepared = statementsOf(db, () => {
    for (const text of ['one', 'two', 'three']) add(text);
  });
  expect(prepared).toHaveLength(1);
  const sql = 'SELECT text FROM word WHERE id > ? ORDER BY id';
  expect(all(db, sql, 1)).toEqual([{ text: 'two' }, { text: 'three' }]);
  expect(get(db, sql, 0)).toEqual({ text: 'one' });
  expect(get(db, sql, 9)).toBeUndefined();
  expect([...each(db, sql, 2)]).toEqual([{ text: 'three' }]);
  expect(count(db, 'SELECT count(*) AS n FROM word')).toBe(3);
});

describe('a transaction', () => {
  test('that throws leaves nothing', () => {
    expect(() =>
      transact(db, () => {
        add('lost');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(count(db, 'SELECT count(*) AS n FROM word')).toBe(0);
  });

  test('does not take work that goes on after it', () => {
    const late = () =>
      transact(db, async () => {
        add('early');
      });
    expect(late).toThrow(/synchronous/);
    expect(count(db, 'SELECT count(*) AS n FROM word')).toBe(0);
  });
});

test('statements that take long are remembered, the newest two hundred', () => {
  noteDuration('quick', 19);
  for (let n = 0; n < 250; n += 1) noteDuration(`slow ${n}`, 21);
  expect(slowStatements()).toHaveLength(200);
  expect(slowStatements()[0]).toEqual({ sql: 'slow 50', ms: 21 });
  expect(slowStatements().some(({ sql }) => sql === 'quick')).toBe(false);
});
