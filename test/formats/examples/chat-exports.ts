/** Records of the ChatGPT and Claude exports, written from public documentation of their fields; all content is made up. */
const at = (second: number): number => 1_736_899_200 + second;

/** A node of a ChatGPT mapping; its children are filled in by `mapping`. */
const node = (id: string, parent: string | null, message: object | null) => ({ id, parent, message });

function mapping(nodes: ReturnType<typeof node>[]): Record<string, unknown> {
  const children = (id: string): string[] =>
    nodes.filter(({ parent }) => parent === id).map((entry) => entry.id);
  return Object.fromEntries(nodes.map((entry) => [entry.id, { ...entry, children: children(entry.id) }]));
}

const said = (role: string, text: string, more: object = {}) => ({
  author: { role, name: null, metadata: {} },
  create_time: at(0),
  update_time: null,
  content: { content_type: 'text', parts: [text] },
  status: 'finished_successfully',
  end_turn: role === 'assistant',
  weight: 1,
  recipient: 'all',
  metadata: role === 'assistant' ? { model_slug: 'gpt-4o', finish_details: { type: 'stop' } } : {},
  ...more,
});

const opening = [
  node('root', null, null),
  node('sys', 'root', said('system', '', { metadata: { is_visually_hidden_from_conversation: true } })),
  node('u1', 'sys', said('user', 'What is the tallest mountain?')),
];

const chatGptRecord = (nodes: ReturnType<typeof node>[], current: string, id: string) => ({
  title: 'Mountains',
  create_time: at(0),
  update_time: at(60),
  mapping: mapping(nodes),
  moderation_results: [],
  current_node: current,
  conversation_id: id,
  is_archived: false,
  default_model_slug: 'gpt-4o',
  id,
});

/** The last answer was asked for anew: two siblings at the end of the path. */
export const CHATGPT_REGENERATED = chatGptRecord(
  [
    ...opening,
    node('a1', 'u1', said('assistant', 'Everest, 8,849 m.')),
    node('u2', 'a1', said('user', 'And the second?')),
    node('a2', 'u2', said('assistant', 'Lhotse.')),
    node('a2b', 'u2', said('assistant', 'K2, 8,611 m.')),
  ],
  'a2b',
  'chat-1',
);

/** The first answer was asked for anew, then the question was edited; images, a tool, reasoning and custom instructions. */
export const CHATGPT_BRANCHED = chatGptRecord(
  [
    node('root', null, null),
    node('ctx', 'root', {
      ...said('user', ''),
      content: {
        content_type: 'user_editable_context',
        user_profile: 'I climb.',
        user_instructions: 'Be brief.',
      },
      metadata: { is_user_system_message: true },
    }),
    node('u1', 'ctx', {
      ...said('user', ''),
      content: {
        content_type: 'multimodal_text',
        parts: [
          { content_type: 'image_asset_pointer', asset_pointer: 'file-service://file-1', width: 640 },
          'Which peak?',
        ],
      },
    }),
    node('a1', 'u1', said('assistant', 'Eiger.')),
    node('think', 'u1', {
      ...said('assistant', ''),
      content: { content_type: 'thoughts', thoughts: [{ summary: 'Looking', content: 'A north face.' }] },
    }),
    node('call', 'think', {
      ...said('assistant', ''),
      content: { content_type: 'code', language: 'unknown', text: 'search("north face")' },
      recipient: 'browser',
    }),
    node('tool', 'call', {
      ...said('tool', ''),
      author: { role: 'tool', name: 'browser', metadata: {} },
      content: { content_type: 'execution_output', text: 'Eiger, 3,967 m' },
    }),
    node('a1b', 'tool', said('assistant', 'The Eiger, 3,967 m.')),
    node('u2', 'a1b', said('user', 'Who climbed it frist?')),
    node('u2b', 'a1b', said('user', 'Who climbed it first?')),
    node('a2', 'u2', said('assistant', 'Barrington, 1858.')),
    node('a2b', 'u2b', said('assistant', 'Charles Barrington in 1858.')),
  ],
  'a2b',
  'chat-2',
);

export const CLAUDE_PLAIN = {
  uuid: 'conv-1',
  name: 'Recipes',
  summary: '',
  created_at: '2025-01-16T15:00:00.000000Z',
  updated_at: '2025-01-16T15:10:00.000000Z',
  account: { uuid: 'account-1' },
  chat_messages: [
    {
      uuid: 'm1',
      text: 'What is in the list?',
      content: [
        {
          start_timestamp: null,
          stop_timestamp: null,
          flags: null,
          type: 'text',
          text: 'What is in the list?',
          citations: [],
        },
      ],
      sender: 'human',
      created_at: '2025-01-16T15:00:00.000000Z',
      updated_at: '2025-01-16T15:00:00.000000Z',
      attachments: [
        { file_name: 'list.txt', file_size: 12, file_type: 'txt', extracted_content: 'eggs, flour' },
      ],
      files: [{ file_name: 'photo.png' }],
    },
    {
      uuid: 'm2',
      text: 'Eggs and flour.',
      content: [
        { type: 'thinking', thinking: 'Two things.', summaries: [], cut_off: false },
        { type: 'tool_use', name: 'count', input: { of: 'list' }, message: null },
        { type: 'tool_result', name: 'count', content: [{ type: 'text', text: '2' }], is_error: false },
        { start_timestamp: '2025-01-16T15:00:20Z', type: 'text', text: 'Eggs and flour.', citations: [] },
      ],
      sender: 'assistant',
      created_at: '2025-01-16T15:00:20.000000Z',
      updated_at: '2025-01-16T15:00:20.000000Z',
      attachments: [],
      files: [],
    },
  ],
};

const claudeMessage = (uuid: string, parent: string, sender: string, text: string) => ({
  uuid,
  text,
  content: [{ type: 'text', text }],
  sender,
  created_at: '2025-01-16T15:00:00Z',
  attachments: [],
  files: [],
  parent_message_uuid: parent,
});

export const CLAUDE_TREE = {
  uuid: 'conv-2',
  name: 'Names',
  created_at: '2025-01-16T15:00:00Z',
  chat_messages: [
    claudeMessage('m1', '00000000-0000-4000-8000-000000000000', 'human', 'Name a tree.'),
    claudeMessage('m2', 'm1', 'assistant', 'Oak.'),
    claudeMessage('m3', 'm1', 'assistant', 'Beech.'),
  ],
  current_leaf_message_uuid: 'm3',
};
