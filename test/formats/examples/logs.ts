import { anthropic, gemini, helicone, openAiLog, openAiStored } from './api-logs.ts';
import { openInference, otlp, otlpLogs } from './spans.ts';
import { langfuse, langSmith } from './traces.ts';

/** Records of each log format: adapter name -> records of one file. */
export const EXAMPLES: Record<string, unknown[]> = {
  'openai-log': openAiLog,
  'openai-stored': openAiStored,
  anthropic,
  gemini,
  helicone,
  langsmith: langSmith,
  langfuse,
  otlp: [...otlp, ...otlpLogs],
  openinference: openInference,
};
