/** Rows of training sets, written from the documentation of TRL, LLaMA-Factory, Axolotl and OpenAI; all content is made up. */
const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });

const ask = [{ role: 'system', content: 'Be brief.' }, user('Where is my refund?')];
const sent = assistant('It was sent today.');
const soon = assistant('Soon.');

export const TRL_COMPLETION = { prompt: ask, completion: [sent] };
export const TRL_LABELLED = { prompt: ask, completion: [soon], label: false };
export const TRL_PREFERENCE = { prompt: ask, chosen: [sent], rejected: [soon] };

export const TRL_TEXTS = { prompt: 'The sky is', completion: ' blue.' };
export const TRL_TEXTS_LABELLED = { ...TRL_TEXTS, label: true };
export const TRL_TEXT_PREFERENCE = { prompt: 'The sky is', chosen: ' blue.', rejected: ' green.' };

/** The prompt is in both dialogues, and not given by itself. */
export const TRL_IMPLICIT = {
  chosen: [user('Name a tree.'), assistant('Oak.')],
  rejected: [user('Name a tree.'), assistant('Rose.')],
  score_chosen: 9,
  score_rejected: 2,
};

/** The prompt is given by itself and repeated in both dialogues, and the chosen one once more as `messages`. */
export const TRL_REPEATED = {
  prompt: 'Name a tree.',
  prompt_id: 'p-1',
  ...TRL_IMPLICIT,
  messages: TRL_IMPLICIT.chosen,
};

/** The dialogues part before their last answer. */
export const TRL_PARTED = {
  id: 'p-2',
  prompt: [user('Weather?')],
  chosen: [assistant('Where?'), user('Paris.'), assistant('It rains.')],
  rejected: [assistant('It rains.')],
};

const call = { type: 'function', function: { name: 'get_weather', arguments: { city: 'Paris' } } };
export const TRL_TOOLS = {
  prompt: [
    user('Weather in Paris?'),
    { role: 'assistant', content: '', tool_calls: [call] },
    { role: 'tool', name: 'get_weather', content: 'rain' },
  ],
  completion: [assistant('It rains.')],
  tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } }],
};

/** As the cells of a table, where lists are JSON text. */
export const TRL_CELLS = {
  prompt: JSON.stringify(ask),
  chosen: JSON.stringify([sent]),
  rejected: JSON.stringify([soon]),
};

export const AXOLOTL_PREFERENCE = { messages: ask, chosen: sent, rejected: soon };

export const ALPACA = {
  instruction: 'Make it shorter.',
  input: 'This is a very long sentence.',
  output: 'This is long.',
};

export const ALPACA_HISTORY = {
  instruction: 'And the second?',
  input: '',
  output: 'K2.',
  system: 'Be brief.',
  history: [['What is the tallest mountain?', 'Everest.']],
};

export const ALPACA_PREFERENCE = {
  instruction: 'Name a tree.',
  input: '',
  chosen: 'Oak.',
  rejected: 'Rose.',
};

export const OPENAI_PREFERENCE = {
  input: { messages: ask, tools: [], parallel_tool_calls: true },
  preferred_output: [sent],
  non_preferred_output: [soon],
};

/** Adapter name -> records of that format, in its several forms; those with `messages` beside, which other formats have too, aside. */
export const EXAMPLES: Record<string, unknown[]> = {
  trl: [
    TRL_COMPLETION,
    TRL_LABELLED,
    TRL_PREFERENCE,
    TRL_TEXTS,
    TRL_TEXTS_LABELLED,
    TRL_TEXT_PREFERENCE,
    TRL_IMPLICIT,
    TRL_PARTED,
    TRL_TOOLS,
    TRL_CELLS,
  ],
  alpaca: [
    ALPACA,
    ALPACA_HISTORY,
    ALPACA_PREFERENCE,
    { instruction: 'Name a tree.', output: 'Oak.', kto_tag: true },
  ],
  'openai-preference': [OPENAI_PREFERENCE],
};
