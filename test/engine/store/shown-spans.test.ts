import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();
const ANSWER = 'Write to ada.lovelace@example.com today, then call the office.';

test('labelled text of a rating from a file is on the same words when addresses were replaced on the way in', async () => {
  const transcripts = writeLines(join(folder, 'transcripts.jsonl'), [
    {
      id: 'c-1',
      messages: [
        { role: 'user', content: 'Whom do I ask?' },
        { role: 'assistant', content: ANSWER },
      ],
    },
  ]);
  const place = (words: string) => ({
    start: ANSWER.indexOf(words),
    end: ANSWER.indexOf(words) + words.length,
    label: 'other',
  });
  const rating = {
    conversation: 'c-1',
    message: 1,
    rater: 'Ada',
    rubric: 'ssfb@1',
    values: { sensibleness: 1, specificity: 1, fluency: 4, bias: 1 },
    bias_categories: ['other'],
    spans: [place('Write'), place('lovelace'), place('call the office')],
  };
  const ratings = writeLines(join(folder, 'ratings.jsonl'), [rating]);
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
    await engine.ask('import.transcripts', { files: [transcripts], personalData: 'placeholders' });
    const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1 });
    expect(await engine.ask('import.ratings', { files: [ratings] })).toMatchObject({
      imported: 1,
      rejected: 0,
    });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    const { answer, stored } = await engine.ask('item.show', { assignment: entries[0]?.assignment ?? '' });
    expect(answer.text).toBe('Write to [EMAIL_1] today, then call the office.');
    expect(stored.rating.spans.map(({ start, end }) => answer.text.slice(start, end))).toEqual([
      'Write',
      '[EMAIL_1]',
      'call the office',
    ]);
  });
});
