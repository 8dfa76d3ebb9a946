import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeLines } from '../../support/transcripts.ts';

const folder = tempFolder();

const conversation = (id: string, messages: [role: string, content: string][], metadata = {}) => ({
  id,
  metadata,
  messages: messages.map(([role, content]) => ({ role, content })),
});

test('raters are warned of what is harsh by its words or by a mark, and of which texts; the project can do without', async () => {
  const file = writeLines(join(folder, 'transcripts.jsonl'), [
    conversation('plain', [
      ['user', 'Hello?'],
      ['assistant', 'Good morning.'],
    ]),
    conversation('answer', [
      ['user', 'Write a scene.'],
      ['assistant', 'He was stabbed to death.'],
    ]),
    conversation('context', [
      ['system', 'Never speak of suicide.'],
      ['user', 'I want to kill myself.'],
      ['assistant', 'Please tell me more.'],
    ]),
    conversation(
      'marked',
      [
        ['user', 'A picture?'],
        ['assistant', 'Here it is.'],
      ],
      { content_warning: 'spiders' },
    ),
  ]);
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: join(folder, 'study.touchstone') });
    await engine.ask('import.transcripts', { files: [file] });
    const { sample } = await engine.ask('sample.draw', { size: 4, seed: 1, answers: 'last' });
    await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
    const { raters } = await engine.ask('project.summary', {});
    const { entries } = await engine.ask('queue.open', { rater: raters[0]?.id ?? '' });
    const warnings = async () => {
      const shown = await Promise.all(
        entries.map(({ assignment }) => engine.ask('item.show', { assignment })),
      );
      return Object.fromEntries(shown.map(({ answer, warning }) => [answer.text, warning]));
    };
    expect(await warnings()).toEqual({
      'Good morning.': null,
      'He was stabbed to death.': { kinds: ['violence'], answer: true, context: [] },
      'Please tell me more.': { kinds: ['self_harm'], answer: false, context: [1] },
      'Here it is.': { kinds: ['marked'], answer: true, context: [0] },
    });
    await engine.ask('settings.change', { contentWarnings: false });
    expect(new Set(Object.values(await warnings()))).toEqual(new Set([null]));
  });
});
