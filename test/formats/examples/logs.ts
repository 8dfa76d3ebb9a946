import { anthropic, helicone, openAiLog, openAiStored } from './api-logs.ts';
import { openInference, otlp } from './spans.ts';
import { langfuse, langSmith } from './traces.ts';

/** Records of each log format: adapter name -> records of one file. */
export const EXAMPLES: Record<string, unknown[]> = {
  'openai-log': openAiLog,
  'openai-stored': openAiStored,
  anthropic,
  helicone,
  langsmith: langSmith,
  langfuse,
  otlp,
  openinference: openInference,
};
