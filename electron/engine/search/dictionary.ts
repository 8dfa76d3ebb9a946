import type { ReadConnection, WriteConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';

/** Gives every distinct fact, a field and its value, a number. */
export interface Coder {
  codeOf(field: string, value: string): number;
}

const SEPARATOR = '\u0000';
const keyOf = (field: string, value: string): string => field + SEPARATOR + value;

/** Values of open fields, such as a user's id, may be as many as there are conversations: no more than so many are kept in memory. */
const KEPT = 50_000;

/** The numbers of an index that is being written: a new fact gets the next one. */
export class StoredCoder implements Coder {
  private readonly known = new Map<string, number>();
  private readonly db: WriteConnection;

  constructor(db: WriteConnection) {
    this.db = db;
  }

  codeOf(field: string, value: string): number {
    const key = keyOf(field, value);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= KEPT) this.known.clear();
    const code = storedCode(this.db, field, value) ?? this.add(field, value);
    this.known.set(key, code);
    return code;
  }

  /** What a transaction that was rolled back had added is unknown again. */
  forget(): void {
    this.known.clear();
  }

  private add(field: string, value: string): number {
    return Number(
      run(this.db, 'INSERT INTO value (field, value) VALUES (?, ?)', field, value).lastInsertRowid,
    );
  }
}

const storedCode = (db: ReadConnection, field: string, value: string): number | undefined =>
  get<{ code: number }>(db, 'SELECT code FROM value WHERE field = ? AND value = ?', field, value)?.code;

export interface FieldValue {
  code: number;
  value: string;
}

/** The numbers as queries see them: those of the index, and for conversations not in it yet, others above. */
export class Dictionary implements Coder {
  private readonly db: ReadConnection | null;
  private readonly stored: number;
  private readonly added = new Map<string, number>();
  private readonly fields = new Map<string, FieldValue[]>();

  constructor(db: ReadConnection | null) {
    this.db = db;
    this.stored = db ? count(db, 'SELECT coalesce(max(code), 0) AS n FROM value') : 0;
  }

  /** Above every number given so far. */
  get size(): number {
    return this.stored + this.added.size + 1;
  }

  codeOf(field: string, value: string): number {
    const known = this.find(field, value);
    if (known !== undefined) return known;
    const code = this.size;
    this.added.set(keyOf(field, value), code);
    const others = this.fields.get(field) ?? [];
    this.fields.set(field, [...others, { code, value }]);
    return code;
  }

  find(field: string, value: string): number | undefined {
    return (this.db ? storedCode(this.db, field, value) : undefined) ?? this.added.get(keyOf(field, value));
  }

  /** The values of a field, those that are not in the index last. */
  valuesOf(field: string): FieldValue[] {
    const stored = this.db
      ? all<FieldValue>(this.db, 'SELECT code, value FROM value WHERE field = ?', field)
      : [];
    return [...stored, ...(this.fields.get(field) ?? [])];
  }

  /** Every field that some conversation has, with how many values there are of it. */
  fieldSizes(): Map<string, number> {
    const stored = this.db
      ? all<{ field: string; n: number }>(this.db, 'SELECT field, count(*) AS n FROM value GROUP BY field')
      : [];
    const sizes = new Map(stored.map(({ field, n }) => [field, n]));
    for (const [field, values] of this.fields) sizes.set(field, (sizes.get(field) ?? 0) + values.length);
    return sizes;
  }
}
