import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { TestEngine } from '../../support/engine.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { transcript } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
let study: Study;
let assignments: string[];
let next = 0;

beforeAll(async () => {
  study = await makeStudy(engine, folder, { conversations: 12, overlap: 3 });
  assignments = await queueOf(engine, idOf(study, 'Ada'));
});
afterAll(() => engine.close());
let assignment: string;
beforeEach(() => {
  assignment = assignments[next] ?? '';
  next += 1;
});

const record = (action: RatingAction) => engine.call('rating.record', { assignment, action });
const value = (dimension: string, given: number): RatingAction => ({
  kind: 'value',
  dimension,
  value: given,
});

describe('an item as its rater sees it', () => {
  test('shows the conversation and the answer, and nothing that could sway', async () => {
    const shown = await engine.ask('item.show', { assignment });
    const n = Number(/Answer (\d+)/.exec(shown.answer.text)?.[1]);
    expect(shown).toEqual({
      assignment,
      context: [
        { role: 'system', text: 'Be brief.', parts: null },
        { role: 'user', text: `Question ${n}: where is my parcel?`, parts: null },
      ],
      answer: { role: 'assistant', text: `Answer ${n}: it is on its way.`, parts: null },
      candidates: [],
      stored: {
        assignment,
        rating: expect.objectContaining({ status: 'draft', values: {} }),
        activeMs: 0,
        savedAt: null,
        event: null,
      },
      warning: null,
      rubric: null,
      rerating: null,
      reply: null,
      unblinded: null,
    });
  });

  test("says nothing of the model, of users' feedback, of the source, or of other raters", async () => {
    for (const rater of ['Ben', 'Cyd'] as const) {
      const [first = ''] = (await queueOf(engine, idOf(study, rater))).slice(0, 1);
      await rate(engine, first, [{ kind: 'rationale', text: `${rater} finds it poor` }, ...complete(2)]);
    }
    for (const own of assignments) {
      const shown = JSON.stringify(await engine.ask('item.show', { assignment: own }));
      const n = Number(/Answer (\d+)/.exec(shown)?.[1]);
      const { model, use_case, metadata, groups, messages } = transcript(n);
      const feedback = messages[2]?.feedback?.[0]?.comment;
      const secrets = [
        model,
        use_case,
        metadata.source,
        groups.country,
        feedback,
        'thumb',
        `c-${n}"`,
        'finds it poor',
        'Ben',
        'Cyd',
      ];
      expect(secrets.filter((secret) => secret === undefined || shown.includes(secret))).toEqual([]);
    }
  });

  test('the queue tells only what is done, not which items are gold or come again', async () => {
    const { entries } = await engine.ask('queue.open', { rater: idOf(study, 'Ada') });
    expect(entries[0]).toEqual({ assignment: expect.any(String), status: 'open', flagged: false });
    expect(new Set(entries.flatMap((entry) => Object.keys(entry)))).toEqual(
      new Set(['assignment', 'status', 'flagged']),
    );
  });

  test('that is assigned to nobody, or a rater that there is not, is refused', async () => {
    const unknown = '00000000-0000-7000-8000-00000000ffff';
    expect(await engine.refused('item.show', { assignment: unknown })).toMatchObject({
      code: 'ITEM_UNKNOWN',
    });
    expect(await engine.refused('queue.open', { rater: unknown })).toMatchObject({ code: 'RATER_UNKNOWN' });
    expect(
      await engine.refused('rating.record', { assignment: unknown, action: { kind: 'submit' } }),
    ).toMatchObject({ code: 'ITEM_UNKNOWN' });
  });
});

describe('recording', () => {
  test('gives back the stored rating, with the time spent on it so far, and shows it again as stored', async () => {
    await rate(engine, assignment, [value('fluency', 3)]);
    const stored = await rate(engine, assignment, [value('sensibleness', 0)]);
    expect(stored).toEqual({
      assignment,
      rating: expect.objectContaining({ status: 'draft', values: { fluency: 3, sensibleness: 0 } }),
      activeMs: 2000,
      savedAt: '2026-03-02T09:00:00.000Z',
      event: expect.any(String),
    });
    expect((await engine.ask('item.show', { assignment })).stored).toEqual(stored);
    const { entries, next } = await engine.ask('queue.open', { rater: idOf(study, 'Ada') });
    expect(entries.find((entry) => entry.assignment === assignment)?.status).toBe('draft');
    expect(next.undo).toMatchObject({ assignment });
  });

  test('a submit of what is incomplete is refused, says what is missing and stores nothing', async () => {
    await rate(engine, assignment, [value('sensibleness', 1), value('fluency', 4), value('bias', 0)]);
    const before = await engine.ask('project.stats', {});
    expect(await record({ kind: 'submit' })).toMatchObject({
      ok: false,
      error: { code: 'RATING_INCOMPLETE', message: 'Not stored: specificity still wants a value.' },
    });
    expect(await engine.ask('project.stats', {})).toEqual(before);
    await rate(engine, assignment, [value('sensibleness', 0)]);
    expect(
      await record({ kind: 'submit' }),
      'what does not make sense is not asked for specificity',
    ).toMatchObject({
      ok: true,
      value: { rating: { status: 'submitted' } },
    });
  });

  test('values, dimensions and spans that cannot be are refused and store nothing', async () => {
    const before = await engine.ask('project.stats', {});
    const { answer } = await engine.ask('item.show', { assignment });
    const end = answer.text.length;
    for (const action of [
      value('fluency', 9),
      value('charm', 1),
      { kind: 'spans', spans: [{ start: 0, end: end + 1, label: 'age' }] },
    ] satisfies RatingAction[])
      expect(await record(action)).toMatchObject({ ok: false, error: { code: 'VALUE_NOT_ALLOWED' } });
    expect(await record({ kind: 'spans', spans: [{ start: 3, end: 3, label: 'age' }] })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    expect(await engine.ask('project.stats', {})).toEqual(before);
    expect(await record({ kind: 'spans', spans: [{ start: 0, end, label: 'age' }] })).toMatchObject({
      ok: true,
    });
  });

  test('skipping, flagging and rewriting are kept and shown in the queue', async () => {
    await rate(engine, assignment, [
      { kind: 'rewrite', text: 'It comes on Monday.' },
      { kind: 'skip', reason: 'language' },
      { kind: 'flag', flagged: true, question: 'Which language?' },
    ]);
    const { entries } = await engine.ask('queue.open', { rater: idOf(study, 'Ada') });
    expect(entries.find((entry) => entry.assignment === assignment)).toMatchObject({
      status: 'skipped',
      flagged: true,
    });
    expect((await engine.ask('item.show', { assignment })).stored.rating).toMatchObject({
      rewrite: 'It comes on Monday.',
      skipReason: 'language',
      question: 'Which language?',
    });
  });

  test('one rater leaves what another sees of the same item as it was', async () => {
    const mine = await engine.ask('item.show', { assignment });
    const other = await queueOf(engine, idOf(study, 'Cyd'));
    for (const theirs of other) {
      const shown = await engine.ask('item.show', { assignment: theirs });
      if (shown.answer.text === mine.answer.text) await rate(engine, theirs, complete(1));
    }
    expect(await engine.ask('item.show', { assignment })).toEqual(mine);
  });
});

describe('raters', () => {
  test('are one whatever the case of their name, and keep a pseudonym that says nothing of it', async () => {
    const { name, pseudonym } = await engine.ask('rater.add', { name: '  Zoë  ' });
    expect(name).toBe('Zoë');
    expect(pseudonym).not.toContain('Zo');
    expect(await engine.refused('rater.add', { name: 'ada' })).toMatchObject({ code: 'RATER_EXISTS' });
    expect(await engine.refused('rater.add', { name: '   ' })).toMatchObject({ code: 'INVALID_INPUT' });
    const { raters } = await engine.ask('project.summary', {});
    expect(new Set(raters.map((rater) => rater.pseudonym)).size).toBe(raters.length);
  });

  test('get different pseudonyms, however many they are', async () => {
    for (let n = 0; n < 60; n += 1) await engine.ask('rater.add', { name: `rater ${n}` });
    const { raters } = await engine.ask('project.summary', {});
    expect(new Set(raters.map(({ pseudonym }) => pseudonym)).size).toBe(raters.length);
  });
});
