import { describe, expect, it } from 'vitest';
import { otlp } from '../../shared/formats/otlp.ts';
import { readings } from '../../shared/formats/reading.ts';
import { detectAdapter } from '../../shared/formats/registry.ts';
import { gathered, lines } from './reading.ts';

// Written from the documentation of OTLP's log data model and of the conventions for events of generative AI.
const text = (value: string) => ({ stringValue: value });
const keyed = (fields: Record<string, unknown>) => ({
  kvlistValue: { values: Object.entries(fields).map(([key, value]) => ({ key, value })) },
});
const log = (name: string, body: unknown, more: object = {}) => ({
  timeUnixNano: '1790000000000000000',
  observedTimeUnixNano: '1790000000000000000',
  severityNumber: 9,
  traceId: 't1',
  spanId: 's1',
  body,
  attributes: [
    { key: 'event.name', value: text(name) },
    { key: 'gen_ai.system', value: text('openai') },
  ],
  ...more,
});
const exported = (...logRecords: object[]) => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: text('support') }] },
      scopeLogs: [{ scope: { name: 'opentelemetry.instrumentation.openai_v2' }, logRecords }],
    },
  ],
});
const perMessage = [
  log('gen_ai.system.message', keyed({ content: text('Be brief.') })),
  log('gen_ai.user.message', keyed({ content: text('Where is it?') })),
  log(
    'gen_ai.choice',
    keyed({
      index: { intValue: '0' },
      finish_reason: text('stop'),
      message: keyed({ role: text('assistant'), content: text('On its way.') }),
    }),
  ),
];
const inner = (record: unknown) => [...readings(otlp, record)].map((reading) => reading.record);

describe('logs of generative AI', () => {
  it('are found by their events, also one a record', () => {
    expect(detectAdapter([exported(...perMessage)])).toMatchObject({
      adapter: { name: 'otlp' },
      confidence: 0.95,
      because: 'an OTLP export of logs with events of generative AI',
    });
    expect(detectAdapter(perMessage).adapter.name).toBe('otlp');
  });

  it('one a message, are joined by the span they name', () => {
    const other = log('gen_ai.user.message', keyed({ content: text('Another call.') }), { spanId: 's2' });
    const records = inner(exported(...perMessage, other));
    const keys = [...readings(otlp, exported(...perMessage))].map((one) => ('key' in one ? one.key : null));
    expect(new Set(keys)).toEqual(new Set(['trace t1']));
    const [conversation, ...others] = gathered(otlp, records);
    expect(others).toEqual([]);
    expect(lines(conversation?.messages ?? [])).toEqual([
      'system: Be brief.',
      'user: Where is it?',
      'assistant: On its way.',
    ]);
    expect(conversation).toMatchObject({
      externalId: 's1',
      createdAt: 1_790_000_000_000,
      metadata: { trace_id: 't1', resource: { 'service.name': 'support' } },
    });
    expect(conversation?.messages[2]?.metadata).toMatchObject({ finish_reason: 'stop' });
  });

  it('with all of a call in one event, as structure or as JSON text', () => {
    const asked = [{ role: 'user', parts: [{ type: 'text', content: 'Where?' }] }];
    const said = [{ role: 'assistant', parts: [{ type: 'text', content: 'Here.' }], finish_reason: 'stop' }];
    const details = (input: unknown, output: unknown) => ({
      ...log('', undefined, { eventName: 'gen_ai.client.inference.operation.details' }),
      attributes: [
        { key: 'gen_ai.operation.name', value: text('chat') },
        { key: 'gen_ai.request.model', value: text('asst-3') },
        { key: 'gen_ai.usage.input_tokens', value: { intValue: '7' } },
        { key: 'gen_ai.input.messages', value: input },
        { key: 'gen_ai.output.messages', value: output },
      ],
    });
    const part = (content: string) => ({
      arrayValue: { values: [keyed({ type: text('text'), content: text(content) })] },
    });
    const structured = details(
      { arrayValue: { values: [keyed({ role: text('user'), parts: part('Where?') })] } },
      {
        arrayValue: {
          values: [keyed({ role: text('assistant'), parts: part('Here.'), finish_reason: text('stop') })],
        },
      },
    );
    for (const record of [details(text(JSON.stringify(asked)), text(JSON.stringify(said))), structured]) {
      const [conversation] = gathered(otlp, inner(exported(record)));
      expect(lines(conversation?.messages ?? [])).toEqual(['user: Where?', 'assistant: Here.']);
      expect(conversation?.model).toBe('asst-3');
      expect(conversation?.messages[1]).toMatchObject({ usage: { input_tokens: 7 } });
    }
  });

  it('belong to a span that is there: it has the model and the time, they have what was said', () => {
    const span = {
      traceId: 't1',
      spanId: 's1',
      name: 'chat asst-3',
      startTimeUnixNano: '1790000000000000000',
      endTimeUnixNano: '1790000000840000000',
      attributes: [
        { key: 'gen_ai.operation.name', value: text('chat') },
        { key: 'gen_ai.request.model', value: text('asst-3') },
      ],
    };
    const [conversation] = gathered(otlp, [span, ...perMessage]);
    expect(conversation).toMatchObject({ externalId: 's1', model: 'asst-3' });
    expect(conversation?.messages.at(-1)).toMatchObject({ text: 'On its way.', latencyMs: 840 });
  });

  it('without what was said are refused with that reason', () => {
    const bare = log('gen_ai.user.message', keyed({}));
    expect(otlp.gather?.read([bare])).toMatchObject({ ok: false, fault: { code: 'BODY_ABSENT' } });
  });
});
