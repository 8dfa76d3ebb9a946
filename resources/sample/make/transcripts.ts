import { z } from 'zod';
import { seededRandom, shuffled } from '../../../shared/sampling/random.ts';
import type { Curation } from './curation.ts';

interface Node {
  message_id: string;
  text: string;
  role: string;
  lang: string;
  rank?: number | null | undefined;
  model_name?: string | undefined;
  replies: Node[];
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    message_id: z.string(),
    text: z.string(),
    role: z.string(),
    lang: z.string(),
    rank: z.number().nullish(),
    model_name: z.string().optional(),
    replies: z.array(node),
  }),
);
const tree = z.object({ message_tree_id: z.string(), prompt: node });
export type Tree = z.infer<typeof tree>;

export interface Answer {
  id: string;
  content: string;
}
/** A native record, with its candidates again in a form the ratings are made from. */
export interface SampleConversation {
  record: { id: string; [field: string]: unknown };
  answers: Answer[];
}

const CONVERSATIONS = 120;
const LONGEST = { answer: 1600, context: 3000 };
const MOST_CANDIDATES = 6;
const SEED = 'sample transcripts';

export const shortId = (id: string): string => id.slice(0, 8);

export const readTrees = (jsonl: string): Tree[] =>
  jsonl
    .trim()
    .split('\n')
    .map((line) => tree.parse(JSON.parse(line)));

/** The conversations of the sample: opening questions of all chosen trees, follow-ups drawn until there are enough, and those written for it. */
export function sampleConversations(trees: readonly Tree[], curation: Curation): SampleConversation[] {
  const chosen = trees.filter(({ message_tree_id }) => shortId(message_tree_id) in curation.use_cases);
  const all = chosen.flatMap((one) => contexts(one, curation));
  const opening = all.filter(({ context }) => context.length === 1);
  const rest = shuffled(
    all.filter(({ context }) => context.length > 1),
    seededRandom(SEED),
  ).slice(0, CONVERSATIONS - curation.written.length - opening.length);
  const taken = new Set([...opening, ...rest]);
  return [
    ...all.filter((context) => taken.has(context)).map(conversation),
    ...curation.written.map((record) => ({ record, answers: record.candidates })),
  ];
}

interface Context {
  tree: string;
  useCase: string;
  context: Node[];
  answers: Node[];
}

/** Every question of a tree with its answers that fit the limits. */
function contexts({ message_tree_id, prompt }: Tree, curation: Curation): Context[] {
  const useCase = curation.use_cases[shortId(message_tree_id)] ?? '';
  const found: Context[] = [];
  function visit(message: Node, before: Node[]): void {
    const context = [...before, message];
    if (message.role === 'prompter') {
      const answers = message.replies
        .filter(({ text }) => text.length <= LONGEST.answer)
        .slice(0, MOST_CANDIDATES);
      const length = context.reduce((sum, { text }) => sum + text.length, 0);
      const isUsed = !curation.left_out.includes(shortId(message.message_id));
      if (isUsed && length <= LONGEST.context && answers.length > 0)
        found.push({ tree: message_tree_id, useCase, context, answers });
    }
    for (const reply of message.replies) visit(reply, context);
  }
  visit(prompt, []);
  return found;
}

function conversation({ tree, useCase, context, answers }: Context): SampleConversation {
  const last = context.at(-1);
  // The file lists the best answer first; ordered by id, their places tell nothing.
  const candidates = answers
    .toSorted((one, other) => (one.message_id < other.message_id ? -1 : 1))
    .map(message);
  const single = candidates.length === 1;
  return {
    record: {
      id: `oasst-${shortId(last?.message_id ?? '')}`,
      model: answers.every(({ model_name }) => model_name !== undefined) ? 'chip20b' : 'oasst-human',
      language: context[0]?.lang ?? 'en',
      use_case: useCase,
      metadata: { source: 'OASST', message_tree_id: tree },
      messages: [...context.map(message), ...(single ? candidates : [])],
      ...(single ? {} : { candidates }),
    },
    answers: answers.map(({ message_id, text }) => ({ id: message_id, content: text })),
  };
}

const message = ({ message_id, role, text, model_name, rank }: Node) => ({
  role: role === 'prompter' ? 'user' : 'assistant',
  id: message_id,
  content: text,
  ...(role === 'prompter' ? {} : { model: model_name ?? 'oasst-human' }),
  ...(typeof rank === 'number' ? { metadata: { oasst_rank: rank } } : {}),
});
