import { writeFileSync } from 'node:fs';

const MODELS = ['asst-1', 'asst-2', 'asst-3'] as const;
const COUNTRIES = ['NG', 'DE'] as const;

/** A native transcript; each number gives another conversation, with facts to make strata of and feedback to hide. */
export const transcript = (n: number) => ({
  id: `c-${n}`,
  created_at: '2026-02-01T08:00:00Z',
  model: MODELS[n % MODELS.length],
  language: n % 4 === 0 ? 'de' : 'en',
  use_case: n % 2 === 0 ? 'refund' : 'chat',
  groups: { country: COUNTRIES[n % COUNTRIES.length] },
  metadata: { source: `log-${n}` },
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: `Question ${n}: where is my parcel?` },
    {
      role: 'assistant',
      id: `m-${n}`,
      content: `Answer ${n}: it is on its way.`,
      latency_ms: 800 + n,
      usage: { output_tokens: 40 },
      feedback: [{ kind: 'explicit', signal: 'thumb', value: -1, comment: `comment ${n}` }],
    },
  ],
});

/** Writes records as JSON Lines; text stands as it is, so that broken lines can be among them. */
export function writeLines(path: string, records: readonly unknown[]): string {
  writeFileSync(
    path,
    records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join(''),
  );
  return path;
}

export const numbers = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** Writes so many transcripts. */
export const writeTranscripts = (path: string, count: number, from = 0): string =>
  writeLines(path, numbers(count, from).map(transcript));
