import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openForReading } from '../../electron/engine/db/open.ts';
import { verify } from '../../electron/engine/verify/verify.ts';
import type { Verification } from '../../shared/contract/auditing.ts';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, objectIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const copy = join(folder, 'copy.touchstone');

const EVENTS = 24;

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder, 6));
  await ask('ratings', project, writeRatings(folder, 6));
  const { sample } = await ask('sample', project, '--size', '4', '--seed', '1');
  await ask(
    'assign',
    project,
    '--sample',
    String(sample),
    '--raters',
    'Ada,Cy',
    '--overlap',
    '2',
    '--seed',
    '1',
  );
  await ask('audit', project, '--sample', '3');
});

/** What `verify` finds, without a process of its own: there are many copies to look at. */
function firstBadOf(path: string): Verification['first_bad'] {
  const db = openForReading(path);
  try {
    return verify(db, () => undefined).first_bad;
  } finally {
    db.close();
  }
}

/** One value changed in the smallest way its type allows. */
function changed(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return Buffer.from(value.map((byte, i) => (i === 7 ? byte ^ 1 : byte)));
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  return text.startsWith('{') ? `${text.slice(0, -1)} }` : `${text.slice(0, -1)}~`;
}

const columnsOf = (table: string): string[] => {
  const db = new Database(project, { readonly: true });
  try {
    return z
      .array(z.object({ name: z.string() }))
      .parse(db.pragma(`table_info(${table})`))
      .map(({ name }) => name);
  } finally {
    db.close();
  }
};

/** A copy of the project in which someone with a database tool changed one cell, guards removed. */
function tamper(table: string, seq: number, column: string): void {
  copyFileSync(project, copy);
  const db = new Database(copy);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    const triggers = z
      .array(z.object({ name: z.string() }))
      .parse(db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all());
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const before: unknown = db.prepare(`SELECT ${column} FROM ${table} WHERE seq = ?`).pluck().get(seq);
    const after = column === 'seq' ? seq + 1000 : changed(before);
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE seq = ?`).run(after, seq);
  } finally {
    db.close();
  }
}

describe('one value changed in a copy of the project', () => {
  it('finds nothing in the project itself, and leaves it as it is', async () => {
    const before = digestOf(project);
    expect(await ask('verify', project)).toMatchObject({ ok: true, events: EVENTS, first_bad: null });
    expect(digestOf(project)).toBe(before);
  });

  it.each([
    ['rating_event', [1, 13, EVENTS]],
    ['audit_entry', [1, 4, 8]],
  ] as const)('%s: whichever column it was, the record is named', (table, sequences) => {
    const columns = columnsOf(table);
    expect(columns.length).toBeGreaterThan(6);
    for (const column of columns)
      for (const sequence of sequences) {
        tamper(table, sequence, column);
        expect(firstBadOf(copy), `${column} of ${sequence}`).toMatchObject({ table, sequence });
      }
  });

  it('a rating event removed from the end', () => {
    copyFileSync(project, copy);
    const db = new Database(copy);
    db.exec(`DROP TRIGGER rating_event_is_never_removed; DELETE FROM imported_rating WHERE event_seq = ${EVENTS};
      DELETE FROM rating WHERE last_event = ${EVENTS}; DELETE FROM rating_event WHERE seq = ${EVENTS}`);
    db.close();
    expect(firstBadOf(copy)).toMatchObject({ table: 'rating_event', sequence: EVENTS });
  });

  it('as a command: status 1, and the record named in JSON and in words', async () => {
    tamper('rating_event', 5, 'payload');
    const done = await touchstone(['verify', copy, '--json']);
    expect(done.status).toBe(1);
    expect(objectIn(done)).toMatchObject({
      ok: false,
      events: EVENTS,
      first_bad: { table: 'rating_event', sequence: 5 },
    });
    const told = await touchstone(['verify', copy]);
    expect(told).toMatchObject({ status: 1, stdout: expect.stringContaining('rating_event 5') });
    const audit = await touchstone(['audit', copy, '--sample', '1', '--json']);
    expect(audit.status).toBe(1);
    expect(objectIn(audit)).toMatchObject({
      error: { code: 'AUDIT_BROKEN', message: expect.stringContaining('Rating event 5') },
    });
  });
});

describe('one byte changed in the file of a copy', () => {
  /** Every place a text stands in the file: in its record, and perhaps in unused space that held the record before. */
  function offsetsOf(file: Buffer, text: string): number[] {
    const offsets: number[] = [];
    for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) offsets.push(at);
    return offsets;
  }

  /** What is found after one bit at the offset was turned over. */
  function firstBadAfterFlip(file: Buffer, at: number): Verification['first_bad'] {
    const bytes = Buffer.from(file);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(copy, bytes);
    return firstBadOf(copy);
  }

  it.each([
    ['rating_event', 'SELECT seq, uuid AS text FROM rating_event'],
    [
      'audit_entry',
      "SELECT seq, json_extract(payload, '$.digest') AS text FROM audit_entry WHERE text IS NOT NULL",
    ],
  ])('%s: the record is named', (table, sql) => {
    const db = new Database(project, { readonly: true });
    const records = z.array(z.object({ seq: z.number(), text: z.string() })).parse(db.prepare(sql).all());
    db.close();
    const file = readFileSync(project);
    expect(records.length).toBeGreaterThan(5);
    for (const { seq, text } of records) {
      const found = offsetsOf(file, text).flatMap((at) => firstBadAfterFlip(file, at + 9) ?? []);
      expect(found.map(({ table: where, sequence }) => [where, sequence])).toEqual([[table, seq]]);
    }
  });

  it('a file so damaged that it cannot be opened: status 1 and why', async () => {
    const bytes = readFileSync(project);
    bytes.fill(0xaa, 4096, 12_000);
    writeFileSync(copy, bytes);
    const done = await touchstone(['verify', copy, '--json']);
    expect(done.status).toBe(1);
    expect(objectIn(done)).toMatchObject({
      ok: false,
      first_bad: { sentence: expect.stringMatching(/damaged|cannot be read/) },
    });
  });
});
