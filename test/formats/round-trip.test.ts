import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Conversation, contentKey, type Message } from '../../shared/domain/conversation.ts';
import { bareConversation, bareMessage } from '../../shared/formats/bare.ts';
import { buildDataset } from '../../shared/formats/export/build.ts';
import type { JudgedContext } from '../../shared/formats/export/judged.ts';
import { native } from '../../shared/formats/native.ts';
import { parseRecord } from '../../shared/formats/record.ts';
import { detectAdapter } from '../../shared/formats/registry.ts';
import { writeConversation } from '../../shared/formats/write-native.ts';
import { EXAMPLES as CHATS } from './examples/chats.ts';
import { EXAMPLES as DATASETS } from './examples/datasets.ts';
import { EXAMPLES as LOGS } from './examples/logs.ts';
import { SAME } from './examples/same-conversation.ts';
import { answerOf, PREFERENCE, SFT, said } from './export/scene.ts';
import { adapter, conversationIn, conversationsIn, readAll } from './read-logs.ts';

function recordOf(line: string): unknown {
  const parsed = parseRecord(line);
  if (!parsed.ok) throw new Error(parsed.fault.reason);
  return parsed.value;
}

/** The records of a file, and the conversations in it in the format that is found by itself. */
function readBack(lines: readonly string[]) {
  const records = lines.map(recordOf);
  const found = detectAdapter(records).adapter;
  return { records, name: found.name, conversations: conversationsIn(found, ...records) };
}

const written = (conversation: Conversation): string => JSON.stringify(writeConversation(conversation));

/** Each conversation as a judged context: its candidates, or where there are none its last message; the first is the best. */
const judged = (conversations: readonly Conversation[]): JudgedContext[] =>
  conversations.map(({ messages, candidates }, index) => {
    const answers = candidates.length > 0 ? candidates : messages.slice(-1);
    return {
      contextKey: `context ${index}`,
      conversations: [`conversation ${index}`],
      context: candidates.length > 0 ? messages : messages.slice(0, -1),
      answers: answers.map(({ text }, place) =>
        answerOf(text, { ref: `${index}/${place}`, score: 1 - place / answers.length, worstShare: 1 }),
      ),
      comparisons: [],
    };
  });

/** Answer -> the context it answers and its text. */
function answersIn(contexts: readonly JudgedContext[]) {
  const answers = new Map<string, { context: readonly Message[]; answer: Message }>();
  for (const { context, answers: own } of contexts)
    for (const { ref, text } of own) answers.set(ref, { context, answer: said('assistant', text) });
  return (ref: string) => answers.get(ref) ?? { context: [], answer: said('assistant', `no answer ${ref}`) };
}

/** A message as a training row has it; nothing but role, text and what is said here has come back. */
function rowMessage(message: Message, metadata: Message['metadata'] = {}) {
  const { role, text } = message;
  expect(message).toEqual({ ...bareMessage(role, text, null), metadata });
  return { role, content: text };
}

const preferred = (candidates: readonly Message[], preference: string) =>
  candidates
    .filter(({ metadata }) => metadata.preference === preference)
    .map((message) => rowMessage(message, { preference }));

const OASST = { file: '../shared/data/oasst/trees.jsonl', name: 'oasst' };
const FED = { file: '../shared/data/fed/transcripts.jsonl', name: 'native' };
const SAMPLE = { file: 'resources/sample/transcripts.jsonl', name: 'native' };
const noData = !existsSync('../shared/data');
const conversationsOf = ({ file, name }: typeof OASST): Conversation[] =>
  conversationsIn(adapter(name), ...readFileSync(file, 'utf8').trimEnd().split('\n').map(recordOf));

describe('TRL SFT rows of real data (skipped without ../shared/data)', () => {
  it.skipIf(noData).each([OASST, FED])(
    'come back as the conversations behind them, with all that was written: $file',
    (data) => {
      const contexts = judged(conversationsOf(data));
      const answerNamed = answersIn(contexts);
      const { files, dropped } = buildDataset(contexts, SFT);
      const rows = files.flatMap((entry) => entry.rows);
      expect(rows.length).toBeGreaterThan(100);
      const left = Object.values(dropped).reduce((sum, count) => sum + count, 0);
      expect(rows.length + left).toBe(contexts.flatMap(({ answers }) => answers).length);
      const back = readBack(rows.map(({ text }) => text));
      expect(back.name).toBe('openai-messages');
      const behind = rows.map(({ evidence }) => {
        const { context, answer } = answerNamed('answer' in evidence ? evidence.answer : '');
        return contentKey(bareConversation([...context, answer]));
      });
      expect(back.conversations.map(contentKey)).toEqual(behind);
      const again = back.conversations.map(({ messages }) => ({
        messages: messages.map((message) => rowMessage(message)),
      }));
      expect(again).toEqual(back.records);
    },
  );
});

describe('TRL preference rows', () => {
  it.skipIf(noData)(
    'of real data (skipped without ../shared/data) come back as contexts with both answers and what was preferred',
    () => {
      const contexts = judged(conversationsOf(OASST));
      const answerNamed = answersIn(contexts);
      const rows = buildDataset(contexts, PREFERENCE).files.flatMap((entry) => entry.rows);
      expect(rows.length).toBeGreaterThan(100);
      const back = readBack(rows.map(({ text }) => text));
      expect(back.name).toBe('trl');
      const behind = rows.map(({ evidence }) => {
        const refs = 'chosen' in evidence ? [evidence.chosen, evidence.rejected] : [];
        const answers = refs.map(answerNamed);
        const candidates = answers
          .map(({ answer }) => answer)
          .sort((one, other) => (one.text < other.text ? -1 : 1));
        return contentKey({ ...bareConversation([...(answers[0]?.context ?? [])]), candidates });
      });
      expect(back.conversations.map(contentKey)).toEqual(behind);
      const again = back.conversations.map(({ messages, candidates }) => ({
        prompt: messages.map((message) => rowMessage(message)),
        chosen: preferred(candidates, 'chosen'),
        rejected: preferred(candidates, 'rejected'),
      }));
      expect(again).toEqual(back.records);
    },
  );

  it('that follow the call of a tool come back with the call', () => {
    const call = { type: 'tool_call', name: 'get_weather', arguments: '{"city":"Paris"}' };
    const context = [
      said('user', 'Weather in Paris?'),
      bareMessage('assistant', '', [call]),
      said('tool', 'rain'),
    ];
    const candidates = [said('assistant', 'It rains.'), said('assistant', 'No idea.')];
    const conversation = { ...bareConversation(context), candidates };
    const rows = buildDataset(judged([conversation]), PREFERENCE).files.flatMap((entry) => entry.rows);
    const back = readBack(rows.map(({ text }) => text));
    expect(back.conversations.map(contentKey)).toEqual([contentKey(conversation)]);
  });
});

describe('native transcripts', () => {
  function expectSame(data: typeof OASST): void {
    const conversations = conversationsOf(data);
    const lines = conversations.map(written);
    const back = readBack(lines);
    expect(back.name).toBe('native');
    expect(back.conversations).toEqual(conversations);
    expect(back.conversations.map(written)).toEqual(lines);
    expect(lines.length).toBeGreaterThan(100);
  }

  it('come back the same, and are written again byte for byte', () => expectSame(SAMPLE));
  it.skipIf(noData).each([OASST, FED])(
    'of real data do too (skipped without ../shared/data): $name',
    expectSame,
  );

  const formats = [...Object.entries({ ...CHATS, ...DATASETS, ...LOGS }), ...Object.entries(SAME)];

  it.each(formats)('hold what was read from any format: %s', (name, records) => {
    const outcomes = readAll(adapter(name), records);
    const conversations = outcomes.flatMap((outcome) => (outcome.ok ? outcome.conversations : []));
    expect(conversations.length).toBeGreaterThan(0);
    for (const conversation of conversations) {
      const line = written(conversation);
      const back = conversationIn(native, recordOf(line));
      expect(back).toEqual(conversation);
      expect(written(back)).toBe(line);
      expect(readBack([line]).conversations.map(contentKey)).toEqual([contentKey(conversation)]);
    }
  });
});
