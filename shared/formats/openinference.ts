import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { hasAttribute, isSpan, unpackSpans } from './span.ts';
import { readSpans, spanKey } from './span-trace.ts';

/**
 * Traces whose spans follow the OpenInference conventions (Arize, Phoenix): OTLP JSON, or spans one a record with their
 * attributes as an object or as columns `attributes.NAME`.
 */
export const openInference = defineAdapter({
  name: 'openinference',
  title: 'OpenInference traces',
  detect,
  unpack: unpackSpans,
  convert: (record) => readSpans([record]),
  gather: { key: spanKey, convert: readSpans },
});

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const spans = unpackSpans(record);
  const list = (spans ?? [{ record }]).map((inner) => inner.record).filter(isSpan);
  if (list.some((span) => hasAttribute(span, /^openinference\.span\.kind$/)))
    return { score: 0.96, because: 'spans with openinference.span.kind' };
  if (list.some((span) => hasAttribute(span, /^llm\.(?:input|output)_messages(?:\.|$)/)))
    return { score: 0.9, because: 'spans with llm.input_messages' };
  return NO_FIT;
}
