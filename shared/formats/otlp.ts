import { isObject } from '../domain/json.ts';
import { defineAdapter, type Fit, NO_FIT } from './adapter.ts';
import { hasAttribute, isSpan, unpackSpans } from './span.ts';
import { isGenAiLog, unpackLogs } from './span-logs.ts';
import { readSpans, spanKey } from './span-trace.ts';

/**
 * Traces in OTLP JSON (`resourceSpans[].scopeSpans[].spans[]`), or spans one a record, whose attributes follow
 * OpenTelemetry's conventions for generative AI; and logs (`resourceLogs[].scopeLogs[].logRecords[]`) that are events of
 * generative AI, which belong to the spans they name. Recording what was said is off by default there: spans without it are
 * rejected with that reason.
 */
export const otlp = defineAdapter({
  name: 'otlp',
  title: 'OpenTelemetry traces and logs (GenAI)',
  detect,
  unpack: (record) => unpackSpans(record) ?? unpackLogs(record),
  convert: (record) => readSpans([record]),
  gather: { key: spanKey, convert: readSpans },
});

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  const logs = unpackLogs(record);
  if ((logs ?? [{ record }]).some((inner) => isGenAiLog(inner.record)))
    return {
      score: 0.95,
      because: `${logs ? 'an OTLP export of logs' : 'a log record'} with events of generative AI`,
    };
  if (logs) return { score: 0.6, because: 'an OTLP export of logs' };
  const spans = unpackSpans(record);
  const list = (spans ?? [{ record }]).map((inner) => inner.record).filter(isSpan);
  const from = spans ? 'an OTLP export of spans' : 'a span';
  if (list.some((span) => hasAttribute(span, /^(?:gen_ai\.|ai\.operationId$)/)))
    return { score: 0.95, because: `${from} with attributes of generative AI` };
  if (list.some((span) => hasAttribute(span, /^(?:openinference\.|llm\.)/)))
    return { score: 0.6, because: `${from}, but with the attributes of OpenInference` };
  if (spans) return { score: 0.7, because: from };
  return list.length > 0 && 'traceId' in record ? { score: 0.5, because: from } : NO_FIT;
}
