import { CHATGPT_BRANCHED, CHATGPT_REGENERATED, CLAUDE_PLAIN, CLAUDE_TREE } from './chat-exports.ts';

const oasstMessage = (id: string, parent: string | null, role: string, text: string, more: object = {}) => ({
  message_id: id,
  parent_id: parent,
  user_id: 'user-1',
  created_date: '2023-02-05T14:23:50.983374+00:00',
  text,
  role,
  lang: 'en',
  review_count: 3,
  review_result: true,
  deleted: false,
  synthetic: false,
  emojis: { '+1': 2 },
  labels: { spam: { value: 0, count: 3 }, quality: { value: 0.75, count: 3 } },
  ...more,
});

const oasstRows = [
  oasstMessage('t1', null, 'prompter', 'Why is the sky blue?'),
  oasstMessage('b', 't1', 'assistant', 'Rayleigh scattering.', { rank: 0 }),
  oasstMessage('a', 't1', 'assistant', 'It just is.', { rank: 1 }),
  oasstMessage('c', 'b', 'prompter', 'And at dusk?'),
  oasstMessage('d', 'c', 'assistant', 'The path is longer.', { rank: 1, synthetic: true, model_name: 'm-1' }),
  oasstMessage('e', 'c', 'assistant', 'Red light is left.', { rank: 0 }),
];

/** The tree as flat rows, as the messages export and the data set on the hub have them. */
export const OASST_ROWS: Record<string, unknown>[] = oasstRows.map((row) => ({
  ...row,
  message_tree_id: 't1',
  tree_state: 'ready_for_export',
}));

const replies = (id: string): unknown[] =>
  oasstRows
    .filter((row) => row.parent_id === id)
    .map((row) => ({ ...row, replies: replies(row.message_id) }));

export const OASST_TREE = {
  message_tree_id: 't1',
  tree_state: 'ready_for_export',
  prompt: { ...oasstRows[0], replies: replies('t1') },
};

export const HH_PAIR = {
  chosen: '\n\nHuman: How do I boil an egg?\n\nAssistant: Seven minutes in boiling water.',
  rejected: '\n\nHuman: How do I boil an egg?\n\nAssistant: Ask someone else.',
};

export const HH_PARTED = {
  chosen: '\n\nHuman: Hello\n\nAssistant: Hi, how can I help?\n\nHuman: Tell a joke\n\nAssistant: No.',
  rejected: '\n\nHuman: Hello\n\nAssistant: What?',
};

const moderation = (flagged: boolean) => ({
  categories: { 'hate/threatening': flagged, hate_threatening: null, 'self-harm': null, self_harm: false },
  category_scores: { 'hate/threatening': 0.01, hate_threatening: 0.01, sexual: 0.2 },
  flagged,
});

const wildTurn = (role: string, content: string, timestamp: unknown) => ({
  content,
  country: 'France',
  hashed_ip: role === 'user' ? 'abc' : null,
  header: { 'accept-language': 'fr', 'user-agent': 'x' },
  language: 'French',
  redacted: false,
  role,
  state: 'Brittany',
  timestamp,
  toxic: false,
  turn_identifier: 1001,
});

export const WILDCHAT_JSON = {
  conversation_hash: 'hash-1',
  model: 'gpt-4-0314',
  timestamp: '2023-04-09 00:02:53+00:00',
  conversation: [
    wildTurn('user', 'Bonjour', null),
    wildTurn('assistant', 'Bonjour !', '2023-04-09T00:02:53'),
  ],
  turn: 1,
  language: 'French',
  openai_moderation: [moderation(false), moderation(true)],
  detoxify_moderation: [{ toxicity: 0.1 }, { toxicity: 0.2 }],
  toxic: false,
  redacted: false,
  state: 'Brittany',
  country: 'France',
  hashed_ip: 'abc',
  header: { 'accept-language': 'fr', 'user-agent': 'x' },
};

/** As a row of a Parquet file: dates, big integers and typed arrays. */
export const WILDCHAT_PARQUET = {
  ...WILDCHAT_JSON,
  timestamp: new Date('2023-04-09T00:02:53Z'),
  turn: 1n,
  conversation: WILDCHAT_JSON.conversation.map((turn) => ({
    ...turn,
    timestamp: turn.timestamp === null ? null : new Date('2023-04-09T00:02:53Z'),
    turn_identifier: 9_007_199_254_740_993n,
  })),
  embedding: new Float32Array([0.5, 0.25]),
};

export const LMSYS_RECORD = {
  conversation_id: 'lm-1',
  model: 'vicuna-13b',
  conversation: [
    { content: 'how can I see the roads of NAME_1?', role: 'user' },
    { content: 'With a map.', role: 'assistant' },
  ],
  turn: 1,
  language: 'English',
  openai_moderation: [moderation(false), moderation(false)],
  redacted: true,
};

const arenaTurns = (...texts: string[]) =>
  texts.map((content, index) => ({ content, role: index % 2 === 0 ? 'user' : 'assistant' }));

export const ARENA_RECORD = {
  question_id: 'q-1',
  model_a: 'koala-13b',
  model_b: 'vicuna-13b',
  winner: 'model_b',
  judge: 'arena_user_1',
  conversation_a: arenaTurns('What is 2+2?', '5'),
  conversation_b: arenaTurns('What is 2+2?', '4'),
  turn: 1,
  anony: true,
  language: 'English',
  tstamp: 1_682_351_591.1322,
  openai_moderation: moderation(false),
  toxic_chat_tag: { 'roberta-large': { flagged: false, probability: 0.01 } },
};

export const ARENA_PARTED = {
  ...ARENA_RECORD,
  question_id: 'q-2',
  winner: 'tie (bothbad)',
  conversation_a: arenaTurns('Hi', 'Hello', 'Joke?', 'No.'),
  conversation_b: arenaTurns('Hi', 'Hey', 'Joke?', 'Knock knock.'),
};

const inParts = (role: string, text: string) => ({
  role,
  content: [{ type: 'text', text, image: null, mimeType: null }],
});

export const ARENA_LATER = {
  id: 'vote-1',
  model_a: 'm-a',
  model_b: 'm-b',
  winner: 'both_bad',
  evaluation_session_id: 'session-1',
  evaluation_order: 1,
  conversation_a: [inParts('user', 'Hi'), inParts('assistant', 'Hello')],
  conversation_b: [inParts('user', 'Hi'), inParts('assistant', 'Hey')],
  language: 'en',
  is_code: false,
  timestamp: new Date('2025-07-01T10:00:00Z'),
};

export const ARENA_RESPONSES = {
  id: 30192,
  model_a: 'gpt-4',
  model_b: 'llama',
  prompt: '["Is it?","Why?"]',
  response_a: '["Yes.","Because."]',
  response_b: '["Yes.",null]',
  winner_model_a: 1,
  winner_model_b: 0,
  winner_tie: 0,
};

export const PANDALM_RECORD = {
  idx: 7,
  motivation_app: 'Grammarly',
  cmp_key: 'bloom-7b_llama-7b',
  instruction: 'Make it shorter.',
  input: 'This is a very long sentence.',
  response1: 'This is long.',
  response2: 'Long.',
  annotator1: 2,
  annotator2: 1,
  annotator3: 0,
};

/**
 * Records of the chat exports and published data sets, written from each format's public documentation (field names and
 * nesting as there; all content is made up). Adapter name -> records of that format, in its several forms.
 */
export const EXAMPLES: Record<string, unknown[]> = {
  chatgpt: [CHATGPT_REGENERATED, CHATGPT_BRANCHED],
  'claude-export': [CLAUDE_PLAIN, CLAUDE_TREE],
  oasst: [OASST_TREE, ...OASST_ROWS],
  'hh-rlhf': [HH_PAIR, HH_PARTED],
  wildchat: [WILDCHAT_JSON, WILDCHAT_PARQUET],
  lmsys: [LMSYS_RECORD],
  arena: [ARENA_RECORD, ARENA_PARTED, ARENA_LATER, ARENA_RESPONSES],
  pandalm: [PANDALM_RECORD],
};
