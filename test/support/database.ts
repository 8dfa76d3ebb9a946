import Database from 'better-sqlite3';

/** Opens a project file as any SQLite program would, does something to it, and closes it. */
export function withDatabase<Value>(path: string, work: (db: Database.Database) => Value): Value {
  const db = new Database(path, { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Changes a closed project behind the program's back, past the triggers and references that protect it. */
export function tamper(path: string, ...statements: string[]): void {
  withDatabase(path, (db) => {
    db.pragma('foreign_keys = OFF');
    const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    for (const statement of statements) {
      const changed = db.prepare(statement).run().changes;
      if (changed === 0) throw new Error(`this changed nothing: ${statement}`);
    }
    for (const { sql } of triggers) db.exec(sql);
  });
}

/** The rows a query gives. */
export const rowsOf = (path: string, sql: string): unknown[] =>
  withDatabase(path, (db) => db.prepare(sql).all());

/** The single number a query gives. */
export const numberOf = (path: string, sql: string): number =>
  withDatabase(path, (db) => Number(db.prepare(sql).pluck().get()));
