import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareMessage } from '../../shared/formats/bare.ts';
import { MAX_TREE_TEXT, type TreeNode, treeConversations } from '../../shared/formats/tree.ts';
import { inTreeOrder, type Linked, MAX_NODES } from '../../shared/formats/tree-order.ts';
import { lines } from './reading.ts';

fc.configureGlobal({ seed: 20261002 });

const node = (id: string, parent: number, role: 'user' | 'assistant', text = id): TreeNode => ({
  id,
  parent,
  messages: [{ ...bareMessage(role, text, null), id }],
});

const linked = (key: string, parent: string | null, children: string[] = []): Linked => ({
  key,
  parent,
  children,
  link: `$.${key}.parent`,
});

/** A tree of any shape; questions and answers take turns, and the end is any of the nodes. */
const anyTree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .chain((links) => fc.tuple(fc.constant(links), fc.nat(links.length - 1)))
  .map(([links, end]) => {
    const depths: number[] = [];
    const nodes = links.map((link, index) => {
      const parent = index === 0 ? -1 : link % index;
      depths.push((depths[parent] ?? -1) + 1);
      return node(`n${index}`, parent, (depths[index] ?? 0) % 2 === 0 ? 'user' : 'assistant');
    });
    return { id: 'T', nodes, end };
  });

describe('the conversations of a tree', () => {
  it('are the main path, with the siblings of its last answer as candidates, and one for each other branching', () => {
    const nodes = [
      node('u1', -1, 'user'),
      node('a1', 0, 'assistant'),
      node('a2', 0, 'assistant'),
      node('u2', 1, 'user'),
      node('a3', 3, 'assistant'),
      node('a4', 3, 'assistant'),
      node('u3', 1, 'user'),
    ];
    const found = treeConversations({ id: 'T', nodes, end: 5 });
    expect(
      found.map((one) => [
        one.externalId,
        one.messages.map(({ id }) => id),
        one.candidates.map(({ id }) => id),
      ]),
    ).toEqual([
      ['T', ['u1', 'a1', 'u2'], ['a3', 'a4']],
      ['T#u1', ['u1'], ['a1', 'a2']],
      ['T#u3', ['u1', 'a1', 'u3'], []],
    ]);
    expect(found.map(({ metadata }) => metadata)).toEqual([
      {},
      { branch_of: 'T', branch_at: 'u1' },
      { branch_of: 'T', branch_at: 'u3' },
    ]);
  });

  it('hold every message, answers to one message side by side, whatever the shape', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const found = treeConversations(tree);
        const held = new Set(
          found.flatMap((one) => [...one.messages, ...one.candidates].map(({ id }) => id)),
        );
        expect([...held].sort()).toEqual(tree.nodes.map(({ id }) => id).sort());
        for (const [index] of tree.nodes.entries()) {
          const answers = tree.nodes.filter(
            ({ parent, messages }) => parent === index && messages[0].role === 'assistant',
          );
          if (answers.length < 2) continue;
          const ids = answers.map(({ id }) => id);
          expect(
            found.filter((one) => one.candidates.map(({ id }) => id).join() === ids.join()),
          ).toHaveLength(1);
        }
        expect(new Set(found.map(({ externalId }) => externalId)).size).toBe(found.length);
        for (const one of found) expect(one.messages.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('may be 50,000 messages deep', () => {
    const nodes = Array.from({ length: 50_000 }, (_, index) =>
      node(`n${index}`, index - 1, index % 2 === 0 ? 'user' : 'assistant'),
    );
    const found = treeConversations({ id: 'T', nodes, end: nodes.length - 1 });
    expect(found.map(({ messages }) => messages.length)).toEqual([50_000]);
  });

  it('are refused where the branches written out would be too large', () => {
    const nodes = [node('u', -1, 'user', 'x'.repeat(MAX_TREE_TEXT / 20))];
    for (let index = 0; index < 25; index++) nodes.push(node(`e${index}`, 0, 'user'));
    expect(() => treeConversations({ id: 'T', nodes, end: 1 })).toThrow(/branches written out.*at most 50/);
  });

  it('make one answer of a turn with tools, where it has siblings', () => {
    const call = { ...bareMessage('assistant', '', [{ type: 'tool_call', name: 'find' }]), id: 'call' };
    const result = { ...bareMessage('tool', 'found', null), id: 'tool', metadata: { tool_call_id: 'c1' } };
    const answer = { ...bareMessage('assistant', 'It is here.', null), id: 'answer', model: 'm' };
    const nodes: TreeNode[] = [
      node('u', -1, 'user'),
      node('a', 0, 'assistant'),
      { id: 'answer', parent: 0, messages: [call, result, answer] },
    ];
    const [main] = treeConversations({ id: 'T', nodes, end: 2 });
    expect(main && lines(main.candidates)).toEqual(['assistant: a', 'assistant: It is here.']);
    expect(main?.candidates[1]).toMatchObject({
      id: 'answer',
      model: 'm',
      parts: [
        { type: 'tool_call', name: 'find' },
        { type: 'tool_result', content: 'found', tool_call_id: 'c1' },
        { type: 'text', text: 'It is here.' },
      ],
      metadata: {
        turn: [
          { role: 'assistant', id: 'call' },
          { role: 'tool', id: 'tool' },
        ],
      },
    });
  });
});

describe('linked messages in the order of a tree', () => {
  const order = (items: Linked[]) => inTreeOrder(items).map(({ item, parent }) => [item.key, parent]);

  it('stand after the one they follow, siblings as they came', () => {
    expect(order([linked('c', 'a'), linked('b', 'a'), linked('a', null), linked('d', 'c')])).toEqual([
      ['a', -1],
      ['c', 0],
      ['d', 1],
      ['b', 0],
    ]);
  });

  it('have their siblings as the list of children has them', () => {
    expect(
      order([linked('a', null, ['c', 'b']), linked('b', 'a'), linked('c', 'a')]).map(([key]) => key),
    ).toEqual(['a', 'c', 'b']);
  });

  it('are mended where a parent is missing: by the lists of children, else as first messages', () => {
    expect(order([linked('a', 'gone', ['b']), linked('b', null), linked('c', 'gone')])).toEqual([
      ['a', -1],
      ['b', 0],
      ['c', -1],
    ]);
  });

  it.each([
    ['itself', [linked('a', null), linked('b', 'b')], '$.b.parent'],
    ['each other', [linked('a', null), linked('b', 'c'), linked('c', 'b')], '$.b.parent'],
  ])('are refused where they follow %s', (_what, items, path) => {
    expect(() => inTreeOrder(items)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ path }) }),
    );
  });

  it('are refused in a tree with too many messages', () => {
    const items = Array.from({ length: MAX_NODES + 1 }, (_, index) => linked(`n${index}`, null));
    expect(() => inTreeOrder(items)).toThrow(/100001 messages/);
  });
});
