import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReader, type ReadConnection } from '../../../electron/engine/db/connection.ts';
import type { JobContext } from '../../../electron/engine/lanes.ts';
import { buildIndex } from '../../../electron/engine/search/build.ts';
import { conversationFilter } from '../../../electron/engine/store/answer-filter.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { holds, readQuestion } from '../../../shared/search/question.ts';
import { TestEngine, unwrap, withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeVaried } from '../../support/varied-transcripts.ts';

const folder = tempFolder();
const path = join(folder, 'browse.touchstone');
const index = `${path}-index`;

beforeAll(async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    await engine.ask('import.transcripts', { files: [writeVaried(join(folder, 'a.jsonl'), 4100, 1)] });
    await engine.ask('import.transcripts', { files: [writeVaried(join(folder, 'b.jsonl'), 150, 2)] });
  });
});

const FILTERS = [
  '',
  'model = asst-1',
  'model != asst-1',
  'model is null',
  'model = nobody',
  'model in (asst-1, "asst-3 large") and not language = de',
  'model ~ large or use_case is null',
  'model_version = v2 and model < asst-2',
  'feedback.thumb = -1',
  'feedback.thumb = 1 and length < 40',
  'feedback.thumb != -1 and feedback.stars = 2',
  'feedback.stars >= 2 or feedback.edited = true',
  'feedback.regenerated = false and feedback.comment is not null',
  'feedback.comment ~ thanks',
  'not (feedback.thumb = -1 or model = asst-2)',
  'created_at >= 2026-01-01 and created_at < 2027',
  'created_at is null',
  'created_at != 2026',
  'turns > 2',
  'turns = 1 or candidates > 1',
  'candidates = 1',
  'length = 12',
  'length != 12',
  'not length > 20',
  'group.country = NG',
  'group.country is null and language is not null',
  'group.age >= 30',
  'position = 1',
  'text ~ refund',
  'text ~ "order refund" and feedback.thumb = -1',
  'text not contains refund',
  'id = v-1-77',
  'id ~ v-2-3',
  'file ~ b.jsonl',
  'adapter = native',
  'rated = true',
  'rated = false',
  'finding is null',
  'finding = empty',
];

const TEXTS = [
  'refund',
  'ref',
  'refund order',
  '"order number"',
  'e-mail',
  'cafe',
  '退款',
  '款',
  'データ',
  'भाषा',
  'x',
  'zzz',
  'v-1-77',
];

interface Reference {
  id: number;
  created_at: number | null;
  name: string;
}

/** What is to be found, by reading everything. */
function reference(db: ReadConnection, where: string, text: string): Reference[] {
  const { sql, parameters } = conversationFilter(unwrap(parseExpression(where)));
  const rows = db
    .prepare<unknown[], Reference>(`SELECT c.id, c.created_at, c.name FROM ready_conversation c WHERE ${sql}`)
    .all(...parameters);
  const question = readQuestion(text);
  const texts = db.prepare<[number], string>('SELECT text FROM message WHERE conversation_id = ?').pluck();
  return rows.filter(({ id, name }) => !question || name === text || holds(question, texts.all(id)));
}

const inOrder = (rows: readonly Reference[], order: 'newest' | 'oldest'): string[] => {
  const sign = order === 'newest' ? -1 : 1;
  const key = ({ created_at }: Reference): number =>
    created_at === null ? Number.POSITIVE_INFINITY : sign * created_at;
  return [...rows]
    .sort((a, b) => (key(a) === key(b) ? sign * (a.id - b.id) : key(a) - key(b)))
    .map(({ name }) => name);
};

type Asked = { where?: string; text?: string; order?: 'newest' | 'oldest' };

/** Every conversation that paging gives, in its order. */
async function paged(engine: TestEngine, asked: Asked, limit = 200): Promise<string[]> {
  const refs: string[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await engine.ask('browse.page', {
      ...asked,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    refs.push(...rows.map(({ ref }) => ref));
    if (next === null) return refs;
    after = next;
  }
}

async function counted(engine: TestEngine, asked: Asked): Promise<number> {
  for (;;) {
    const { count, isComplete } = await engine.ask('browse.count', {
      where: asked.where ?? '',
      text: asked.text ?? '',
    });
    if (isComplete) return count;
  }
}

/** What a job has, in this thread. */
async function withJob<Value>(work: (context: JobContext) => Promise<Value>): Promise<Value> {
  const db = connectReader(path);
  const act = () => Promise.reject(new Error('the project is only read'));
  try {
    return await work({
      db,
      path,
      notices: [],
      signal: new AbortController().signal,
      progress: () => undefined,
      act,
    });
  } finally {
    db.close();
  }
}

/** Where browsing looks: in an index that is whole, in the project itself, in both. */
const LOOKS: Record<string, (engine: TestEngine) => Promise<unknown>> = {
  'without an index': async () => rmSync(index, { force: true }),
  'with an index': async (engine) => engine.ask('search.build', {}),
  'with an index that was begun': async (engine) => {
    rmSync(index, { force: true });
    const stop = new AbortController();
    await withJob((context) => buildIndex({ ...context, signal: stop.signal, progress: () => stop.abort() }));
    expect(await engine.ask('search.state', {})).toEqual({
      conversations: 4250,
      listed: 4096,
      searchable: 0,
    });
  },
};

describe.each(Object.keys(LOOKS))('%s, browsing gives what reading everything gives', (look) => {
  let engine: TestEngine;
  let db: ReadConnection;
  beforeAll(async () => {
    engine = new TestEngine();
    unwrap(engine.engine.openReadOnly(path));
    db = connectReader(path);
    await LOOKS[look]?.(engine);
  });
  afterAll(async () => {
    db.close();
    await engine.close();
  });

  test.each(FILTERS)('for the filter "%s"', async (where) => {
    const expected = reference(db, where, '');
    expect(await paged(engine, { where })).toEqual(inOrder(expected, 'newest'));
    if (where.length < 20)
      expect(await paged(engine, { where, order: 'oldest' }, 131)).toEqual(inOrder(expected, 'oldest'));
    expect(await counted(engine, { where })).toBe(expected.length);
  });

  test.each(TEXTS)('for the words %s', async (text) => {
    const expected = reference(db, '', text);
    expect(await paged(engine, { text })).toEqual(inOrder(expected, 'newest'));
    expect(await counted(engine, { text })).toBe(expected.length);
  });

  test('for words and a filter together', async () => {
    for (const where of ['model = asst-1 and feedback.thumb = -1', 'length != 12', 'model = nobody'])
      for (const text of ['refund', '退款 order']) {
        const expected = reference(db, where, text);
        expect(await paged(engine, { where, text }, 20), where).toEqual(inOrder(expected, 'newest'));
        expect(await counted(engine, { where, text })).toBe(expected.length);
      }
  });
});

describe('a row', () => {
  test('shows what the list needs, and the words around a match', async () => {
    await withEngine(async (engine) => {
      unwrap(engine.engine.openReadOnly(path));
      const { rows } = await engine.ask('browse.page', {
        where: 'feedback.thumb = -1',
        text: 'refund',
        limit: 5,
      });
      for (const row of rows) {
        expect(row.feedback).toContainEqual(expect.objectContaining({ signal: 'thumb', value: -1 }));
        const { text, marks } = row.snippet ?? { text: '', marks: [] };
        expect(marks.length).toBeGreaterThan(0);
        for (const [start, end] of marks) expect(text.slice(start, end)).toMatch(/^refund/i);
      }
      const all = await engine.ask('browse.conversation', { id: rows[0]?.id ?? 0 });
      expect(all.messages.length).toBeGreaterThanOrEqual(rows[0]?.messages ?? 0);
      expect(all.names[0]).toBe(rows[0]?.ref);
      expect(await engine.refused('browse.conversation', { id: 99_999 })).toMatchObject({
        code: 'CONVERSATION_UNKNOWN',
      });
    });
  });

  test('values to choose from come with how many conversations have each', async () => {
    await withEngine(async (engine) => {
      unwrap(engine.engine.openReadOnly(path));
      const { facets, from, to } = await engine.ask('browse.facets', {});
      const thumbs = facets.find(({ field }) => field === 'feedback.thumb');
      for (const { value, count } of thumbs?.values ?? [])
        expect(await counted(engine, { where: `feedback.thumb = ${value}` })).toBe(count);
      expect(
        facets.find(({ field }) => field === 'batch')?.values.map(({ label, count }) => [label, count]),
      ).toEqual([
        [expect.stringContaining('a.jsonl'), 4100],
        [expect.stringContaining('b.jsonl'), 150],
      ]);
      expect(from && to && from < to).toBe(true);
    });
  });
});

test('a filter that cannot be read is refused, and so is a place that no page gave', async () => {
  await withEngine(async (engine) => {
    unwrap(engine.engine.openReadOnly(path));
    expect(await engine.refused('browse.page', { where: 'model =' })).toMatchObject({
      code: 'EXPRESSION_INVALID',
    });
    expect(await engine.refused('browse.page', { after: 'x' })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('an index that is damaged, or of another project, changes nothing of what is found, and is made anew', async () => {
  const own = join(folder, 'own.touchstone');
  copyFileSync(path, own);
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, 'other.touchstone') });
    await engine.ask('import.transcripts', { files: [join(folder, 'b.jsonl')] });
    await engine.ask('search.build', {});
  });
  const spoil: (() => void)[] = [
    () => copyFileSync(`${join(folder, 'other.touchstone')}-index`, `${own}-index`),
    () => writeFileSync(`${own}-index`, 'no database'),
    () => writeFileSync(`${own}-index`, ''),
  ];
  for (const work of spoil) {
    work();
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: own });
      expect(await counted(engine, { text: 'refund' })).toBe(await withReference(own, 'refund'));
      await engine.ask('search.build', {});
      expect(await engine.ask('search.state', {})).toEqual({
        conversations: 4250,
        listed: 4250,
        searchable: 4250,
      });
      expect(await counted(engine, { text: 'refund' })).toBe(await withReference(own, 'refund'));
    });
  }
  expect(existsSync(`${own}-index`)).toBe(true);
});

async function withReference(project: string, text: string): Promise<number> {
  const db = connectReader(project);
  try {
    return reference(db, '', text).length;
  } finally {
    db.close();
  }
}
