import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSurveyor } from '../../../electron/engine/survey/surveyor.ts';
import { touchstone } from '../../cli/touchstone.ts';
import { withDatabase } from '../../support/database.ts';
import { TestEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { answer, conversation, user } from '../../survey/conversations.ts';

const folder = tempFolder();
const project = join(folder, 'study.touchstone');
const engine = new TestEngine();
afterAll(() => engine.close());

/** A survey of so many conversations, as it is stored with a batch. */
const body = (count: number, model: string): string => {
  const surveyor = createSurveyor();
  for (let n = 0; n < count; n++)
    surveyor.examine(conversation([user(`Question ${n}?`), answer(`Answer ${n}.`)], { model }));
  return JSON.stringify(surveyor.finish());
};

const IDS = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
];
const LOADING = '44444444-4444-4444-8444-444444444444';

beforeAll(async () => {
  await engine.ask('project.create', { file: project });
  await engine.ask('project.close', {});
  withDatabase(project, (db) => {
    const batch = db.prepare(
      "INSERT INTO batch (id, uuid, kind, status, file, adapter, started_at, finished_at) VALUES (?, ?, 'transcripts', ?, 'a.jsonl', 'native', 1, 1)",
    );
    const report = db.prepare('INSERT INTO batch_report (batch_id, body) VALUES (?, ?)');
    for (const [index, id] of IDS.entries()) batch.run(index + 1, id, 'ready');
    batch.run(4, LOADING, 'loading');
    report.run(1, body(30, 'asst-1'));
    report.run(2, body(12, 'asst-2'));
    report.run(4, body(5, 'asst-3'));
  });
});

test('the report of a project is that of all its imports, but not of one under way', async () => {
  const { status, stdout } = await touchstone(['survey', project, '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    conversations: 42,
    messages: 84,
    models: {
      rows: [
        { model: 'asst-1', answers: 30 },
        { model: 'asst-2', answers: 12 },
      ],
    },
  });
});

test('one import may be asked for by its id', async () => {
  const { stdout } = await touchstone(['survey', project, '--batch', IDS[1] ?? '', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ conversations: 12 });
});

test('an import that was not surveyed, and one that is not finished, have none', async () => {
  for (const id of [IDS[2] ?? '', LOADING]) {
    const { stdout } = await touchstone(['survey', project, '--batch', id]);
    expect(stdout).toContain('No survey of this import is kept.');
  }
});

test('in words it says what is wrong first, then section by section', async () => {
  const { stdout } = await touchstone(['survey', project]);
  expect(stdout).toMatch(/^42 conversations with 84 messages, 42 of them answers\./);
  for (const part of [
    'Models',
    'asst-1',
    '71 %',
    'Languages',
    'Time',
    'The log gives no times.',
    'No answer is empty.',
  ])
    expect(stdout).toContain(part);
});
