import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineCommandName, InputOf } from '../../../shared/contract/commands.ts';
import { TestEngine } from '../../support/engine.ts';
import { complete, queueOf, rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { numbers, writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const engine = new TestEngine();
const ids: Record<string, string> = {};
let queue: string[];

/** Every fact of a record that a blind rater must not see, each a word or a number that stands nowhere else. */
const SECRETS = {
  model: 'secret-model',
  version: 'secret-version',
  language: 'secret-language',
  useCase: 'secret-use-case',
  group: 'secret-group',
  metadata: 'secret-metadata',
  conversation: 'secret-conversation',
  file: 'secret-file',
  messageId: 'secret-message-id',
  messageModel: 'secret-message-model',
  comment: 'secret-comment',
  edited: 'secret-edited-text',
  signal: 'copied',
  latency: 987_654_321,
  tokens: 876_543_219,
  otherRater: 'secret-other-rater',
  otherRationale: 'secret-rationale',
  otherRewrite: 'secret-rewrite',
  otherQuestion: 'secret-question',
  goldRationale: 'secret-gold',
} as const;

const record = (n: number) => ({
  id: `${SECRETS.conversation}-${n}`,
  created_at: '2026-02-01T08:00:00Z',
  model: SECRETS.model,
  model_version: SECRETS.version,
  language: SECRETS.language,
  use_case: SECRETS.useCase,
  groups: { country: SECRETS.group },
  metadata: { source: SECRETS.metadata },
  messages: [
    { role: 'user', content: `Question ${n}?` },
    {
      role: 'assistant',
      id: `${SECRETS.messageId}-${n}`,
      model: SECRETS.messageModel,
      content: `Answer ${n}.`,
      latency_ms: SECRETS.latency,
      usage: { output_tokens: SECRETS.tokens },
      feedback: [
        { kind: 'explicit', signal: 'thumb', value: -1, comment: SECRETS.comment },
        { kind: 'implicit', signal: 'edited', text: SECRETS.edited },
        { kind: 'implicit', signal: SECRETS.signal },
      ],
    },
  ],
});

beforeAll(async () => {
  await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
  const file = writeLines(join(folder, `${SECRETS.file}.jsonl`), numbers(6).map(record));
  await engine.ask('import.transcripts', { files: [file] });
  const { sample } = await engine.ask('sample.draw', { size: 6, seed: 7 });
  const gold = writeLines(
    join(folder, 'gold.jsonl'),
    numbers(2).map((n) => ({
      conversation: `${SECRETS.conversation}-${n}`,
      message: 1,
      rater: 'lead',
      values: { sensibleness: 1, specificity: 1, fluency: 5, bias: 0 },
      rationale: SECRETS.goldRationale,
    })),
  );
  await engine.ask('assign.plan', {
    sample,
    raters: ['Ada', SECRETS.otherRater],
    overlap: 2,
    gold,
    repeat: 2,
    seed: 7,
  });
  for (const { name, id } of (await engine.ask('project.summary', {})).raters) ids[name] = id;
  for (const assignment of await queueOf(engine, ids[SECRETS.otherRater] ?? ''))
    await rate(engine, assignment, [
      { kind: 'rationale', text: SECRETS.otherRationale },
      { kind: 'rewrite', text: SECRETS.otherRewrite },
      { kind: 'flag', flagged: true, question: SECRETS.otherQuestion },
      ...complete(2),
    ]);
  queue = await queueOf(engine, ids.Ada ?? '');
});
afterAll(() => engine.close());

/** Every value and every name of a field in an answer, however deep. */
function facts(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(facts);
  if (typeof answer !== 'object' || answer === null) return [String(answer)];
  return Object.entries(answer).flatMap(([name, value]) => [name, ...facts(value)]);
}

const leaks = (answer: unknown): string[] => {
  const told = facts(answer).join('\n');
  return Object.entries(SECRETS)
    .filter(([, secret]) => told.includes(String(secret)))
    .map(([name]) => name);
};

/** What the window of a rater gets, one call after another. */
async function* session(): AsyncGenerator<[EngineCommandName, unknown]> {
  const ask = async <Name extends EngineCommandName>(name: Name, input: InputOf<Name>) =>
    [name, await engine.ask(name, input)] as [EngineCommandName, unknown];
  const rater = ids.Ada ?? '';
  yield await ask('queue.open', { rater });
  for (const assignment of queue) {
    yield await ask('item.show', { assignment });
    for (const action of complete(3)) yield await ask('rating.record', { assignment, action });
    yield await ask('feedback.show', { assignment });
  }
  for (let step = 0; step < 6; step += 1) yield await ask('rating.undo', { rater });
  for (let step = 0; step < 6; step += 1) yield await ask('rating.redo', { rater });
  const [assignment = ''] = queue;
  yield await ask('item.show', { assignment });
  const place = { assignment, dimension: 'fluency', panel: null };
  yield await ask('place.keep', { rater, place });
  yield await ask('pace.since', { rater, since: '2026-01-01T00:00:00Z' });
  yield await ask('queue.open', { rater });
}

describe('a blind rater', () => {
  test('is sent nothing of the model, the source, feedback, gold or other raters, by any command of rating', async () => {
    const told = new Set<string>();
    for await (const [name, answer] of session()) {
      expect(leaks(answer), name).toEqual([]);
      told.add(name);
    }
    expect(told.size).toBe(8);
  });

  test('is sent the same for a gold item and a repeat as for any other', async () => {
    const { entries } = await engine.ask('queue.open', { rater: ids.Ada ?? '' });
    expect(new Set(entries.map((entry) => Object.keys(entry).sort().join()))).toEqual(
      new Set(['assignment,flagged,status']),
    );
    const shapes = new Set<string>();
    for (const assignment of queue)
      shapes.add(Object.keys(await engine.ask('item.show', { assignment })).join());
    expect(shapes.size).toBe(1);
  });

  test('of a project full of what is to be hidden: the check itself finds it where it is shown', async () => {
    const [item] = (await engine.ask('browse.page', {})).rows;
    const whole = await engine.ask('browse.conversation', { id: item?.id ?? 0 });
    expect(leaks(whole)).toEqual(expect.arrayContaining(['model', 'comment', 'messageModel']));
  });
});

describe('a project that is not blind', () => {
  test('shows model, version, source, feedback and what others submitted, until it is blind again', async () => {
    const [assignment = ''] = queue;
    await engine.ask('settings.change', { blind: false });
    const { unblinded, answer } = await engine.ask('item.show', { assignment });
    const n = /Answer (\d+)/.exec(answer.text)?.[1];
    expect(unblinded).toEqual({
      file: `${SECRETS.file}.jsonl`,
      conversation: `${SECRETS.conversation}-${n}`,
      answers: [
        {
          model: SECRETS.messageModel,
          version: SECRETS.version,
          feedback: [
            { signal: 'thumb', value: -1, text: null, comment: SECRETS.comment },
            { signal: 'edited', value: null, text: SECRETS.edited, comment: null },
            { signal: SECRETS.signal, value: null, text: null, comment: null },
          ],
        },
      ],
      ratings: [
        {
          rater: SECRETS.otherRater,
          values: { sensibleness: 1, specificity: 1, fluency: 2, bias: 0 },
        },
      ],
    });
    await engine.ask('settings.change', { blind: true });
    expect((await engine.ask('item.show', { assignment })).unblinded).toBeNull();
  });
});
