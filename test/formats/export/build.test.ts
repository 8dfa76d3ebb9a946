import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/contract/reporting.ts';
import type { Choice } from '../../../shared/domain/preference.ts';
import { buildDataset } from '../../../shared/formats/export/build.ts';
import { DROP_REASONS, type JudgedContext } from '../../../shared/formats/export/judged.ts';
import { findings, TRL_RULES } from '../../../shared/formats/export/preflight.ts';
import { answerOf, built, contextOf, PREFERENCE, recipeOf, SFT, said } from './scene.ts';

fc.configureGlobal({ seed: 20261002 });

const answersOf = (contexts: JudgedContext[], recipe: Recipe): string[] =>
  built(contexts, recipe).rows.map(({ record }) => record.messages.at(-1).content);
const pairsOf = (contexts: JudgedContext[], recipe: Recipe): [string, string][] =>
  built(contexts, recipe).rows.map(({ record }) => [record.chosen[0].content, record.rejected[0].content]);

describe('a TRL SFT dataset', () => {
  it('holds messages and nothing else, the answer last, with what it rests on', () => {
    const context = {
      ...contextOf('Hi', [answerOf('Hello')]),
      context: [said('developer', 'Be kind'), said('user', 'Hi')],
    };
    const { rows, dropped, preflight, files } = built([context], SFT);
    expect(rows).toEqual([
      {
        split: 'train',
        record: {
          messages: [
            { role: 'system', content: 'Be kind' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello' },
          ],
        },
        evidence: { kind: 'answer', answer: 'ref of Hello', ratings: 2, means: { fluency: 4 } },
      },
    ]);
    expect(files.map(({ split }) => split)).toEqual(['train']);
    expect(dropped).toEqual({});
    expect(preflight).toEqual({ trl: { ok: true, warnings: [], rejected_rows: 0 } });
  });

  it('leave out an answer that does badly on any one dimension', () => {
    const contexts = [
      contextOf('q', [answerOf('even', { worstShare: 0.5 }), answerOf('biased', { worstShare: 0.4 })]),
    ];
    expect(answersOf(contexts, SFT)).toEqual(['even']);
    const { leftOut } = buildDataset(contexts, SFT);
    expect(leftOut).toEqual([{ reason: 'low_score', answers: ['ref of biased'] }]);
  });

  it('takes answers that meet the thresholds, and counts the others by reason', () => {
    const contexts = [
      contextOf('q', [
        answerOf('fine', { means: { fluency: 4, bias: 0 } }),
        answerOf('clumsy', { means: { fluency: 2, bias: 0 } }),
        answerOf('biased', { means: { fluency: 5, bias: 1 } }),
        answerOf('unrated on fluency', { means: { bias: 0 } }),
        answerOf('rated once', { ratings: 1 }),
        answerOf('  ', { means: { fluency: 5, bias: 0 } }),
      ]),
    ];
    const recipe = { ...SFT, minRatings: 2, atLeast: { fluency: 3.5 }, atMost: { bias: 0.5 } };
    expect(answersOf(contexts, recipe)).toEqual(['fine']);
    expect(built(contexts, recipe).dropped).toEqual({
      below_threshold: 2,
      above_threshold: 1,
      too_few_ratings: 1,
      empty_content: 1,
    });
  });

  it('takes rewrites whatever the answer was worth, unless the recipe says not to', () => {
    const contexts = [
      contextOf('q', [answerOf('poor', { means: { fluency: 1 }, rewrites: ['better', 'best'] })]),
    ];
    const recipe = { ...SFT, atLeast: { fluency: 3 } };
    expect(answersOf(contexts, recipe)).toEqual(['better', 'best']);
    expect(answersOf(contexts, { ...recipe, rewrites: false })).toEqual([]);
  });

  it('has no row twice', () => {
    const contexts = [
      contextOf('q', [answerOf('same'), answerOf('same', { ref: 'other', rewrites: ['same'] })]),
    ];
    expect(answersOf(contexts, SFT)).toEqual(['same']);
    expect(built(contexts, SFT).dropped).toEqual({ duplicate: 2 });
  });

  it('writes tool calls and results the way TRL has them, and leaves out what is not text', () => {
    const call = { type: 'tool_call', id: '1', name: 'find', arguments: '{"order":4471}' };
    const context = [
      said('user', 'Where is it?'),
      { ...said('assistant', ''), parts: [call] },
      { ...said('tool', ''), parts: [{ type: 'tool_result', content: { at: 'home' } }] },
    ];
    const { rows, preflight } = built([{ ...contextOf('q', [answerOf('At home.')]), context }], SFT);
    expect(rows[0]?.record.messages).toEqual([
      { role: 'user', content: 'Where is it?' },
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ type: 'function', function: { name: 'find', arguments: { order: 4471 } } }],
      },
      { role: 'tool', content: '{"at":"home"}' },
      { role: 'assistant', content: 'At home.' },
    ]);
    expect(preflight.trl).toMatchObject({ ok: true, warnings: [expect.stringContaining('tool calls')] });
    const image = [{ ...said('user', 'What is this?'), parts: [{ type: 'image', url: 'x' }] }];
    const other = built([{ ...contextOf('q', [answerOf('A cat')]), context: image }], SFT);
    expect([other.rows, other.dropped]).toEqual([[], { unsupported_content: 1 }]);
  });
});

describe('a TRL preference dataset', () => {
  it('prefers a rewrite to the answer it was written for', () => {
    const { rows } = built([contextOf('q', [answerOf('poor', { rewrites: ['better'] })])], PREFERENCE);
    expect(rows.map(({ record, evidence }) => [record, evidence])).toEqual([
      [
        {
          prompt: [{ role: 'user', content: 'q' }],
          chosen: [{ role: 'assistant', content: 'better' }],
          rejected: [{ role: 'assistant', content: 'poor' }],
        },
        { kind: 'rewrite', rejected: 'ref of poor', ratings: 2 },
      ],
    ]);
  });

  it('prefers of two answers the one whose score is higher by the margin or more', () => {
    const contexts = [
      contextOf('q', [
        answerOf('low', { score: 0.2 }),
        answerOf('middle', { score: 0.5 }),
        answerOf('high', { score: 0.2 + 0.6 }),
      ]),
    ];
    expect(pairsOf(contexts, { ...PREFERENCE, margin: 0.3 })).toEqual([
      ['high', 'low'],
      ['high', 'middle'],
      ['middle', 'low'],
    ]);
    expect(pairsOf(contexts, { ...PREFERENCE, margin: 0.4 })).toEqual([['high', 'low']]);
    const { rows, dropped } = built(contexts, { ...PREFERENCE, margin: 0.4 });
    expect(dropped).toEqual({ margin_too_small: 2 });
    expect(rows[0]?.evidence).toMatchObject({
      kind: 'scores',
      chosen: 'ref of high',
      rejected: 'ref of low',
    });
  });

  it('never prefers between equal scores, even without a margin', () => {
    const contexts = [contextOf('q', [answerOf('one'), answerOf('other')])];
    expect(built(contexts, { ...PREFERENCE, margin: 0 })).toMatchObject({
      rows: [],
      dropped: { margin_too_small: 1 },
    });
  });

  it('counts what gives no pair', () => {
    const contexts = [
      contextOf('alone', [answerOf('only')]),
      contextOf('thin', [answerOf('one', { ratings: 0, score: null }), answerOf('two', { score: null })]),
      contextOf('same', [
        answerOf('a', { score: 1, rewrites: ['a '] }),
        answerOf('a', { ref: 'b', score: 0 }),
      ]),
    ];
    expect(built(contexts, PREFERENCE)).toMatchObject({
      rows: [],
      dropped: { no_pair: 2, too_few_ratings: 2, same_text: 2 },
    });
  });

  it('keeps neither of two pairs that say the opposite', () => {
    const contexts = [
      contextOf('q', [answerOf('a', { score: 1, rewrites: ['b'] }), answerOf('b', { score: 0 })]),
    ];
    expect(built(contexts, PREFERENCE)).toMatchObject({ rows: [], dropped: { contradictory: 2 } });
  });
});

const message = fc.record({
  role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const, 'tool' as const),
  text: fc.constantFrom('', ' ', 'Hi', 'How?', 'Yes'),
});
const judged = fc.record({
  text: fc.constantFrom('', 'a', 'b', 'c'),
  ratings: fc.nat(3),
  score: fc.option(fc.constantFrom(0, 0.5, 1), { nil: null }),
  rewrites: fc.array(fc.constantFrom('', 'a', 'd'), { maxLength: 2 }),
});
const comparison = fc.record({
  texts: fc.array(fc.constantFrom('', 'a', 'b', 'c'), { minLength: 2, maxLength: 4 }),
  votes: fc.array(
    fc.record({
      choice: fc.constantFrom<Choice>(0, 1, 'tie', 'both_bad'),
      strength: fc.constantFrom(null, 1 as const, 3 as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const project = fc
  .array(
    fc.record({
      context: fc.array(message, { maxLength: 4 }),
      answers: fc.array(judged, { maxLength: 4 }),
      comparisons: fc.array(comparison, { maxLength: 2 }),
      conversation: fc.constantFrom('x', 'y', 'z'),
    }),
    { maxLength: 6 },
  )
  .map((contexts) =>
    contexts.map(
      ({ context, answers, comparisons, conversation }, index): JudgedContext => ({
        contextKey: `k${index}`,
        conversations: [conversation],
        context: context.map(({ role, text }) => said(role, text)),
        answers: answers.map(({ text, ...given }, place) =>
          answerOf(text, { ...given, ref: `${index}/${place}` }),
        ),
        comparisons: comparisons.map(({ texts, votes }, place) => ({
          ref: `${index}:${place}`,
          candidates: texts.map((text, number) => ({ ref: `${index}:${place}.${number}`, text })),
          votes,
        })),
      }),
    ),
  );
const recipes = fc.record({
  format: fc.constantFrom('trl-sft' as const, 'trl-preference' as const),
  testShare: fc.constantFrom(0, 0.5),
  margin: fc.constantFrom(0, 0.25, 0.75),
  minRatings: fc.constantFrom(1, 2),
});

describe('whatever was judged', () => {
  it('every row written is one that TRL takes, and none is there twice', () => {
    fc.assert(
      fc.property(project, recipes, (contexts, given) => {
        const { rows, dropped } = built(contexts, recipeOf(given));
        const texts = rows.map(({ record }) => JSON.stringify(record));
        expect(new Set(texts).size).toBe(texts.length);
        for (const { record } of rows)
          expect(findings(given.format, record).filter(({ rejects }) => rejects)).toEqual([]);
        const reasons = [...Object.keys(DROP_REASONS), ...TRL_RULES.map(({ id }) => id)];
        for (const reason of Object.keys(dropped)) expect(reasons).toContain(reason);
      }),
    );
  });

  it('the same in another order gives the same text', () => {
    fc.assert(
      fc.property(project, recipes, (contexts, given) => {
        const turned = contexts.toReversed().map((context) => ({
          ...context,
          answers: context.answers.toReversed(),
          comparisons: context.comparisons.toReversed(),
        }));
        expect(buildDataset(turned, recipeOf(given))).toEqual(buildDataset(contexts, recipeOf(given)));
      }),
    );
  });
});

describe('the preflight', () => {
  it('counts the rows left out', () => {
    const context = {
      ...contextOf('q', [answerOf('Hello'), answerOf('Hey')]),
      context: [said('system', 'x')],
    };
    const { rows, dropped, preflight } = built([context, contextOf('q2', [answerOf('Yes')])], SFT);
    expect(rows).toHaveLength(1);
    expect(dropped).toEqual({ prompt_end: 2 });
    expect(preflight.trl).toEqual({
      ok: false,
      rejected_rows: 2,
      warnings: ['2 rows left out: The prompt ends with system; TRL wants user or tool.'],
    });
  });
});
