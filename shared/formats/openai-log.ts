import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { anthropicEvidence } from './anthropic-call.ts';
import { readApiLog } from './api-log.ts';
import { batchKey, readBatchRows } from './batch-rows.ts';
import { callBodies, isRequest } from './call-bodies.ts';
import { isOpenAiResponse } from './openai-call.ts';
import { isTracing } from './tracing-evidence.ts';

/**
 * Requests to the OpenAI API with their responses, as gateways and applications log them: chat completions, responses and
 * text completions, side by side, in `body`, as JSON text, or as rows of a batch. Several choices are candidates.
 */
export const openAiLog = defineAdapter({
  name: 'openai-log',
  title: 'OpenAI requests and responses',
  detect,
  convert: readApiLog,
  gather: { key: batchKey, convert: readBatchRows },
});

function detect(record: unknown): Fit {
  if (!isObject(record) || isTracing(record)) return NO_FIT;
  const { request, response, isFlat } = callBodies(record);
  const answered = response !== null && isOpenAiResponse(response);
  const asked = request !== null && isRequest(request);
  if (asked && answered)
    return { score: 0.97, because: `a request${isFlat ? '' : ' beside'} with an OpenAI response` };
  if (answered && !isFlat && response !== record && !('choices' in record))
    return { score: 0.6, because: 'an OpenAI response without its request' };
  if (asked && !isFlat && anthropicEvidence(request).length === 0)
    return { score: response ? 0.6 : 0.7, because: 'a request to an OpenAI model' };
  return NO_FIT;
}
