import { isObject, type JsonObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { anthropicEvidence, isAnthropicResponse } from './anthropic-call.ts';
import { readApiLog } from './api-log.ts';
import { batchKey, readBatchRows } from './batch-rows.ts';
import { callBodies } from './call-bodies.ts';
import { isTracing } from './tracing-evidence.ts';

/**
 * Requests to the Anthropic Messages API with their responses, side by side, in `body`, as JSON text, or as rows of a
 * message batch. What tools gave back stands in a user's message there and becomes a message of the tool.
 */
export const anthropic = defineAdapter({
  name: 'anthropic',
  title: 'Anthropic requests and responses',
  detect,
  convert: readApiLog,
  gather: { key: batchKey, convert: readBatchRows },
});

const RESULTS = ['succeeded', 'errored', 'canceled', 'expired'];

function detect(record: unknown): Fit {
  if (!isObject(record) || isTracing(record)) return NO_FIT;
  const { request, response, isFlat } = callBodies(record);
  if (response && isAnthropicResponse(response))
    return request
      ? { score: 0.97, because: 'a request with an Anthropic message as its response' }
      : { score: 0.7, because: 'an Anthropic message without its request' };
  const { result } = record;
  if (isObject(result) && RESULTS.some((type) => type === result.type))
    return { score: 0.7, because: 'a result of a message batch' };
  const evidence = request ? anthropicEvidence(request) : [];
  if (evidence.length > 0 && !isFlat)
    return { score: 0.7, because: `a request to the Anthropic API: ${evidence.join(', ')}` };
  if (isFlat && request && response === null && isOwnShape(request))
    return { score: 0.96, because: `messages with ${evidence.join(', ')}` };
  return NO_FIT;
}

/** Instructions beside the messages, or blocks that other APIs do not have. */
const isOwnShape = (request: JsonObject): boolean =>
  anthropicEvidence({ messages: request.messages, system: request.system }).length > 0 &&
  !('object' in request);
