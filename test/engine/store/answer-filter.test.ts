import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReader, type ReadConnection } from '../../../electron/engine/db/connection.ts';
import { all } from '../../../electron/engine/db/statements.ts';
import {
  answerFilter,
  conversationFilter,
  type SqlFilter,
} from '../../../electron/engine/store/answer-filter.ts';
import { type Fact, passes } from '../../../shared/sampling/expression/evaluate.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { printExpression } from '../../../shared/sampling/expression/print.ts';
import { conditionsOf, type Tree } from '../../../shared/sampling/expression/tree.ts';
import { trees } from '../../sampling/expression/expressions.ts';
import { withDatabase } from '../../support/database.ts';
import { unwrap, withEngine } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const path = join(folder, 'study.touchstone');

const pick = <Value>(values: readonly Value[], n: number): Value => {
  const value = values[n % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

const FEEDBACK = [
  [],
  [{ kind: 'explicit', signal: 'thumb', value: -1, comment: 'It\'s "so" É' }],
  [
    { kind: 'explicit', signal: 'thumb', value: 1 },
    { kind: 'implicit', signal: 'edited', text: 'better' },
  ],
  [
    { kind: 'explicit', signal: 'stars', value: 5 },
    { kind: 'explicit', signal: 'stars', value: 2, comment: 'en' },
    { kind: 'implicit', signal: 'copied' },
  ],
  [
    { kind: 'implicit', signal: 'regenerated' },
    { kind: 'implicit', signal: 'abandoned' },
  ],
];
const TEXTS = [
  'A late refund, É and (x) *%_[\\ 42.',
  'Late: refunds lately. a,b',
  'élan 65+ null and it\'s "so"',
  'ÉTÉ -',
  'a b a b',
];
const GROUPS = [
  {},
  { country: 'en', in: '12' },
  { 'age band': '65+', country: 'É' },
  { country: '7', in: '-3.5' },
];

const answer = (n: number) => ({
  role: 'assistant',
  content: pick(TEXTS, n),
  feedback: pick(FEEDBACK, n * 3 + Math.floor(n / 7)),
  ...(n % 4 === 0 ? { model: pick(['(x)', 'null', 'É'], n) } : {}),
});
const record = (n: number) => {
  const context = numbers(1 + (n % 3)).flatMap((turn) => [
    { role: 'user', content: `Question ${n}, ${turn}` },
    ...(turn < n % 3 ? [answer(n + turn)] : []),
  ]);
  return {
    ...(n % 5 === 0 ? {} : { id: pick(['a b', 'null', `c-${n}`], n) }),
    ...(n % 6 === 0
      ? {}
      : {
          created_at: pick(['2026-10-02T09:31:04Z', '2026-09-30T23:00:00Z', '2026-02-28T21:59:59.600Z'], n),
        }),
    ...(n % 3 === 0 ? {} : { model: pick(['en', 'a,b', 'and', 'é'], n) }),
    model_version: pick(['12', '65+', 'É', '2026-10'], n),
    ...(n % 7 === 0 ? {} : { language: pick(['en', 'a b'], n) }),
    use_case: pick(['*%_[\\', '-', '(x)'], n),
    groups: pick(GROUPS, n),
    ...(n % 4 === 3
      ? { messages: context, candidates: [answer(n), answer(n + 1)] }
      : { messages: [...context, answer(n)] }),
  };
};

let db: ReadConnection;

beforeAll(async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    const parts = [numbers(20), numbers(20, 20)].map((part, i) =>
      writeLines(join(folder, `part-${i}.jsonl`), part.map(record)),
    );
    for (const file of parts) await engine.ask('import.transcripts', { files: [file] });
    const again = writeLines(join(folder, 'again.jsonl'), [{ ...record(2), id: 'en' }]);
    await engine.ask('import.transcripts', { files: [again] });
    const { sample } = await engine.ask('sample.draw', { size: 12, seed: 1 });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    for (const { assignment } of entries.slice(0, 5)) {
      for (const dimension of ['sensibleness', 'specificity', 'fluency'])
        await engine.ask('rating.record', { assignment, action: { kind: 'value', dimension, value: 1 } });
      await engine.ask('rating.record', {
        assignment,
        action: { kind: 'value', dimension: 'bias', value: 0 },
      });
      await engine.ask('rating.record', { assignment, action: { kind: 'submit' } });
    }
  });
  withDatabase(path, (own) => {
    own.exec('DELETE FROM finding');
    own.exec(`INSERT INTO finding SELECT id, 'pii.email' FROM message WHERE judgeable = 1 AND id % 3 = 0`);
    own.exec(`INSERT INTO finding SELECT id, 'en' FROM message WHERE judgeable = 1 AND id % 5 = 0`);
    own.exec(`UPDATE conversation SET detected_language = 'É' WHERE language IS NULL AND id % 2 = 0`);
  });
  db = connectReader(path);
});
afterAll(() => db.close());

interface Row extends Record<string, string | number | null> {
  id: number;
  conversation: number;
}

/** What is known of each answer, gathered by plain queries and put together here. */
function factsOfAll(): { id: number; conversation: number; fact: (field: string) => Fact }[] {
  const rows = all<Row>(
    db,
    `SELECT m.id, m.conversation_id AS conversation, m.position, m.text, m.model AS own_model, c.model, c.model_version, c.created_at,
       c.language, c.detected_language, c.use_case, c.groups, c.name, b.uuid AS batch, b.file, b.adapter
     FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN batch b ON b.id = c.batch_id WHERE m.judgeable = 1`,
  );
  const many = (sql: string, id: number): Row[] => all<Row>(db, sql, id);
  return rows.map(({ id, conversation, ...row }) => {
    const feedback = many('SELECT signal, value, comment FROM feedback WHERE message_id = ?', id);
    const lowest = (signal: string): number | null => {
      const values = feedback.flatMap((one) =>
        one.signal === signal && one.value !== null ? Number(one.value) : [],
      );
      return values.length === 0 ? null : Math.min(...values);
    };
    const comments = feedback.flatMap(({ comment }) => (comment === null ? [] : String(comment)));
    const names = many('SELECT name FROM conversation_alias WHERE conversation_id = ?', conversation);
    const own = many('SELECT position, role FROM message WHERE conversation_id = ?', conversation);
    const rated = many(
      `SELECT 1 AS one FROM rating r JOIN item i ON i.id = r.item_id WHERE i.message_id = ? AND r.status = 'submitted'`,
      id,
    );
    const groups: Record<string, string> = JSON.parse(String(row.groups ?? '{}'));
    const known: Record<string, Fact> = {
      model: row.own_model ?? row.model ?? null,
      model_version: row.model_version ?? null,
      created_at: row.created_at ?? null,
      language: row.language ?? row.detected_language ?? null,
      use_case: row.use_case ?? null,
      length: Array.from(String(row.text)).length,
      turns: own.filter(({ role }) => role === 'user').length,
      position: row.position ?? 0,
      candidates: own.filter(({ position }) => position === row.position).length,
      'feedback.thumb': lowest('thumb'),
      'feedback.stars': lowest('stars'),
      'feedback.comment': comments.length === 0 ? null : comments.sort().join('\n'),
      finding: many('SELECT code FROM finding WHERE message_id = ?', id).map(({ code }) => String(code)),
      text: row.text ?? null,
      id: [row.name ?? [], ...names.map(({ name }) => name ?? [])].flat().map(String),
      batch: row.batch ?? null,
      file: row.file ?? null,
      adapter: row.adapter ?? null,
      rated: rated.length > 0,
    };
    const fact = (field: string): Fact => {
      if (field.startsWith('group.')) return groups[field.slice(6)] ?? null;
      if (field in known) return known[field] ?? null;
      return feedback.some(({ signal }) => `feedback.${signal}` === field);
    };
    return { id, conversation, fact };
  });
}

const answersBy = ({ sql, parameters }: SqlFilter): number[] =>
  all<{ id: number }>(
    db,
    `SELECT m.id FROM ready_conversation c CROSS JOIN message m ON m.conversation_id = c.id WHERE m.judgeable = 1 AND ${sql} ORDER BY m.id`,
    ...parameters,
  ).map(({ id }) => id);

const conversationsBy = ({ sql, parameters }: SqlFilter): number[] =>
  all<{ id: number }>(
    db,
    `SELECT c.id FROM ready_conversation c WHERE ${sql} ORDER BY c.id`,
    ...parameters,
  ).map(({ id }) => id);

describe('a filter in SQL', () => {
  test('passes the answers that it passes when it is evaluated, whatever it asks', () => {
    const facts = factsOfAll().sort((a, b) => a.id - b.id);
    expect(facts.length).toBeGreaterThan(60);
    const tally = { some: 0, none: 0 };
    fc.assert(
      fc.property(trees, (tree) => {
        const expected = facts.filter(({ fact }) => passes(tree, fact)).map(({ id }) => id);
        expect(answersBy(answerFilter(tree)), printExpression(tree)).toEqual(expected);
        tally[expected.length > 0 ? 'some' : 'none'] += 1;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(tally.some, tally.none), 'both kinds were tried').toBeGreaterThan(100);
  });

  test('passes the conversations of which any answer passes', () => {
    const facts = factsOfAll();
    fc.assert(
      fc.property(trees, (tree) => {
        const expected = new Set(
          facts.filter(({ fact }) => passes(tree, fact)).map((own) => own.conversation),
        );
        const found = conversationsBy(conversationFilter(tree));
        expect(found, printExpression(tree)).toEqual([...expected].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  test('binds what is asked for: none of it is part of the statement', () => {
    const marks = (tree: Tree): number => answerFilter(tree).sql.split('?').length - 1;
    fc.assert(
      fc.property(trees, (tree) => {
        const { sql, parameters } = answerFilter(tree);
        expect(marks(tree)).toBe(parameters.length);
        for (const { values } of conditionsOf(tree))
          for (const value of values)
            if (value.kind === 'text' && /['"]/.test(value.text)) expect(sql).not.toContain(value.text);
      }),
    );
    const injected = unwrap(parseExpression(`model = "x' OR 1=1 --"`));
    expect(answersBy(answerFilter(injected))).toEqual([]);
    expect(() => answersBy(answerFilter(unwrap(parseExpression(`group."a') OR (1=1" = x`))))).not.toThrow();
  });
});
