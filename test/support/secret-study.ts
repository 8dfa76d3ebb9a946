import { join } from 'node:path';
import type { TestEngine } from './engine.ts';
import { complete, queueOf, rate } from './study.ts';
import { numbers, writeLines } from './transcripts.ts';

/** Every fact of a record that a blind rater must not see, each a word or a number that stands nowhere else. */
export const SECRETS = {
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

/** The rater the project is blind to all of this for. */
export const BLIND_RATER = 'Ada';

/** A project full of what a blind rater must not see; gives the ids of its raters by name. */
export async function makeSecretStudy(
  engine: TestEngine,
  folder: string,
): Promise<{ path: string; ids: Record<string, string> }> {
  const path = join(folder, 'study.touchstone');
  await engine.ask('project.create', { file: path });
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
    raters: [BLIND_RATER, SECRETS.otherRater],
    overlap: 2,
    gold,
    repeat: 2,
    seed: 7,
  });
  const ids: Record<string, string> = {};
  for (const { name, id } of (await engine.ask('project.summary', {})).raters) ids[name] = id;
  for (const assignment of await queueOf(engine, ids[SECRETS.otherRater] ?? ''))
    await rate(engine, assignment, [
      { kind: 'rationale', text: SECRETS.otherRationale },
      { kind: 'rewrite', text: SECRETS.otherRewrite },
      { kind: 'flag', flagged: true, question: SECRETS.otherQuestion },
      ...complete(2),
    ]);
  return { path, ids };
}

/** Every value and every name of a field in an answer, however deep. */
function facts(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(facts);
  if (typeof answer !== 'object' || answer === null) return [String(answer)];
  return Object.entries(answer).flatMap(([name, value]) => [name, ...facts(value)]);
}

/** What of it an answer tells, by name. */
export const leaks = (answer: unknown): string[] => {
  const told = facts(answer).join('\n');
  return Object.entries(SECRETS)
    .filter(([, secret]) => told.includes(String(secret)))
    .map(([name]) => name);
};
