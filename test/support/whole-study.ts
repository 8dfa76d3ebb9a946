import { join } from 'node:path';
import { draftOf } from '../../shared/domain/rubric-draft.ts';
import type { TestEngine } from './engine.ts';
import { exchangePackets } from './exchange.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from './study.ts';
import { numbers, transcript, writeLines } from './transcripts.ts';

/** The messages with one more thing a user said of the last. */
const withThumb = (messages: ReturnType<typeof transcript>['messages']) =>
  messages.map((message, index) =>
    index === messages.length - 1
      ? { ...message, feedback: [{ kind: 'explicit', signal: 'thumb', value: 1 }] }
      : message,
  );

/** A study with something of everything in it: conversations that went on and came again, rejected records, candidates, parts, gold, repeats, a rater who left, ratings of both kinds, decisions. */
export async function makeWholeStudy(engine: TestEngine, folder: string): Promise<Study> {
  const study = await makeStudy(engine, folder);
  const known = transcript(3);
  const goesOn = [
    { role: 'user', content: 'And when?' },
    { role: 'assistant', content: 'On Monday.', feedback: [{ kind: 'explicit', signal: 'stars', value: 4 }] },
  ];
  const again = writeLines(join(folder, 'again.jsonl'), [
    { ...known, messages: [...known.messages, ...goesOn] },
    { ...transcript(4), id: 'other-name' },
    { ...transcript(5), messages: withThumb(transcript(5).messages) },
  ]);
  await engine.ask('import.transcripts', { files: [again] });
  const { messages, ...rest } = transcript(90);
  const more = writeLines(join(folder, 'more.jsonl'), [
    {
      ...rest,
      messages: messages.slice(0, 2),
      candidates: [messages[2], { role: 'assistant', content: 'No.' }],
    },
    { id: 'parts', messages: [{ role: 'assistant', content: [{ type: 'text', text: 'In parts.' }] }] },
    '{"broken":',
  ]);
  await engine.ask('import.transcripts', { files: [more] });
  await engine.ask('mapping.save', {
    name: 'questions',
    mapping: { touchstone_mapping: 1, layout: 'pairs', prompt: 'question', response: 'answer' },
  });

  const rated = (n: number, rater: string, given: object = {}) => ({
    conversation: `c-${n}`,
    message: 2,
    rater,
    values: { sensibleness: 1, specificity: 1, fluency: 3, bias: 0 },
    ...given,
  });
  const ratings = writeLines(join(folder, 'ratings.jsonl'), [
    ...numbers(8).map((n) => rated(n, 'Dan', { extra: n })),
    rated(77, 'Dan'),
  ]);
  await engine.ask('import.ratings', { files: [ratings] });
  const gold = writeLines(join(folder, 'gold.jsonl'), [rated(1, 'lead'), rated(2, 'lead')]);
  await engine.ask('assign.plan', {
    sample: study.sample,
    raters: ['Ada', 'Eve'],
    overlap: 1,
    repeat: 2,
    gold,
    seed: 8,
  });

  await engine.ask('assign.replace', { rater: 'Ben', by: ['Eve'], sample: study.sample, seed: 8 });

  const [first = '', second = '', third = ''] = await queueOf(engine, idOf(study, 'Ada'));
  await rate(engine, first, [
    { kind: 'spans', spans: [{ start: 0, end: 6, label: 'age' }] },
    { kind: 'categories', categories: ['age'] },
    { kind: 'rationale', text: 'It takes an age for granted.' },
    ...complete().map((action) =>
      'value' in action && action.dimension === 'bias' ? { ...action, value: 2 } : action,
    ),
  ]);
  await rate(engine, second, [...complete(2), { kind: 'flag', flagged: true, question: 'Is this so?' }]);
  await rate(engine, third, complete(1));
  await engine.ask('rating.undo', { rater: idOf(study, 'Ada') });
  await engine.ask('mark.answer', { assignment: second, text: 'It is.' });
  await engine.ask('place.keep', {
    rater: idOf(study, 'Ada'),
    place: { assignment: second, dimension: null, panel: null },
  });
  await exchangePackets(engine, folder, study);
  const compared = await engine.ask('sample.draw', { size: 1, seed: 9, comparisons: true });
  await engine.ask('assign.plan', { sample: compared.sample, raters: ['Eve'], overlap: 1, seed: 9 });
  const { raters } = await engine.ask('project.summary', {});
  const eve = await queueOf(engine, raters.find(({ name }) => name === 'Eve')?.id ?? '');
  await rate(engine, eve.at(-1) ?? '', [{ kind: 'preference', choice: 1, strength: 2 }, { kind: 'submit' }]);
  await calibrate(engine);
  await adjudicate(engine);
  await changeRubric(engine);
  const { id } = await engine.ask('audit.draw', { unmarked: 3, seed: 7 });
  const { entries } = await engine.ask('audit.entries', { sample: id });
  for (const { entry, marked } of entries)
    await engine.ask('audit.decide', {
      entry,
      decision: marked ? 'overturn' : 'confirm',
      reason: 'I looked.',
    });
  return study;
}

/** A round in which two raters are to judge the same answer, shown the agreed ones afterwards. */
async function calibrate(engine: TestEngine): Promise<void> {
  const { sample } = await engine.ask('sample.draw', { size: 1, seed: 10, includeRated: true });
  await engine.ask('assign.plan', {
    sample,
    raters: ['Cyd', 'Eve'],
    overlap: 2,
    calibration: true,
    seed: 10,
  });
}

/** One unit decided, and one sent back and taken back. */
async function adjudicate(engine: TestEngine): Promise<void> {
  await engine.ask('settings.change', { adjudication: { doubt: { kind: 'information', atLeast: 0 } } });
  const { units } = await engine.ask('adjudication.queue', { state: 'open', dimension: 'fluency' });
  const [decided, returned] = units.map(({ item, candidate, dimension }) => ({ item, candidate, dimension }));
  if (!decided || !returned) throw new Error('nobody rated anything');
  await engine.ask('adjudication.decide', {
    decisions: [{ unit: decided, value: 3, rationale: 'In between.' }],
  });
  await engine.ask('adjudication.return', { unit: returned, note: 'Look again.' });
  await engine.ask('adjudication.undo', {});
}

/** A second version of the rubric, under which Dan is to judge fluency again and has begun to, and the draft of a third. */
async function changeRubric(engine: TestEngine): Promise<void> {
  const { rubric, raters } = await engine.ask('project.summary', {});
  const dimensions = rubric.dimensions.map((entry) =>
    entry.id === 'fluency' ? { ...entry, question: 'Is it well written?' } : entry,
  );
  await engine.ask('rubric.save', {
    base: rubric.version,
    rubric: { ...rubric, dimensions },
    note: 'Clearer.',
  });
  const { act } = await engine.ask('rubric.rerate', { dimensions: ['fluency'], raters: ['Dan'] });
  const rater = raters.find(({ name }) => name === 'Dan')?.id ?? '';
  const dan = await queueOf(engine, rater);
  await rate(engine, dan[0] ?? '', [
    { kind: 'value', dimension: 'fluency', value: 2 },
    { kind: 'rationale', text: 'It drags.' },
  ]);
  await engine.ask('rubric.takeBack', { act });
  await engine.ask('rubric.keep', { draft: { base: 2, draft: draftOf(rubric, () => 'u') } });
  await engine.ask('rating.undo', { rater });
}
