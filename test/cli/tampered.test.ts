import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verify } from '../../electron/cli/commands/verify.ts';
import { Desk } from '../../electron/cli/desk.ts';
import { Interruption } from '../../electron/cli/interruption.ts';
import { ProgressLine } from '../../electron/cli/progress.ts';
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

const verdict = z.object({
  ok: z.boolean(),
  events: z.number(),
  first_bad: z.object({ table: z.string(), sequence: z.number(), sentence: z.string() }).nullable(),
});

/** What `verify` finds, without a process of its own: there are many copies to look at. */
async function verified(
  path: string,
): Promise<{ status: number; firstBad: z.infer<typeof verdict>['first_bad'] }> {
  const desk = new Desk({
    actor: 'test',
    interruption: new Interruption(),
    progress: new ProgressLine(),
    say: () => undefined,
  });
  const { json, status } = await verify.run(desk, { project: path });
  return { status: status ?? 0, firstBad: verdict.parse(json).first_bad };
}

/** One value changed in the smallest way its type allows. */
function changed(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return Buffer.from(value.map((byte, i) => (i === 7 ? byte ^ 1 : byte)));
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  return text.startsWith('{') ? `${text.slice(0, -1)} }` : `${text.slice(0, -1)}~`;
}

const _columnsOf = (table: string): string[] => {
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
    expect(await verified(project)).toEqual({ status: 0, firstBad: null });
    expect(digestOf(project)).toBe(before);
  });

  it.each([
    ['rating_event', [1, 13, EVENTS]],
    ['audit_entry', [1, 4, 8]],
  ] as const)('%s: whichever column it was, verify names the record', async (table, sequences) => {
    const columns = columnsOf(table);
    expect(columns.length).toBeGreaterThan(6);
    for (const column of columns)
      for (const sequence of sequences) {
        tamper(table, sequence, column);
        expect(await verified(copy), `${column} of ${sequence}`).toMatchObject({
          status: 1,
          firstBad: { table, sequence },
        });
      }
  });

  it('a rating event removed from the end', async () => {
    copyFileSync(project, copy);
    const db = new Database(copy);
    db.exec(`DROP TRIGGER rating_event_is_never_removed; DELETE FROM imported_rating WHERE event_seq = ${EVENTS};
      DELETE FROM rating WHERE last_event = ${EVENTS}; DELETE FROM rating_event WHERE seq = ${EVENTS}`);
    db.close();
    expect(await verified(copy)).toMatchObject({
      status: 1,
      firstBad: { table: 'rating_event', sequence: EVENTS },
    });
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
  /** Where a text stands in the file. */
  const offsetOf = (file: Buffer, text: string): number => {
    const at = file.indexOf(text);
    if (at < 0) throw new Error(`${text} does not stand in the file`);
    return at;
  };

  it('in the values of a rating event, or in what the log says was done: the record is named', async () => {
    const db = new Database(project, { readonly: true });
    const uuids = z
      .array(z.object({ seq: z.number(), uuid: z.string() }))
      .parse(db.prepare('SELECT seq, uuid FROM rating_event').all());
    const heads = z
      .array(z.object({ seq: z.number(), head: z.string() }))
      .parse(
        db
          .prepare(
            "SELECT seq, json_extract(payload, '$.head') AS head FROM audit_entry WHERE head IS NOT NULL",
          )
          .all(),
      );
    db.close();
    const file = readFileSync(project);
    const places = [
      ...uuids.map(({ seq, uuid }) => ({
        table: 'rating_event',
        sequence: seq,
        at: offsetOf(file, uuid) + 9,
      })),
      ...heads.map(({ seq, head }) => ({
        table: 'audit_entry',
        sequence: seq,
        at: offsetOf(file, head) + 30,
      })),
    ];
    expect(places).toHaveLength(EVENTS + 1);
    for (const { at, ...record } of places) {
      const bytes = Buffer.from(file);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(copy, bytes);
      expect(await verified(copy)).toMatchObject({ status: 1, firstBad: record });
    }
  });

  it('a file so damaged that it cannot be opened: status 1 and why', async () => {
    const bytes = readFileSync(project);
    bytes.fill(0xaa, 4096, 12_000);
    writeFileSync(copy, bytes);
    const done = await touchstone(['verify', copy, '--json']);
    expect(done.status).toBe(1);
    expect(JSON.stringify(objectIn(done))).toMatch(/PROJECT_CORRUPT|damaged/);
  });
});
