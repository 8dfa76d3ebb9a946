import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ADAPTERS, detectAdapter } from '../../shared/formats/registry.ts';
import { EXAMPLES as CHATS } from './examples/chats.ts';
import { EXAMPLES as DATASETS } from './examples/datasets.ts';
import { EXAMPLES } from './examples/logs.ts';
import { SAME } from './examples/same-conversation.ts';
import { adapter } from './read-logs.ts';

describe('the format is found by content', () => {
  it.each(Object.entries(EXAMPLES))('%s, among all formats', (name, records) => {
    expect(detectAdapter(records)).toMatchObject({ adapter: { name } });
  });

  it('of each record alone, no other format fitting as well', () => {
    const table = Object.entries({ ...EXAMPLES, ...CHATS, ...DATASETS }).flatMap(([name, records]) =>
      records.map((record) => {
        const scores = ADAPTERS.map((known) => [known.name, known.detect(record).score] as const);
        const best = Math.max(...scores.map(([, score]) => score));
        return [
          name,
          scores
            .filter(([, score]) => score === best)
            .map(([known]) => known)
            .join(' '),
        ];
      }),
    );
    expect(table.filter(([name, found]) => name !== found)).toEqual([]);
  });

  it.each(Object.entries(SAME))('%s, of the shortest record', (name, records) => {
    expect(detectAdapter(records).adapter.name).toBe(name);
  });

  const data = '../shared/data';
  it.skipIf(!existsSync(data))(
    'and no data set or chat export is taken for a log (skipped without ../shared/data)',
    () => {
      const lines = (file: string, text = readFileSync(`${data}/${file}`, 'utf8')): unknown[] =>
        text
          .split('\n', 20)
          .filter(Boolean)
          .map((line) => JSON.parse(line));
      const list = (file: string): unknown[] =>
        JSON.parse(readFileSync(`${data}/${file}`, 'utf8')).slice(0, 20);
      const records = [
        ...lines('oasst/trees.jsonl'),
        ...lines('fed/transcripts.jsonl'),
        ...lines('', gunzipSync(readFileSync(`${data}/hh_rlhf/harmless-base_test.jsonl.gz`)).toString()),
        ...list('sharegpt/dummy_conversation_sharegpt_format.json'),
        ...list('pandalm/testset-v1.json'),
        ...list('chat_exports/chatgpt_conversations.json'),
        ...list('chat_exports/claude_conversations.json'),
      ];
      const logs = Object.keys(EXAMPLES).map(adapter);
      const taken = records.filter((record) => logs.some((log) => log.detect(record).score > 0));
      expect(records.length).toBeGreaterThan(60);
      expect(taken).toEqual([]);
    },
  );
});
