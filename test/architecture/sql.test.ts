import { describe, expect, test } from 'vitest';
import { codeOf, filesEnding } from './sources.ts';

const sources = filesEnding('.ts', '.tsx').filter((path) => !path.startsWith('test/'));
const migrations = filesEnding('.sql');

/** SQL at the beginning of a text. */
const READS = /['"`]\s*(SELECT|WITH|EXPLAIN)\s/;
const WRITES = /['"`]\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\s/;

const allowed = (path: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/**
 * Where the project is changed: the rows of each kind in store/, what comes with packets in packets/, the two records that are only
 * added to in a file each. What search/ writes is the index beside the project, a file of its own; it reads the project by a connection
 * that cannot write.
 */
const WRITERS = [
  'electron/engine/db/',
  'electron/engine/store/',
  'electron/engine/journal.ts',
  'electron/engine/audit-log.ts',
  'electron/engine/search/',
  'electron/engine/packets/',
];
/** Where it is also read: by what proves it, and by jobs with questions of their own. */
const READERS = [
  ...WRITERS,
  'electron/engine/verify/',
  'electron/engine/jobs/',
  'electron/engine/evidence.ts',
];

describe('SQL', () => {
  test('that changes a project is in db, store, the journal and the audit log', () => {
    const writing = sources.filter((path) => WRITES.test(codeOf(path)));
    expect(writing.length).toBeGreaterThan(5);
    expect(writing.filter((path) => !allowed(path, WRITERS))).toEqual([]);
  });

  test('that reads one is in the engine, where the readers are', () => {
    const reading = sources.filter((path) => READS.test(codeOf(path)));
    expect(reading.length).toBeGreaterThan(10);
    expect(reading.filter((path) => !allowed(path, READERS))).toEqual([]);
  });

  test('never changes or removes a rating event or an audit entry', () => {
    const record =
      /\b(UPDATE(\s+OR\s+\w+)?|DELETE\s+FROM|REPLACE\s+INTO|INSERT\s+OR\s+REPLACE\s+INTO|DROP\s+TABLE(\s+IF\s+EXISTS)?|ALTER\s+TABLE)\s+"?(rating_event|audit_entry)\b/i;
    const guards = /\bDROP\s+TRIGGER\b/i;
    const found = [...sources, ...migrations].filter(
      (path) => record.test(codeOf(path)) || guards.test(codeOf(path)),
    );
    expect(migrations.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
    expect('UPDATE rating_event SET at = 0').toMatch(record);
    expect('DELETE FROM audit_entry').toMatch(record);
  });
});
