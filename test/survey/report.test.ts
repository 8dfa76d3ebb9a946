import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../shared/domain/conversation.ts';
import { seededRandom } from '../../shared/sampling/random.ts';
import { Inspector } from '../../shared/survey/detectors/inspector.ts';
import { reportOf } from '../../shared/survey/report.ts';
import { surveyReportSchema } from '../../shared/survey/schema.ts';
import { findingSentence } from '../../shared/survey/sentences.ts';
import { mergeTallies, Survey } from '../../shared/survey/survey.ts';
import { type SurveyTally, tallySchema } from '../../shared/survey/tally.ts';
import { rate } from '../../shared/survey/wilson.ts';
import { answer, conversation, signal, user } from './conversations.ts';

const tallyOf = (conversations: readonly Conversation[]): SurveyTally => {
  const survey = new Survey();
  const inspector = new Inspector();
  for (const each of conversations)
    survey.add(each, { findings: inspector.inspect(each), language: each.language ? undefined : 'en' });
  return survey.tally();
};
const report = (conversations: readonly Conversation[]) =>
  surveyReportSchema.parse(reportOf(tallySchema.parse(JSON.parse(JSON.stringify(tallyOf(conversations))))));

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const MODELS = ['asst-1', 'asst-2', null];

/** Conversations of some months with all there is to count. */
function mixed(count: number, seed: number): Conversation[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[random.below(values.length)];
  return Array.from({ length: count }, (_, n) =>
    conversation(
      [
        user(`Question ${n}?`),
        answer(pick(['', 'Yes.', `Answer ${n} of ${seed}.`, 'I am ChatGPT.']) ?? '', {
          feedback:
            pick([
              [],
              [signal('thumb', 1)],
              [signal('thumb', -1)],
              [signal('edited', null, 'No.')],
              [signal('sent_unmodified')],
            ]) ?? [],
          metadata: pick([{}, { finish_reason: 'length' }]) ?? {},
        }),
      ],
      {
        createdAt: random.below(10) === 0 ? null : START + random.below(200) * DAY,
        model: pick(MODELS) ?? null,
        modelVersion: pick(['v1', null]) ?? null,
        language: pick(['en-GB', 'de', null]) ?? null,
        useCase: pick(['refund', 'chat', null]) ?? null,
        groups: pick([{ country: 'NG' }, { country: 'DE', age: '30' }, {}]) ?? {},
      },
    ),
  );
}

describe('a report', () => {
  test('of nothing says so, in every section', () => {
    const none = report([]);
    expect(none).toMatchObject({ conversations: 0, answers: 0, warnings: [] });
    expect(none.sentence).toBe('No conversations came in.');
    expect(none.answer_lengths).toMatchObject({ n: 0, median: null, bars: [] });
    expect(none.feedback.all.thumbs_down).toEqual({ k: 0, n: 0, value: null, ci: null });
  });

  test('counts every message and answer once, in all its breakdowns', () => {
    const found = report(mixed(500, 1));
    expect(found).toMatchObject({ conversations: 500, messages: 1000, answers: 500 });
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    expect(sum(found.models.rows.map(({ answers }) => answers))).toBe(500);
    expect(sum(found.time.buckets.map(({ conversations }) => conversations)) + found.time.undated).toBe(500);
    expect(sum(found.turns.bars.map(({ n }) => n))).toBe(500);
    const empty = found.quality.findings.find(({ code }) => code === 'empty');
    expect(found.answer_lengths.n).toBe(500 - (empty?.rate.k ?? 0));
    expect(found.languages.given.top.reduce((all, { n }) => all + n, found.languages.given.absent)).toBe(500);
    expect(sum(found.use_cases.top.map(({ n }) => n)) + found.use_cases.absent).toBe(500);
    expect(found.groups.map(({ name }) => name)).toEqual(['age', 'country']);
  });

  test('gives feedback as shares of what they are shares of, by model and time', () => {
    const rated = (model: string, day: number, feedback: ReturnType<typeof signal>[]) =>
      conversation([answer(`Answer ${model} ${day} ${feedback.length}.`, { feedback })], {
        model,
        createdAt: START + day * DAY,
      });
    const found = report([
      rated('a', 0, [signal('thumb', -1)]),
      rated('a', 1, [signal('thumb', 1), signal('thumb', 1)]),
      rated('a', 1, []),
      rated('b', 1, [signal('edited', null, 'x')]),
      rated('b', 2, [signal('sent_unmodified'), signal('copied')]),
      rated('b', 2, [signal('regenerated'), signal('stars', 2)]),
    ]);
    expect(found.feedback.all).toMatchObject({
      thumbs_down: { k: 1, n: 2 },
      edited: { k: 1, n: 3 },
      sent_unmodified: { k: 1, n: 3 },
      regenerated: { k: 1, n: 6 },
    });
    expect(
      found.models.rows.map(({ model, feedback }) => [model, feedback.thumbs_down.k, feedback.edited.n]),
    ).toEqual([
      ['a', 1, 0],
      ['b', 0, 3],
    ]);
    expect(found.feedback.by_time.map(({ from, feedback }) => [from, feedback.thumbs_down.n])).toEqual([
      ['2026-01-05', 1],
      ['2026-01-06', 1],
      ['2026-01-07', 0],
    ]);
    expect(found.feedback.by_model_and_time).toHaveLength(4);
    expect(found.feedback.stars).toEqual([0, 1, 0, 0, 0]);
    expect(found.feedback.answers).toMatchObject({ k: 5, n: 6 });
  });

  test('warns first of what would spoil a study', () => {
    const found = report([
      ...mixed(200, 2),
      conversation([answer('Late.')], { createdAt: Date.UTC(1970, 0, 2) }),
    ]);
    expect(found.warnings.map(({ code }) => code)).toEqual([
      'model_leak',
      'truncated',
      'empty',
      'implausible_time',
      'duplicates',
      'no_model',
      'no_time',
    ]);
    expect(found.warnings[0]?.sentence).toMatch(
      /answers \(\d+ %\) say they are another maker's model: OpenAI\./,
    );
    expect(found.time.first).toMatch(/^2026/);
  });

  test('of a log without faults, with models, times and feedback, warns of nothing', () => {
    const fine = Array.from({ length: 20 }, (_, n) =>
      conversation([user('Hi'), answer(`Answer ${n}.`, { feedback: [signal('thumb', 1)] })], {
        model: 'asst-1',
        createdAt: START + n,
      }),
    );
    expect(report(fine).warnings).toEqual([]);
  });

  test('keeps its size whatever comes: names, models, groups and days without end', () => {
    const wild = Array.from({ length: 5000 }, (_, n) =>
      conversation([answer(`${n}`, { feedback: [signal('thumb', -1)] })], {
        model: `model ${n}`,
        modelVersion: `${n}`,
        language: `l${n}`,
        useCase: `use ${n}`,
        groups: { [`group ${n}`]: `value ${n}` },
        createdAt: Date.UTC(1995, 0, 1) + n * 7 * DAY,
      }),
    );
    const tally = tallyOf(wild);
    expect(JSON.stringify(tally).length).toBeLessThan(400_000);
    expect(report(wild)).toMatchObject({ conversations: 5000, answers: 5000 });
    expect(tally.time.countedBy).toBe('month');
    expect(tally.answers.models.length + 1).toBeLessThanOrEqual(13);
  });
});

describe('batches', () => {
  const counts = ({ models, ...rest }: ReturnType<typeof report>) => ({
    ...rest,
    models: {
      ...models,
      rows: [...models.rows].sort((a, b) => ((a.model ?? '') < (b.model ?? '') ? -1 : 1)),
    },
  });

  test('together make the report that all of it in one would make', () => {
    const [first, second] = [mixed(300, 3), mixed(200, 4)];
    const together = mergeTallies([tallyOf(first), tallyOf(second)]);
    // Copies are known within a batch, so both are looked at apart.
    const survey = new Survey();
    for (const batch of [first, second]) {
      const inspector = new Inspector();
      for (const each of batch)
        survey.add(each, { findings: inspector.inspect(each), language: each.language ? undefined : 'en' });
    }
    expect(counts(reportOf(together))).toEqual(counts(reportOf(survey.tally())));
  });

  test('in any order make the same', () => {
    const tallies = [mixed(50, 5), mixed(60, 6), mixed(70, 7)].map(tallyOf);
    expect(counts(reportOf(mergeTallies(tallies)))).toEqual(
      counts(reportOf(mergeTallies(tallies.reverse()))),
    );
  });

  test('one by days and one by months meet in months', () => {
    const long = Array.from({ length: 500 }, (_, n) =>
      conversation([answer(`${n}.`)], { createdAt: Date.UTC(2020, 0, 1) + n * 3 * DAY, model: 'a' }),
    );
    const short = [conversation([answer('Now.')], { createdAt: START, model: 'a' })];
    for (const order of [
      [long, short],
      [short, long],
    ]) {
      const merged = reportOf(mergeTallies(order.map(tallyOf)));
      expect(merged.time.unit).toBe('month');
      expect(merged.time.buckets.at(-1)).toEqual({ from: '2026-01-01', conversations: 1, answers: 1 });
      expect(merged.time.buckets.reduce((sum, { answers }) => sum + answers, 0)).toBe(501);
    }
  });
});

test('a sentence begins with a capital, whatever stands at its head', () => {
  expect(findingSentence('empty', rate(99_999, 100_000))).toMatch(/^Over 99\.9 % /);
});
