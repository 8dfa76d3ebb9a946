import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey } from '../../shared/domain/conversation.ts';
import { MAX_REPLIES, oasst } from '../../shared/formats/oasst.ts';
import { OASST_ROWS, OASST_TREE } from './examples/chats.ts';
import { faultOf, gathered, lines, messageOf, read } from './reading.ts';

fc.configureGlobal({ seed: 20261002 });

const TREES = '../shared/data/oasst/trees.jsonl';
const row = (id: string, parent: string | null, role = 'assistant') => ({
  message_id: id,
  parent_id: parent,
  text: `text of ${id}`,
  role,
  message_tree_id: 't',
});

interface Reply {
  message_id: string;
  role: string;
  replies: Reply[];
}

describe('an OASST tree', () => {
  it('gives the best ranked path, with all answers to its last question as candidates', () => {
    const [main, second, ...others] = read(oasst, OASST_TREE);
    expect(others).toEqual([]);
    expect(main && lines(main.messages)).toEqual([
      'user: Why is the sky blue?',
      'assistant: Rayleigh scattering.',
      'user: And at dusk?',
    ]);
    expect(main?.candidates.map(({ id, model, metadata }) => [id, model, metadata.rank])).toEqual([
      ['d', 'm-1', 1],
      ['e', null, 0],
    ]);
    expect(main).toMatchObject({
      externalId: 't1',
      language: 'en',
      createdAt: Date.parse('2023-02-05T14:23:50.983Z'),
      metadata: { tree_state: 'ready_for_export' },
    });
    expect(second).toMatchObject({ externalId: 't1#t1', metadata: { branch_of: 't1', branch_at: 't1' } });
    expect(second?.candidates.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps rank, labels, emojis and language of each message', () => {
    expect(messageOf(read(oasst, OASST_TREE), 'a').metadata).toMatchObject({
      rank: 1,
      lang: 'en',
      labels: { quality: { value: 0.75, count: 3 } },
      emojis: { '+1': 2 },
    });
  });

  it('is the same from flat rows in any order, and from rows that came twice', () => {
    const wanted = read(oasst, OASST_TREE).map(contentKey);
    fc.assert(
      fc.property(fc.shuffledSubarray([...OASST_ROWS, ...OASST_ROWS], { minLength: 12 }), (rows) => {
        expect(gathered(oasst, rows).map(contentKey)).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
    expect(read(oasst, OASST_ROWS).map(contentKey)).toEqual(wanted);
    expect(OASST_ROWS.map((record) => oasst.gather?.key(record))).toEqual(OASST_ROWS.map(() => 't1'));
    expect(oasst.gather?.key(OASST_TREE)).toBeNull();
  });

  it('whose parent is not in the file begins a conversation that says so', () => {
    const found = gathered(oasst, [
      row('t', null, 'prompter'),
      row('a', 't'),
      row('x', 'gone', 'prompter'),
      row('y', 'x'),
    ]);
    expect(found.map(({ externalId, metadata }) => [externalId, metadata])).toEqual([
      ['t', {}],
      ['x', { missing_parent: 'gone', message_tree_id: 't' }],
    ]);
  });

  it('of flat rows may be 10,000 messages deep; nested replies are refused above the limit', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      row(`n${index}`, index === 0 ? null : `n${index - 1}`, index % 2 === 0 ? 'prompter' : 'assistant'),
    );
    expect(gathered(oasst, rows)[0]?.messages).toHaveLength(10_000);
    const nested = (depth: number): unknown => {
      const open = '{"message_id":"m","text":"x","role":"prompter","replies":[';
      return JSON.parse(`{"message_tree_id":"t","prompt":${open.repeat(depth)}${']}'.repeat(depth)}}`);
    };
    expect(read(oasst, nested(MAX_REPLIES + 1))[0]?.messages).toHaveLength(MAX_REPLIES + 1);
    expect(faultOf(oasst, nested(MAX_REPLIES + 2)).reason).toMatch(/nested more than/);
    expect(faultOf(oasst, nested(10_000)).reason).toMatch(/nested more than/);
  });

  it.each([
    ['no prompt', { message_tree_id: 't', prompt: null }, '$.prompt'],
    ['an unknown role', { prompt: { text: 'x', role: 'me' } }, '$.prompt.role'],
    ['a text that is null', { prompt: { text: null, role: 'prompter' } }, '$.prompt.text'],
    [
      'a reply that is text',
      { prompt: { text: 'x', role: 'prompter', replies: [{ text: 'y', role: 'assistant' }, 'z'] } },
      '$.prompt.replies[1]',
    ],
    ['replies of another kind', { prompt: { text: 'x', role: 'prompter', replies: 5 } }, '$.prompt.replies'],
    ['a row without text', { message_id: 'a', parent_id: null, role: 'prompter' }, '$.text'],
    ['rows in a circle', [row('a', 'b'), row('b', 'a')], '$[0].parent_id'],
  ])('is refused with its place: %s', (_what, record, path) => {
    expect(faultOf(oasst, record).path).toBe(path);
  });

  it.skipIf(!existsSync(TREES))('of the real data is whole: every message, and siblings side by side', () => {
    const trees: { prompt: Reply }[] = readFileSync(TREES, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    let messages = 0;
    for (const tree of trees) {
      const found = read(oasst, tree);
      const held = new Set(found.flatMap((one) => [...one.messages, ...one.candidates].map(({ id }) => id)));
      const sets = found.map(({ candidates }) => candidates.map(({ id }) => id).join());
      const open = [tree.prompt];
      for (let next = open.pop(); next; next = open.pop()) {
        expect(held.has(next.message_id)).toBe(true);
        messages++;
        const answers = next.replies
          .filter(({ role }) => role === 'assistant')
          .map(({ message_id }) => message_id);
        if (answers.length > 1) expect(sets).toContain(answers.sort().join());
        open.push(...next.replies);
      }
    }
    expect([trees.length, messages]).toEqual([99, 1155]);
  });
});
