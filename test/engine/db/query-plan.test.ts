import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stepTargets } from '../../../electron/engine/journal.ts';
import { listLog, showAuditedItem } from '../../../electron/engine/store/audit-samples.ts';
import { storeRatings } from '../../../electron/engine/store/imported-ratings.ts';
import { openQueue, record, showItem } from '../../../electron/engine/store/queue.ts';
import { step } from '../../../electron/engine/store/steps.ts';
import { numberOf } from '../../support/database.ts';
import { Desk } from '../../support/desk.ts';
import { withEngine } from '../../support/engine.ts';
import { costlySteps, planOf, statementsOf } from '../../support/query-plan.ts';
import { idOf, queueOf, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { makeWholeStudy } from '../../support/whole-study.ts';

const folder = tempFolder();
let study: Study;
let assignment: string;
let entry: string;
let raterNumber: number;

beforeAll(async () => {
  await withEngine(async (engine) => {
    study = await makeWholeStudy(engine, folder);
    [assignment = ''] = await queueOf(engine, idOf(study, 'Ada'));
    const [sample] = (await engine.ask('audit.samples', {})).samples;
    entry = (await engine.ask('audit.entries', { sample: sample?.id ?? '' })).entries[0]?.entry ?? '';
  });
  raterNumber = numberOf(study.path, "SELECT id FROM rater WHERE name = 'Ada'");
});

/** Statements that look costly and are not. */
const HARMLESS = [
  // Reads the newest row by its key, and stops.
  /FROM (rating_event|audit_entry) ORDER BY seq DESC LIMIT 1$/,
  // Sorts what one rubric, or one item, has.
  /^SELECT id, version FROM rubric ORDER BY/,
  /WHERE r.item_id = \? AND r.status = 'submitted' ORDER BY/,
];

const rating = {
  conversation: 'c-5',
  message: 2,
  rater: 'Ben',
  rubric: 'ssfb@1',
  action: {
    kind: 'import' as const,
    values: { fluency: 1 },
    categories: [],
    spans: [],
    rationale: '',
    rewrite: null,
    createdAt: 1,
  },
  comparison: null,
  activeMs: 0,
  extra: {},
  source: { line: 1, byteOffset: 0, path: '$', code: '', reason: '', original: '', bytes: null, size: null },
};

const WORK: Record<string, (desk: Desk) => unknown> = {
  'opening a queue': ({ db }) => openQueue(db, idOf(study, 'Ada')),
  'showing an item': ({ db }) => showItem(db, assignment),
  'recording an action': (desk) =>
    desk.write((context) =>
      record(context, { assignment, action: { kind: 'value', dimension: 'fluency', value: 2 }, activeMs: 1 }),
    ),
  'labelling a span': (desk) =>
    desk.write((context) =>
      record(context, { assignment, action: { kind: 'spans', spans: [] }, activeMs: 1 }),
    ),
  'finding what to undo': ({ db }) => stepTargets(db, raterNumber, 'undo'),
  undoing: (desk) => desk.write((context) => step(context, idOf(study, 'Ada'), 'undo')),
  redoing: (desk) => desk.write((context) => step(context, idOf(study, 'Ada'), 'redo')),
  'importing a rating': (desk) =>
    desk.write((context) =>
      storeRatings(context, { file: 'r', sha256: '', records: 1, ratings: [rating], faults: [] }),
    ),
  'showing an audited item': ({ db }) => showAuditedItem(db, entry),
};

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open(study.path);
});
afterEach(() => desk.close());

describe('no table is read through, and nothing sorted, for', () => {
  test.each(Object.keys(WORK))('%s', (name) => {
    const statements = statementsOf(desk.db, () => WORK[name]?.(desk));
    expect(statements.length).toBeGreaterThan(0);
    const costly = statements
      .filter((sql) => !HARMLESS.some((known) => known.test(sql)))
      .map((sql) => [sql, costlySteps(planOf(desk.db, sql))] as const)
      .filter(([, steps]) => steps.length > 0);
    expect(costly).toEqual([]);
  });
});

test('the newest step of a rater is found from the newest event on, however many there are', () => {
  const statements = statementsOf(desk.db, () => stepTargets(desk.db, raterNumber, 'undo'));
  expect(statements).toHaveLength(2);
  for (const sql of statements) {
    expect(sql).toMatch(/ORDER BY (e\.)?seq DESC/);
    expect(planOf(desk.db, sql)).toContainEqual(
      expect.stringMatching(/^SEARCH rating_event USING .*rating_event_rater \(rater_id=\?.*\)/),
    );
  }
});

test('a page of the audit log is read from its place on', () => {
  const page = statementsOf(desk.db, () => listLog(desk.db, { before: 5, limit: 2 }));
  expect(page.filter((sql) => sql.includes('LIMIT')).map((sql) => planOf(desk.db, sql))).toEqual([
    [expect.stringContaining('SEARCH audit_entry USING INTEGER PRIMARY KEY')],
  ]);
});

test('a statement without an index to use is told', () => {
  expect(costlySteps(planOf(desk.db, 'SELECT 1 FROM message m WHERE m.text = ? ORDER BY m.role'))).toEqual([
    'SCAN message',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
});
