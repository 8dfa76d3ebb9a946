import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const line = (record: object): string => `${JSON.stringify(record)}\n`;

const MODELS = ['asst-1', 'asst-2'];

/** Conversations of two models with two answers to one context each. */
export function writeTranscripts(folder: string, conversations = 12, name = 'transcripts.jsonl'): string {
  const path = join(folder, name);
  const records = Array.from({ length: conversations }, (_, i) =>
    line({
      id: `c-${i}`,
      model: MODELS[i % MODELS.length],
      language: 'en',
      groups: { country: i % 3 === 0 ? 'NG' : 'DE' },
      messages: [{ role: 'user', content: `Question ${i}: where is my refund?` }],
      candidates: [
        { role: 'assistant', id: `a-${i}`, content: `It was sent on day ${i}.` },
        { role: 'assistant', id: `b-${i}`, content: `I do not know, ask again (${i}).` },
      ],
    }),
  );
  writeFileSync(path, records.join(''));
  return path;
}

export const RATERS = ['Ada', 'Ben'];

/** Every answer rated by two raters: the first answers are good ones, and now and then Ben differs. */
export function writeRatings(folder: string, conversations = 12): string {
  const path = join(folder, 'ratings.jsonl');
  const records = RATERS.flatMap((rater) =>
    Array.from({ length: conversations }, (_, i) =>
      ['a', 'b'].map((answer) => {
        const good = answer === 'a' && !(rater === 'Ben' && i % 5 === 0);
        return line({
          conversation: `c-${i}`,
          message: `${answer}-${i}`,
          rater,
          rubric: 'ssfb@1',
          values: { sensibleness: 1, specificity: good ? 1 : 0, fluency: good ? 5 : 3, bias: 0 },
          created_at: '2026-03-09T08:00:00.000Z',
          active_ms: 1200,
        });
      }),
    ).flat(),
  );
  writeFileSync(path, records.join(''));
  return path;
}
