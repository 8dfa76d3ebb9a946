/** A maker of models and what its models and it are called. */
export interface Vendor {
  vendor: string;
  /** A text that has any of its names has one of these words, or pairs of words, in lower case. */
  words: readonly string[];
  /** Names that only a model of this maker, or the maker, has: regular expressions over lower case. */
  names: readonly string[];
  /** Names that people and things have too: no article before, no surname or possessive after. */
  ambiguous?: readonly string[];
  /** Companies known for much else: counted only as who made the speaker. */
  makers?: readonly string[];
  /** What the names of its models contain in a log. */
  models: RegExp;
  /** Other makers whose models it sells under its own name. */
  sells?: readonly string[];
}

export const VENDORS: readonly Vendor[] = [
  {
    vendor: 'OpenAI',
    words: ['chatgpt', 'gpt', 'openai', 'open ai', 'gpt1', 'gpt2', 'gpt3', 'gpt4', 'gpt5'],
    names: ['chat[\\s-]?gpt', 'open\\s?ai', 'gpt[\\s-]?\\d', 'gpt'],
    models: /gpt|openai|davinci|curie|babbage|\bo[1-9](?:-|$)|codex/i,
  },
  {
    vendor: 'Anthropic',
    words: ['anthropic', 'claude'],
    names: ['anthropic'],
    ambiguous: ['claude'],
    models: /claude|anthropic/i,
  },
  {
    vendor: 'Google',
    words: ['gemini', 'bard', 'lamda', 'gemma', 'google', 'palm 2'],
    names: ['google gemini', 'google bard', 'lamda', 'gemma', 'google deepmind', 'google ai', 'palm 2'],
    ambiguous: ['gemini', 'bard'],
    makers: ['google'],
    models: /gemini|gemma|palm|bard|lamda|google|bison|flan/i,
  },
  {
    vendor: 'Meta',
    words: ['llama', 'llama2', 'llama3', 'llama4', 'meta', 'facebook'],
    names: ['meta ai', 'meta llama', 'llama[\\s-]?\\d'],
    ambiguous: ['llama'],
    makers: ['meta', 'facebook'],
    models: /llama|meta/i,
  },
  {
    vendor: 'Mistral',
    words: ['mistral', 'mixtral'],
    names: ['mistral ai', 'mixtral'],
    ambiguous: ['mistral'],
    models: /mistral|mixtral|codestral|ministral|magistral/i,
  },
  {
    vendor: 'DeepSeek',
    words: ['deepseek', 'deep seek', '深 度'],
    names: ['deep\\s?seek', '深度求索'],
    models: /deepseek/i,
  },
  {
    vendor: 'Alibaba',
    words: ['qwen', 'tongyi', 'alibaba', '通 义', '通 義', '阿 里'],
    names: ['qwen', 'tongyi qianwen', '通义千问', '通義千問', '通义'],
    makers: ['alibaba', '阿里巴巴', '阿里云'],
    models: /qwen|qwq|tongyi/i,
  },
  { vendor: 'xAI', words: ['grok', 'xai'], names: ['xai'], ambiguous: ['grok'], models: /grok|xai/i },
  {
    vendor: 'Microsoft',
    words: ['copilot', 'microsoft', 'bing chat'],
    names: ['microsoft copilot', 'github copilot', 'bing chat'],
    ambiguous: ['copilot'],
    makers: ['microsoft'],
    models: /copilot|bing|\bphi|microsoft|azure|wizardlm/i,
    sells: ['OpenAI'],
  },
  { vendor: 'Cohere', words: ['cohere'], names: ['cohere'], models: /cohere|command|aya/i },
  {
    vendor: 'Zhipu',
    words: ['chatglm', 'zhipu', '智 谱', '智 譜'],
    names: ['chatglm', 'zhipu', '智谱', '智譜'],
    models: /glm|zhipu/i,
  },
  {
    vendor: 'Moonshot',
    words: ['kimi', 'moonshot', '月 之'],
    names: ['moonshot ai', '月之暗面'],
    ambiguous: ['kimi'],
    models: /kimi|moonshot/i,
  },
  {
    vendor: 'Baidu',
    words: ['ernie', 'baidu', '文 心', '百 度'],
    names: ['ernie bot', '文心一言'],
    makers: ['baidu', '百度'],
    models: /ernie|baidu|wenxin/i,
  },
  {
    vendor: 'ByteDance',
    words: ['doubao', 'bytedance', '豆 包', '字 节'],
    names: ['doubao', '豆包'],
    makers: ['bytedance', '字节跳动'],
    models: /doubao|bytedance|skylark/i,
  },
  {
    vendor: 'Yandex',
    words: ['yandexgpt', 'yandex', 'яндекс'],
    names: ['yandexgpt', 'яндекс', 'yandex'],
    models: /yandex|alice/i,
  },
  {
    vendor: 'Sber',
    words: ['gigachat', 'гигачат', 'сбер'],
    names: ['gigachat', 'гигачат', 'сбер'],
    models: /gigachat|sber/i,
  },
  { vendor: 'LMSYS', words: ['vicuna', 'lmsys'], names: ['vicuna', 'lmsys'], models: /vicuna|fastchat/i },
  {
    vendor: 'LAION',
    words: ['openassistant', 'open assistant', 'laion'],
    names: ['open[\\s-]?assistant', 'laion'],
    models: /oasst|open-?assistant|laion/i,
  },
  { vendor: 'Perplexity', words: ['perplexity'], names: ['perplexity ai'], models: /sonar|perplexity|pplx/i },
  { vendor: 'Inflection', words: ['inflection'], names: ['inflection ai'], models: /inflection|\bpi\b/i },
  { vendor: 'Apple', words: ['siri'], names: [], ambiguous: ['siri'], models: /apple|siri/i },
  {
    vendor: 'Amazon',
    words: ['amazon', 'alexa'],
    names: ['amazon q', 'amazon titan', 'amazon nova'],
    ambiguous: ['alexa'],
    makers: ['amazon'],
    models: /amazon|titan|nova|alexa/i,
  },
];
